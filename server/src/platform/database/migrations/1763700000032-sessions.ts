import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person needs in order to recognise where they are signed in. */
export class Sessions1763700000032 implements MigrationInterface {
  readonly name = 'Sessions1763700000032';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- All of it may be unknown: the version before wrote none of it.
      alter table app.session
        add column last_seen_at timestamptz,
        add column browser text,
        add column system text;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.session drop column last_seen_at, drop column browser, drop column system`);
  }
}
