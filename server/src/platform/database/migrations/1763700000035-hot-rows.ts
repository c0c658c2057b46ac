import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables in which every move writes. */
const HOT = ['transition', 'domain_event', 'event_text', 'timer', 'notification', 'delivery'];

/**
 * Takes the foreign key to the organisation from the tables in which every move writes: each check of one takes a shared lock of the one row
 * that all moves of an organisation have in common. Row-level security holds these rows to the tenant of the transaction already; timers, which
 * have none, are written by one class, for that tenant.
 */
export class HotRows1763700000035 implements MigrationInterface {
  readonly name = 'HotRows1763700000035';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of HOT) await runner.query(`alter table app.${table} drop constraint if exists ${table}_organisation_id_fkey`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of HOT) {
      await runner.query(`alter table app.${table} add constraint ${table}_organisation_id_fkey
        foreign key (organisation_id) references app.organisation (id)`);
    }
  }
}
