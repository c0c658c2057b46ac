import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who really decided, decisions handed on, absences, and a timer that watches every open decision. */
export class DecisionWatch1763700000025 implements MigrationInterface {
  readonly name = 'DecisionWatch1763700000025';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table app.decision add column if not exists against_verdict boolean not null default false;
      alter table app.decision add column decided_by uuid references app.membership;
      create index decision_asked on app.decision (organisation_id, asked_at desc, id desc);

      -- A decision that was handed from one decider to another. Nothing of this is ever changed.
      create table app.delegation (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        decision_id uuid not null references app.decision,
        from_member uuid not null references app.membership,
        to_member uuid not null references app.membership,
        member_id uuid not null references app.membership,
        reason text not null,
        at timestamptz not null,
        check (from_member <> to_member)
      );
      create index delegation_decision on app.delegation (organisation_id, decision_id, at desc);
      select app.shut('delegation');

      -- Who is away, and who decides meanwhile. A row that was replaced or taken back keeps when it ended.
      create table app.absence (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        member_id uuid not null references app.membership,
        delegate_id uuid not null references app.membership,
        from_day date not null,
        until_day date not null,
        set_at timestamptz not null,
        ended_at timestamptz,
        check (until_day >= from_day),
        check (delegate_id <> member_id)
      );
      create unique index absence_one on app.absence (organisation_id, member_id) where ended_at is null;
      create index absence_delegate on app.absence (organisation_id, delegate_id, until_day) where ended_at is null;
      select app.shut('absence');

      grant select, insert on app.delegation, app.absence to polku_app;
      grant update (ended_at) on app.absence to polku_app;

      -- Row-level security is forced, so organisation after organisation. A timer that is due at once looks by itself what there is to say.
      do $$
      declare tenant uuid;
      begin
        for tenant in select id from app.organisation loop
          perform set_config('app.organisation', tenant::text, true);
          update app.decision set decided_by = decider_id where organisation_id = tenant and state = 'decided';
          insert into app.timer (id, organisation_id, kind, subject, due)
          select gen_random_uuid(), tenant, 'decision-watch', id, asked_at from app.decision where organisation_id = tenant and state <> 'decided'
          on conflict (kind, subject) do nothing;
        end loop;
        perform set_config('app.organisation', '', true);
      end $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration cannot be taken back: it holds who decided, and in whose place.');
  }
}
