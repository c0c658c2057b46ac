import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { TOLD_COLUMNS, TOLD_TABLES } from './notifications.repository.js';
import type { Told } from './told.js';

/** A mail that waits, and what it tells. */
export interface OpenDelivery extends Told {
  readonly id: string;
  readonly messageId: string;
  /** How often it was tried. */
  readonly attempts: number;
  readonly submitter: string | null;
  readonly owner: string | null;
  readonly inTeam: boolean;
  /** What the recipient is in the organisation. */
  readonly roles: readonly Role[];
}

/** How an attempt ended: sent, to be tried again at a moment, or refused for good. */
export type Ending =
  | { readonly state: 'sent'; readonly at: Date }
  | { readonly state: 'queued'; readonly error: string; readonly retryAt: Date }
  | { readonly state: 'refused'; readonly error: string };

/** The mails of the organisation at work. */
@Injectable()
export class DeliveriesRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** A mail that waits, held until the transaction ends; null when it is sent, or somebody is sending it. */
  async hold(id: string): Promise<OpenDelivery | null> {
    const [row] = await this.rows<OpenDelivery>(
      `select d.id, d.message_id as "messageId", d.attempts, i.submitter_id as submitter, i.owner_id as owner,
         exists (select 1 from app.idea_team m where m.organisation_id = $1 and m.idea_id = i.id and m.member_id = n.member_id) as "inTeam",
         (select roles from app.membership m where m.organisation_id = $1 and m.id = n.member_id) as roles,
         ${TOLD_COLUMNS}
       from app.delivery d join app.notification n on n.id = d.notification_id and n.organisation_id = d.organisation_id ${TOLD_TABLES}
       where d.organisation_id = $1 and d.id = $2 and d.state = 'queued' for update of d skip locked`,
      [this.organisation, id],
    );
    return row ?? null;
  }

  /** Counts an attempt and keeps how it ended. */
  async end(id: string, ending: Ending): Promise<void> {
    await this.rows(
      `update app.delivery set state = $3, attempts = attempts + 1, last_error = $4, delivered_at = $5, retry_at = $6
       where organisation_id = $1 and id = $2`,
      [
        this.organisation,
        id,
        ending.state,
        ending.state === 'sent' ? null : ending.error.slice(0, 500),
        ending.state === 'sent' ? ending.at : null,
        ending.state === 'queued' ? ending.retryAt : null,
      ],
    );
  }

  /** Mails of these events that wait. */
  async ofEvents(events: readonly string[]): Promise<string[]> {
    const rows = await this.rows<{ id: string }>(
      `select d.id from app.delivery d join app.notification n on n.id = d.notification_id and n.organisation_id = d.organisation_id
       where d.organisation_id = $1 and n.event_id = any($2::uuid[]) and d.state = 'queued' order by d.created_at, d.id`,
      [this.organisation, events],
    );
    return rows.map((row) => row.id);
  }

  /** Mails to try now: new ones that have waited since before a moment, and those whose time has come again; the longest due first. */
  async due(now: Date, before: Date, limit: number): Promise<string[]> {
    const rows = await this.rows<{ id: string }>(
      `select id from app.delivery where organisation_id = $1 and state = 'queued' and coalesce(retry_at, created_at) <= $2
         and (retry_at is not null or created_at < $3)
       order by coalesce(retry_at, created_at) limit $4`,
      [this.organisation, now, before, limit],
    );
    return rows.map((row) => row.id);
  }

  /** How many mails wait. */
  async waiting(): Promise<number> {
    const [row] = await this.rows<{ count: number }>(
      `select count(*)::int as count from app.delivery where organisation_id = $1 and state = 'queued'`,
      [this.organisation],
    );
    return row?.count ?? 0;
  }

  /** How many mails have waited since before a moment without anybody having said so; from now on somebody has. */
  async sayLate(before: Date, now: Date): Promise<number> {
    const rows = await this.rows(
      `update app.delivery set late_said_at = $3 where organisation_id = $1 and state = 'queued' and late_said_at is null and created_at < $2
       returning id`,
      [this.organisation, before, now],
    );
    return rows.length;
  }
}
