import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who has which idea open now, by browser tab, and whether a person shows that. What is true for seconds is in no log, no replica and no
 * backup: the table is unlogged. Without references, so that a sign of life never waits for a move of the same idea.
 */
export class Presence1763700000044 implements MigrationInterface {
  readonly name = 'Presence1763700000044';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table app.presence (
        organisation_id uuid not null,
        member_id uuid not null,
        tab uuid not null,
        idea_id uuid not null,
        seen_at timestamptz not null,
        primary key (organisation_id, member_id, tab)
      );
      select app.shut('presence');
      grant select, insert, update, delete on app.presence to polku_app;
      alter table app.person add column shows_presence boolean not null default true;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.person drop column shows_presence;
      drop table app.presence;
    `);
  }
}
