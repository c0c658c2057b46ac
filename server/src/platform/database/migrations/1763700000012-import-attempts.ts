import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often an import was begun since something of it was last written: one that never gets on is given up. */
export class ImportAttempts1763700000012 implements MigrationInterface {
  readonly name = 'ImportAttempts1763700000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.import add column attempts int not null default 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.import drop column attempts`);
  }
}
