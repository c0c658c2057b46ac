import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What decisions rest on, the panels that score them, and decisions against the verdict. */
export class Panels1763700000020 implements MigrationInterface {
  readonly name = 'Panels1763700000020';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.decision
        -- What was true when it was asked for, and by what a panel scores it.
        add evidence jsonb not null default '[]',
        add criteria jsonb not null default '[]',
        add must_change text,
        add explanation text,
        -- What the rule said of the latest concluded experiment when it was decided.
        add verdict jsonb,
        add against_verdict boolean not null default false;

      create table app.panel_member (
        organisation_id uuid not null references app.organisation,
        decision_id uuid not null references app.decision,
        member_id uuid not null references app.membership,
        position int not null,
        -- Why somebody has stepped out.
        conflict text,
        conflict_at timestamptz,
        primary key (decision_id, member_id),
        check ((conflict is null) = (conflict_at is null))
      );
      create index panel_member_decisions on app.panel_member (organisation_id, member_id);
      select app.shut('panel_member');

      create table app.scorecard (
        organisation_id uuid not null references app.organisation,
        decision_id uuid not null,
        member_id uuid not null,
        scores jsonb not null,
        at timestamptz not null,
        primary key (decision_id, member_id),
        foreign key (decision_id, member_id) references app.panel_member
      );
      create index scorecard_organisation on app.scorecard (organisation_id, decision_id);
      select app.shut('scorecard');

      grant select, insert, update, delete on app.panel_member, app.scorecard to polku_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration cannot be taken back: it holds scorecards.');
  }
}
