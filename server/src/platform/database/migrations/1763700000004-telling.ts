import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notifications and their deliveries; imports. */
export class Telling1763700000004 implements MigrationInterface {
  readonly name = 'Telling1763700000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table app.notification (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        member_id uuid not null references app.membership,
        event_id uuid not null references app.domain_event,
        kind text not null,
        idea_id uuid not null references app.idea,
        created_at timestamptz not null,
        read_at timestamptz,
        -- One person, one event: exactly one notification.
        unique (member_id, event_id)
      );
      create index notification_member on app.notification (organisation_id, member_id, id desc);
      create index notification_unread on app.notification (organisation_id, member_id) where read_at is null;
      select app.shut('notification');

      create table app.delivery (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        notification_id uuid not null references app.notification,
        channel text not null,
        state text not null,
        -- Stable over all attempts, so that receivers can drop a repeat.
        message_id text not null unique,
        attempts int not null default 0,
        last_error text,
        created_at timestamptz not null,
        delivered_at timestamptz,
        unique (notification_id, channel)
      );
      create index delivery_open on app.delivery (organisation_id, created_at) where state = 'queued';
      select app.shut('delivery');

      create table app.import (
        id uuid primary key,
        organisation_id uuid not null references app.organisation,
        member_id uuid not null references app.membership,
        state text not null,
        dry_run boolean not null,
        file_name text not null,
        delimiter text not null,
        columns text[] not null default '{}',
        mapping jsonb not null,
        step text not null,
        total int not null default 0,
        processed int not null default 0,
        created int not null default 0,
        updated int not null default 0,
        errors jsonb not null default '[]',
        error_count int not null default 0,
        created_at timestamptz not null,
        finished_at timestamptz
      );
      create index import_open on app.import (organisation_id, created_at) where state in ('queued', 'running');
      select app.shut('import');

      -- The file waits here, where every worker reaches it, until the import has ended.
      create table app.import_file (
        import_id uuid primary key references app.import on delete cascade,
        organisation_id uuid not null references app.organisation,
        content bytea not null
      );
      select app.shut('import_file');

      grant select, insert, update, delete on app.notification, app.delivery, app.import, app.import_file to polku_app;
    `);
  }

  async down(): Promise<void> {
    throw new Error('This migration cannot be taken back: it holds notifications.');
  }
}
