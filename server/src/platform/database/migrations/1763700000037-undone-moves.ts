import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps with a move what it took away, so that it can be undone; of older moves, and of those that leave something behind, null. */
export class UndoneMoves1763700000037 implements MigrationInterface {
  readonly name = 'UndoneMoves1763700000037';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.transition add column was jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.transition drop column was`);
  }
}
