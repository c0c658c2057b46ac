import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds what was merged into an idea: whose idea that was decides on neither. */
export class MergedIdeas1763700000033 implements MigrationInterface {
  readonly name = 'MergedIdeas1763700000033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index idea_merged_into on app.idea (organisation_id, merged_into) where merged_into is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index app.idea_merged_into`);
  }
}
