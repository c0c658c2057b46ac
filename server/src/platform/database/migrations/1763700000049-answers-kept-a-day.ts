import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers that are kept for repeated requests are found by their age, so that those older than a day go. */
export class AnswersKeptADay1763700000049 implements MigrationInterface {
  readonly name = 'AnswersKeptADay1763700000049';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index idempotency_key_age on app.idempotency_key (organisation_id, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index app.idempotency_key_age`);
  }
}
