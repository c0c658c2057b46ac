import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps with a decision what its idea was called when it was asked for; of older ones that is not known. */
export class DecidedTitles1763700000034 implements MigrationInterface {
  readonly name = 'DecidedTitles1763700000034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.decision add column idea_title text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table app.decision drop column idea_title`);
  }
}
