import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved views of boards, and the one that an organisation's board opens with: its id and what it shows, so that a session can say it. */
export class SavedViews1763700000041 implements MigrationInterface {
  readonly name = 'SavedViews1763700000041';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.saved_view (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        member_id uuid not null references app.membership,
        pathway text not null,
        name text not null,
        filter jsonb not null,
        shared boolean not null,
        saved_at timestamptz not null
      );
      create index saved_view_member on app.saved_view (organisation_id, member_id);
      create index saved_view_shared on app.saved_view (organisation_id, pathway) where shared;
      select app.shut('saved_view');
      grant select, insert, update, delete on app.saved_view to polku_app;
      alter table app.organisation add column default_view jsonb;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.organisation drop column default_view;
      drop table app.saved_view;
    `);
  }
}
