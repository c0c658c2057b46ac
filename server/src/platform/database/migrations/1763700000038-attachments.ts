import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files on ideas: what is known of them; what they hold lies in the file store, under the same id. */
export class Attachments1763700000038 implements MigrationInterface {
  readonly name = 'Attachments1763700000038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.attachment (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        idea_id uuid not null references app.idea,
        member_id uuid not null references app.membership,
        name text not null,
        media_type text not null,
        bytes int not null,
        sha256 text not null,
        added_at timestamptz not null
      );
      create index attachment_idea on app.attachment (organisation_id, idea_id, id desc);
      select app.shut('attachment');
      grant select, insert, update, delete on app.attachment to polku_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.attachment`);
  }
}
