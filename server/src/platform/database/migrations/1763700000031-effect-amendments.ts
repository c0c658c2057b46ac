import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the expected effects of rollouts that have begun were changed. */
export class EffectAmendments1763700000031 implements MigrationInterface {
  readonly name = 'EffectAmendments1763700000031';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.effect_amendment (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        rollout_id uuid not null references app.rollout,
        number int not null,
        -- The expected effect: {value, unit, by, direction}.
        before jsonb not null,
        after jsonb not null,
        reason text not null,
        member_id uuid not null references app.membership,
        at timestamptz not null,
        unique (rollout_id, number)
      );
      create index effect_amendment_organisation on app.effect_amendment (organisation_id, rollout_id);
      select app.shut('effect_amendment');
      -- A trace: nobody changes or removes it.
      grant select, insert on app.effect_amendment to polku_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration cannot be taken back: it holds amendments.');
  }
}
