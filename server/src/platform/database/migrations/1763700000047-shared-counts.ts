import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What all processes have to count together: failed sign-ins, under a keyed hash of the account or network address, and the bytes of an
 * organisation's files. The failures are worth nothing after a quarter of an hour: they need not outlive a crash.
 */
export class SharedCounts1763700000047 implements MigrationInterface {
  readonly name = 'SharedCounts1763700000047';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create unlogged table app.failed_sign_in (
        key bytea primary key,
        failures int not null,
        until timestamptz not null
      );
      create index failed_sign_in_until on app.failed_sign_in (until);
      grant select, insert, update, delete on app.failed_sign_in to polku_app;
      create index attachment_bytes on app.attachment (organisation_id) include (bytes);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index app.attachment_bytes;
      drop table app.failed_sign_in;
    `);
  }
}
