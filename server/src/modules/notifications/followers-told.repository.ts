import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { NotificationKind } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import type { DomainEvent } from '../../platform/outbox/index.js';
import { orderOf } from './notifications.repository.js';

/** Characters of an id that say when; the others are by chance. */
const WHEN = 26;

/** An event of which the followers of its idea are told. */
export interface FollowedEvent {
  readonly event: DomainEvent;
  readonly kind: NotificationKind;
  /** Who is not told of it as a follower: who did it, and who is told more than that. */
  readonly except: readonly string[];
}

/** The last who was looked at: of which event, which member. */
export interface LastTold {
  readonly event: string;
  readonly member: string;
}

/** What followers are told. They are never read into the program: one statement finds and tells a page of them. */
@Injectable()
export class FollowersToldRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /**
   * Writes a notification for each of the next followers who followed when it happened, can still see the idea, and has not been told yet.
   * Gives those who got one, each once, and the last who was looked at; null when nobody comes after.
   */
  async tell(
    events: readonly FollowedEvent[],
    after: LastTold | null,
    limit: number,
    now: Date,
  ): Promise<{ readonly told: readonly string[]; readonly last: LastTold | null }> {
    const given = events.map(({ event, kind, except }) => ({
      ...{ id: event.id, idea: event.idea.id, at: event.at, kind, spared: except },
      when: uuid(orderOf(event)).slice(0, WHEN),
    }));
    const [row] = await this.rows<{ told: string[]; looked: number; event: string | null; member: string | null }>(
      `with events as (
         select * from jsonb_to_recordset($3::jsonb) as e(id uuid, idea uuid, at timestamptz, kind text, spared uuid[], "when" text)
       ), page as materialized (
         select e.*, f.member_id as member, f.since from events e cross join lateral (
           select member_id, since from app.idea_follower
           where organisation_id = $1 and idea_id = e.idea
             and member_id > case when e.id = $4::uuid then $5::uuid else '00000000-0000-0000-0000-000000000000' end
           order by member_id limit $6
         ) f where $4::uuid is null or e.id >= $4::uuid order by e.id, f.member_id limit $6
       ), told as (
         insert into app.notification (id, organisation_id, member_id, event_id, kind, idea_id, created_at)
         select (p."when" || right(gen_random_uuid()::text, ${36 - WHEN}))::uuid, $1, p.member, p.id, p.kind, p.idea, $2 from page p
         join app.membership m on m.id = p.member and m.organisation_id = $1 and not m.roles <@ array['resident']
         join app.person_identity i on i.person_id = m.person_id
         where p.since <= p.at and p.member <> all(p.spared) order by p.id, p.member
         on conflict (member_id, event_id) do nothing returning member_id
       )
       select array(select distinct member_id from told) as told, (select count(*)::int from page) as looked, l.id as event, l.member
       from (values (1)) always left join (select id, member from page order by id desc, member desc limit 1) l on true`,
      [this.organisation, now, JSON.stringify(given), after?.event ?? null, after?.member ?? null, limit],
    );
    if (!row) throw new Error('The page of followers has no row.');
    const { told, looked, event, member } = row;
    return { told, last: looked === limit && event !== null && member !== null ? { event, member } : null };
  }
}
