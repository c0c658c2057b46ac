import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whole test cards, amendments, measurements of every kind with their corrections, observations, engagements, and what lessons saved. */
export class Experiments1763700000010 implements MigrationInterface {
  readonly name = 'Experiments1763700000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- The owner may be bound by row-level security, so cards are completed an organisation at a time.
      do $$
      declare tenant uuid;
      begin
        for tenant in select id from app.organisation loop
          perform set_config('app.organisation', tenant::text, true);
          update app.experiment set card = '{
            "unit": null, "completeCount": false, "sampleSize": null, "costCap": null, "responsible": [], "risks": null, "personalData": null,
            "legalBasis": null, "dataProtectionContact": null, "participantInformation": null
          }'::jsonb || card where organisation_id = tenant;
        end loop;
      end $$;

      alter table app.experiment add column based_on uuid references app.experiment;
      create unique index experiment_successor on app.experiment (based_on);

      alter table app.measurement
        alter column successes drop not null,
        alter column total drop not null,
        add column value double precision,
        add column value_before double precision,
        add column event_count int check (event_count >= 0),
        add column exposure double precision check (exposure > 0),
        add column withdrawn_at timestamptz;

      create table app.amendment (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        experiment_id uuid not null references app.experiment,
        number int not null,
        before jsonb not null,
        after jsonb not null,
        fields text[] not null,
        reason text not null,
        after_data boolean not null,
        member_id uuid not null references app.membership,
        at timestamptz not null,
        unique (experiment_id, number)
      );
      create index amendment_organisation on app.amendment (organisation_id, experiment_id);
      select app.shut('amendment');

      create table app.measurement_correction (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        measurement_id uuid not null references app.measurement,
        number int not null,
        before jsonb not null,
        -- Null where the measurement was withdrawn.
        after jsonb,
        reason text not null,
        member_id uuid not null references app.membership,
        at timestamptz not null,
        unique (measurement_id, number)
      );
      create index measurement_correction_organisation on app.measurement_correction (organisation_id, measurement_id);
      select app.shut('measurement_correction');

      create table app.observation (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        experiment_id uuid not null references app.experiment,
        observed_on date not null,
        text text not null,
        member_id uuid not null references app.membership,
        at timestamptz not null
      );
      create index observation_experiment on app.observation (organisation_id, experiment_id, observed_on);
      select app.shut('observation');

      create table app.engagement (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        idea_id uuid not null references app.idea,
        experiment_id uuid references app.experiment,
        -- Where the idea stood.
        step text not null,
        engaged_on date not null,
        who text not null,
        count int check (count > 0),
        how text not null,
        heard text not null,
        member_id uuid not null references app.membership,
        at timestamptz not null
      );
      create index engagement_idea on app.engagement (organisation_id, idea_id, engaged_on desc, id desc);
      create index engagement_experiment on app.engagement (organisation_id, experiment_id) where experiment_id is not null;
      select app.shut('engagement');

      alter table app.lesson
        add column saved_amount double precision check (saved_amount >= 0),
        add column saved_currency text,
        add check ((saved_amount is null) = (saved_currency is null));

      -- Amendments and corrections are a trace: nobody changes or removes them.
      grant select, insert on app.amendment, app.measurement_correction to polku_app;
      grant select, insert, update, delete on app.observation, app.engagement to polku_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration cannot be taken back: it holds amendments and measurements.');
  }
}
