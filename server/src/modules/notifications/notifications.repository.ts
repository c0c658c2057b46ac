import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { type DomainEvent, EVENT_COLUMNS, eventOf, type EventRow } from '../../platform/outbox/index.js';
import { type IdeaCircle, type Telling, WITHOUT_MAIL } from './recipients.js';
import type { Told } from './told.js';

/** A notification as its reader's list needs it. */
export interface NotificationRow extends Told {
  readonly id: string;
  readonly readAt: Date | null;
}

/** The columns of `Told`, with the tables `n` (notification), `e` (event), `t` (its text) and `i` (idea). */
export const TOLD_COLUMNS = `n.kind, n.member_id as member, e.at, e.from_state as "from", e.to_state as "to", e.data, t.content as text,
  i.number, i.title, i.pathway, i.pathway_version as "pathwayVersion"`;

/** Joins those tables to `app.notification n`. */
export const TOLD_TABLES = `join app.domain_event e on e.id = n.event_id and e.organisation_id = n.organisation_id
  left join app.event_text t on t.event_id = e.id and t.organisation_id = n.organisation_id
  join app.idea i on i.id = n.idea_id and i.organisation_id = n.organisation_id`;

/** Who stands around the idea of an event, without hub and administrators; and whether anybody follows it. */
export interface EventCircle extends Omit<IdeaCircle, 'hub' | 'admins'> {
  readonly isFollowed: boolean;
}

/** Its time and place in the published order: they make an id that sorts notifications as their events happened. */
export function orderOf({ at, place }: Pick<DomainEvent, 'at' | 'place'>): { msecs: number; seq: number } {
  return { msecs: at.getTime(), seq: Number((place ?? 0n) & 0x7fffffffn) };
}

/** The notifications of the organisation at work. */
@Injectable()
export class NotificationsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** Events, and whether all that follows from them has been written; in the order of the log. */
  async events(ids: readonly string[]): Promise<{ event: DomainEvent; handled: boolean }[]> {
    const rows = await this.rows<EventRow & { handled: boolean }>(
      `select ${EVENT_COLUMNS}, handled_at is not null as handled from app.domain_event
       where organisation_id = $1 and id = any($2::uuid[]) order by seq`,
      [this.organisation, ids],
    );
    return rows.map((row) => ({ event: eventOf(row), handled: row.handled }));
  }

  /**
   * Who stands around the idea of each event now, and who was asked last by its moment to decide on it; the hub and the administrators left
   * out. By the event's id.
   */
  async circles(events: readonly Pick<DomainEvent, 'id'>[]): Promise<ReadonlyMap<string, EventCircle>> {
    const rows = await this.rows<EventCircle & { event: string }>(
      `select e.id as event, i.submitter_id as submitter, i.owner_id as owner,
         array(select member_id from app.idea_team where organisation_id = $1 and idea_id = i.id order by joined_at, member_id) as team,
         (select decider_id from app.decision where organisation_id = $1 and idea_id = i.id and asked_at <= e.at
           order by asked_at desc, id desc limit 1) as decider,
         exists (select 1 from app.idea_follower where organisation_id = $1 and idea_id = i.id) as "isFollowed"
       from app.domain_event e join app.idea i on i.id = e.idea_id and i.organisation_id = e.organisation_id
       where e.organisation_id = $1 and e.id = any($2::uuid[])`,
      [this.organisation, events.map(({ id }) => id)],
    );
    return new Map(rows.map((row) => [row.event, row]));
  }

  /**
   * Writes a notification, and where its kind has one a mail to send, for each member who has none of an event yet, and was not erased; gives
   * the members who got one, each once.
   */
  async tell(tellings: readonly (Telling & { readonly event: DomainEvent })[], host: string, now: Date): Promise<string[]> {
    const given = tellings.flatMap(({ event, kind, members }) => {
      const order = orderOf(event);
      return members.map((member) => {
        const delivery = uuid();
        return { id: uuid(order), member, event: event.id, kind, idea: event.idea.id, delivery, message: `<${delivery}@${host}>` };
      });
    });
    if (given.length === 0) return [];
    const rows = await this.rows<{ member: string }>(
      `with given as (
         select g.* from jsonb_to_recordset($3::jsonb) as g(id uuid, member uuid, event uuid, kind text, idea uuid, delivery uuid, message text)
         join app.membership m on m.id = g.member and m.organisation_id = $1
         join app.person_identity i on i.person_id = m.person_id
       ), told as (
         insert into app.notification (id, organisation_id, member_id, event_id, kind, idea_id, created_at)
         select id, $1, member, event, kind, idea, $2 from given order by event, member
         on conflict (member_id, event_id) do nothing returning id, member_id
       ), mailed as (
         insert into app.delivery (id, organisation_id, notification_id, channel, state, message_id, created_at)
         select g.delivery, $1, g.id, 'mail', 'queued', g.message, $2 from given g join told on told.id = g.id where g.kind <> all($4::text[])
       )
       select distinct member_id as member from told`,
      [this.organisation, now, JSON.stringify(given), WITHOUT_MAIL],
    );
    return rows.map((row) => row.member);
  }

  /** All that follows from these events has been written. */
  async handled(events: readonly string[], now: Date): Promise<void> {
    await this.rows(
      `update app.domain_event set handled_at = $3 where organisation_id = $1 and id = any($2::uuid[]) and handled_at is null`,
      [this.organisation, events, now],
    );
  }

  /** Events published before a moment that nobody has handled. */
  async unhandled(before: Date, limit: number): Promise<string[]> {
    const rows = await this.rows<{ id: string }>(
      `select id from app.domain_event where organisation_id = $1 and handled_at is null and published_at < $2 order by published_at limit $3`,
      [this.organisation, before, limit],
    );
    return rows.map((row) => row.id);
  }

  /** Notifications of a member, newest first, below an id. */
  async list(member: string, filter: { unread: boolean; before: string | null; limit: number }): Promise<NotificationRow[]> {
    return this.rows<NotificationRow>(
      `select n.id, n.read_at as "readAt", ${TOLD_COLUMNS} from app.notification n ${TOLD_TABLES}
       where n.organisation_id = $1 and n.member_id = $2 and (not $3 or n.read_at is null) and ($4::uuid is null or n.id < $4)
       order by n.id desc limit $5`,
      [this.organisation, member, filter.unread, filter.before, filter.limit],
    );
  }

  async unread(member: string): Promise<number> {
    const [row] = await this.rows<{ count: number }>(
      `select count(*)::int as count from app.notification where organisation_id = $1 and member_id = $2 and read_at is null`,
      [this.organisation, member],
    );
    return row?.count ?? 0;
  }

  /** Marks these of a member as read, or all; how many were not read before. */
  async markRead(member: string, ids: readonly string[] | null, now: Date): Promise<number> {
    const rows = await this.rows(
      `update app.notification set read_at = $3 where organisation_id = $1 and member_id = $2 and read_at is null
         and ($4::uuid[] is null or id = any($4::uuid[])) returning id`,
      [this.organisation, member, now, ids],
    );
    return rows.length;
  }
}
