import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments on ideas. What was deleted keeps its row, without its text. */
export class Comments1763700000036 implements MigrationInterface {
  readonly name = 'Comments1763700000036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.comment (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        idea_id uuid not null references app.idea,
        member_id uuid not null references app.membership,
        version int not null,
        body text not null,
        mentions uuid[] not null default '{}',
        written_at timestamptz not null,
        edited_at timestamptz,
        deleted_at timestamptz,
        deleted_by uuid references app.membership
      );
      create index comment_idea on app.comment (organisation_id, idea_id, id desc);
      select app.shut('comment');
      grant select, insert, update, delete on app.comment to polku_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.comment`);
  }
}
