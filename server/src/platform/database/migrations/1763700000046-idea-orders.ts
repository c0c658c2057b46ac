import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index for each order in which ideas are listed, so that any page of a list is found at once, however many ideas there are. */
export class IdeaOrders1763700000046 implements MigrationInterface {
  readonly name = 'IdeaOrders1763700000046';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index idea_by_due on app.idea (organisation_id, coalesce(due, 'infinity'::timestamptz), number);
      create index idea_by_age on app.idea (organisation_id, step_since, number);
      create index idea_by_change on app.idea (organisation_id, updated_at, number);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index app.idea_by_due, app.idea_by_age, app.idea_by_change`);
  }
}
