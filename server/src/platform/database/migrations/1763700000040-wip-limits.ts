import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many ideas a step is meant to hold; locked while a move into a step with a hard limit counts what stands there. */
export class WipLimits1763700000040 implements MigrationInterface {
  readonly name = 'WipLimits1763700000040';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.wip_limit (
        organisation_id uuid not null references app.organisation,
        pathway text not null,
        step text not null,
        at_most int not null check (at_most > 0),
        hard boolean not null,
        primary key (organisation_id, pathway, step)
      );
      select app.shut('wip_limit');
      grant select, insert, update, delete on app.wip_limit to polku_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table app.wip_limit`);
  }
}
