import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a mail that could not be sent is tried again, and whether it was said that it has waited for long. */
export class MailPatience1763700000013 implements MigrationInterface {
  readonly name = 'MailPatience1763700000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.delivery add column retry_at timestamptz, add column late_said_at timestamptz;
      create index delivery_due on app.delivery (organisation_id, coalesce(retry_at, created_at)) where state = 'queued';
      drop index app.delivery_open;
      create index delivery_late on app.delivery (organisation_id, created_at) where state = 'queued' and late_said_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index app.delivery_late;
      create index delivery_open on app.delivery (organisation_id, created_at) where state = 'queued';
      drop index app.delivery_due;
      alter table app.delivery drop column retry_at, drop column late_said_at;
    `);
  }
}
