import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An index for each order in which ideas are listed, so that any page of a list is found at once, however many ideas there are. What is never
 * due comes last by a `case`: under row-level security PostgreSQL does not look for a `coalesce` in an index, which might say more than it may.
 */
export class IdeaOrders1763700000046 implements MigrationInterface {
  readonly name = 'IdeaOrders1763700000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index idea_by_due on app.idea (organisation_id, (case when due is null then 'infinity'::timestamptz else due end), number);
      create index idea_by_age on app.idea (organisation_id, step_since, number);
      create index idea_by_change on app.idea (organisation_id, updated_at, number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index app.idea_by_due, app.idea_by_age, app.idea_by_change`);
  }
}
