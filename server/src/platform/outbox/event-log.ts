import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { EventKind } from '#contracts';
import { Clock } from '../clock/index.js';
import { UnitOfWork } from '../database/index.js';
import { type Count, Metrics } from '../metrics/index.js';
import { commitmentTo } from './chain.js';
import type { NewEvent, RecordedEvent } from './domain-event.js';
import { RelayBell } from './relay-bell.js';

/** Writes events into the transaction that made them happen: outbox, timeline, audit and live stream in one row. */
@Injectable()
export class EventLog {
  private readonly moves: Count;

  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly bell: RelayBell,
    metrics: Metrics,
  ) {
    this.moves = metrics.counter('polku_moves_total', 'Moves of ideas that were made.', ['direction']);
  }

  /** Records that something happened; gives the event's id. */
  async record(event: NewEvent): Promise<string> {
    const [id] = await this.recordAll([event]);
    if (id === undefined) throw new Error('The event was not written.');
    return id;
  }

  /** What has been recorded about an idea in events of these kinds whose data says this, the first first. */
  async recorded(idea: string, kinds: readonly EventKind[], data: Readonly<Record<string, unknown>>): Promise<RecordedEvent[]> {
    return this.work.rows(
      `select kind, at, to_state as "to", data from app.domain_event
       where organisation_id = $1 and idea_id = $2 and kind = any($3::text[]) and data @> $4::jsonb order by seq`,
      [this.work.organisation, idea, kinds, JSON.stringify(data)],
    );
  }

  /** Records many at once, in this order, in one statement. */
  async recordAll(events: readonly NewEvent[]): Promise<string[]> {
    if (events.length === 0) return [];
    const organisation = this.work.organisation;
    const at = this.clock.now();
    const rows = events.map((event, position) => {
      const salt = event.text ? randomBytes(16) : null;
      return {
        position,
        id: uuid(),
        kind: event.kind,
        idea_id: event.idea.id,
        idea_number: event.idea.number,
        idea_version: event.idea.version,
        member_id: event.member,
        from_state: event.from ?? null,
        to_state: event.to ?? null,
        data: event.data ?? {},
        salt: salt ? salt.toString('hex') : null,
        content: event.text ?? null,
        commitment: salt ? commitmentTo(salt, event.text).toString('hex') : null,
      };
    });
    await this.work.rows(
      `with given as (
         select * from jsonb_to_recordset($3::jsonb) as row(id uuid, kind text, idea_id uuid, idea_number int, idea_version int,
           member_id uuid, from_state text, to_state text, data jsonb, salt text, content jsonb, commitment text, position int)
       ), event as (
         insert into app.domain_event (id, organisation_id, at, kind, idea_id, idea_number, idea_version, member_id, from_state, to_state, data, commitment)
         select id, $1, $2, kind, idea_id, idea_number, idea_version, member_id, from_state, to_state, data, decode(commitment, 'hex')
         from given order by position
       ), told as (
         insert into app.event_text (event_id, organisation_id, salt, content)
         select id, $1, decode(salt, 'hex'), content from given where content is not null
       )
       insert into app.relay_pending (event_id, organisation_id) select id, $1 from given`,
      [organisation, at, JSON.stringify(rows)],
    );
    this.work.afterCommit(() => {
      this.bell.ring();
      this.countMoves(events);
    });
    return rows.map((row) => row.id);
  }

  private countMoves(events: readonly NewEvent[]): void {
    for (const { kind, data } of events) {
      if (kind !== 'idea-moved') continue;
      const direction = data?.['direction'];
      this.moves.add({ direction: typeof direction === 'string' ? direction : 'none' });
    }
  }
}
