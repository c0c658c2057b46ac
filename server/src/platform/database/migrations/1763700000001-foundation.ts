import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, organisations and members; the outbox, its relay, timers and idempotency keys. */
export class Foundation1763700000001 implements MigrationInterface {
  readonly name = 'Foundation1763700000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create extension if not exists unaccent;
      create extension if not exists pg_trgm;

      grant usage on schema app to polku_app;

      -- Shuts a tenant's table: only rows of the organisation that the transaction named are seen or written.
      -- The bare current_setting() raises when no organisation was named; as text it would silently give no rows.
      create function app.shut(tenant_table text) returns void language plpgsql as $$
      begin
        execute format('alter table app.%I enable row level security', tenant_table);
        execute format('alter table app.%I force row level security', tenant_table);
        execute format('create policy tenant on app.%I using (organisation_id = current_setting(''app.organisation'')::uuid)', tenant_table);
      end $$;

      create table app.organisation (
        id uuid primary key,
        slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
        name text not null,
        language text not null,
        time_zone text not null,
        holidays date[] not null default '{}',
        default_pathway text not null,
        created_at timestamptz not null
      );

      create table app.person (
        id uuid primary key,
        language text not null,
        password_hash text,
        created_at timestamptz not null
      );

      -- Names and addresses stand apart, so that a person can be erased.
      create table app.person_identity (
        person_id uuid primary key references app.person on delete cascade,
        name text not null,
        email text not null
      );
      create unique index person_identity_email on app.person_identity (lower(email));

      create table app.session (
        id uuid primary key,
        token_hash bytea not null unique,
        person_id uuid not null references app.person on delete cascade,
        created_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index session_person on app.session (person_id);

      create table app.membership (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        person_id uuid not null references app.person,
        roles text[] not null,
        unit_id uuid,
        manager_id uuid,
        created_at timestamptz not null,
        unique (organisation_id, person_id)
      );
      create index membership_person on app.membership (person_id);

      create table app.unit (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        parent_id uuid references app.unit,
        name text not null
      );
      create index unit_organisation on app.unit (organisation_id);
      select app.shut('unit');

      create table app.domain_event (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        seq bigint generated always as identity,
        at timestamptz not null,
        kind text not null,
        idea_id uuid,
        idea_number int,
        idea_version int,
        member_id uuid,
        from_state text,
        to_state text,
        data jsonb not null default '{}',
        commitment bytea,
        -- Given by the relay: the place in the published order, and the link of the chain.
        place bigint,
        hash bytea,
        published_at timestamptz,
        -- Set when all that follows from it has been written.
        handled_at timestamptz
      );
      create unique index domain_event_place on app.domain_event (organisation_id, place);
      create index domain_event_idea on app.domain_event (organisation_id, idea_id, seq desc);
      create index domain_event_unhandled on app.domain_event (organisation_id, published_at) where handled_at is null;
      select app.shut('domain_event');

      -- What people wrote or who they are stands beside the event and can be erased; the event keeps a commitment to it.
      create table app.event_text (
        event_id uuid primary key references app.domain_event,
        organisation_id uuid not null references app.organisation,
        salt bytea not null,
        content jsonb not null
      );
      select app.shut('event_text');

      -- No tenant: who has something to publish. Rows leave when their event is handed over.
      create table app.relay_pending (
        event_id uuid primary key,
        organisation_id uuid not null
      );
      create index relay_pending_organisation on app.relay_pending (organisation_id);

      create table app.relay_head (
        organisation_id uuid primary key references app.organisation,
        place bigint not null default 0,
        hash bytea not null default ''
      );

      -- No tenant: what falls due, by ids only.
      create table app.timer (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        kind text not null,
        subject uuid not null,
        due timestamptz not null,
        attempts int not null default 0,
        retry_at timestamptz,
        unique (kind, subject)
      );
      create index timer_due on app.timer (coalesce(retry_at, due));

      create table app.idempotency_key (
        organisation_id uuid not null references app.organisation,
        member_id uuid not null,
        key text not null,
        request_hash bytea not null,
        status int,
        body jsonb,
        created_at timestamptz not null,
        primary key (organisation_id, member_id, key)
      );
      select app.shut('idempotency_key');

      grant select, insert, update, delete on app.person, app.person_identity, app.session, app.membership, app.unit,
        app.relay_pending, app.relay_head, app.timer, app.idempotency_key, app.event_text to polku_app;
      grant select, insert, update on app.organisation to polku_app;
      -- Append-only: of an event only what the relay gives it may be written later.
      grant select, insert on app.domain_event to polku_app;
      grant update (place, hash, published_at, handled_at) on app.domain_event to polku_app;
      grant usage on all sequences in schema app to polku_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first migration cannot be taken back.');
  }
}
