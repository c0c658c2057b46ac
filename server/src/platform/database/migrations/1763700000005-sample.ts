import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first rows of a file that is tried, so that people see what they map. */
export class Sample1763700000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.import add column sample jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.import drop column sample`);
  }
}
