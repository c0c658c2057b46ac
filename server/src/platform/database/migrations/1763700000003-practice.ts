import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions, experiments with their measurements, and rollouts. */
export class Practice1763700000003 implements MigrationInterface {
  readonly name = 'Practice1763700000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.decision (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        idea_id uuid not null references app.idea,
        kind text not null,
        state text not null,
        from_step text not null,
        to_step text not null,
        decider_id uuid not null references app.membership,
        asked_by uuid not null references app.membership,
        asked_at timestamptz not null,
        deadline timestamptz not null,
        note text,
        outcome text,
        reason text,
        decided_at timestamptz,
        -- A yes is used up by the move it makes.
        used_at timestamptz
      );
      create index decision_idea on app.decision (organisation_id, idea_id, asked_at desc);
      create index decision_decider on app.decision (organisation_id, decider_id, state, deadline);
      -- One question at a time: the same gate cannot be asked for twice while the first waits.
      create unique index decision_open on app.decision (idea_id, kind) where state <> 'decided';
      select app.shut('decision');

      create table app.experiment (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        idea_id uuid not null references app.idea,
        number int not null,
        version int not null,
        state text not null,
        title text not null,
        card jsonb not null,
        locked_at timestamptz,
        locked_by uuid references app.membership,
        ended_at timestamptz,
        result text,
        created_by uuid not null references app.membership,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (idea_id, number)
      );
      create index experiment_organisation on app.experiment (organisation_id, idea_id);
      select app.shut('experiment');

      create table app.measurement (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        experiment_id uuid not null references app.experiment,
        group_name text not null,
        measured_on date not null,
        successes int not null,
        total int not null,
        note text,
        member_id uuid references app.membership,
        at timestamptz not null,
        check (successes between 0 and total)
      );
      create index measurement_experiment on app.measurement (organisation_id, experiment_id, measured_on);
      select app.shut('measurement');

      create table app.rollout (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        idea_id uuid not null unique references app.idea,
        version int not null,
        state text not null,
        unit text,
        owner_id uuid references app.membership,
        effect_value double precision,
        effect_unit text,
        effect_by date,
        follow_up_on date,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create index rollout_organisation on app.rollout (organisation_id, idea_id);
      select app.shut('rollout');

      grant select, insert, update, delete on app.decision, app.experiment, app.measurement, app.rollout to polku_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration cannot be taken back: it holds decisions and measurements.');
  }
}
