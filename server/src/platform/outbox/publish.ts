import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { Inject } from '@nestjs/common';
import { rowsOf, UnitOfWork } from '../database/index.js';
import { chainKey, linkOf } from './chain.js';
import { type DomainEvent, EVENT_COLUMNS, eventOf, type EventRow } from './domain-event.js';
import { PublishedOrder } from './published-order.js';
import { Subscriptions } from './subscriptions.js';

const BATCH = 500;

/** The first of the relay's three steps: gives an organisation's new events their place, link and counts. */
@Injectable()
export class Publisher {
  constructor(
    private readonly work: UnitOfWork,
    private readonly order: PublishedOrder,
    private readonly clock: Clock,
    private readonly subscriptions: Subscriptions,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  /**
   * Publishes the next batch in one transaction, and gives all events that are published but not yet handed over, oldest first.
   * Null when another relay works on this organisation.
   */
  publish(organisation: string): Promise<DomainEvent[] | null> {
    return this.work.run(organisation, async () => {
      const { manager } = this.work;
      if (!(await this.order.tryHold())) return null;
      const fresh = rowsOf<EventRow>(
        await manager.query(
          `select ${EVENT_COLUMNS} from app.domain_event where id in (select event_id from app.relay_pending where organisation_id = $1)
             and organisation_id = $1 and place is null order by seq limit ${BATCH}`,
          [organisation],
        ),
      );
      if (fresh.length > 0) await this.place(organisation, fresh);
      const waiting = rowsOf<EventRow>(
        await manager.query(
          `select ${EVENT_COLUMNS} from app.domain_event where id in (select event_id from app.relay_pending where organisation_id = $1)
             and organisation_id = $1 and place is not null order by place limit ${BATCH}`,
          [organisation],
        ),
      );
      return waiting.map(eventOf);
    });
  }

  /** The third step: the batch has been handed over. */
  async handedOver(organisation: string, events: readonly DomainEvent[]): Promise<void> {
    const unheard = events.filter((event) => this.subscriptions.queueOf(event.kind) === null).map((event) => event.id);
    await this.work.run(organisation, async () => {
      if (unheard.length > 0) {
        await this.work.manager.query(`update app.domain_event set handled_at = $3 where organisation_id = $1 and id = any($2::uuid[])`, [
          organisation,
          unheard,
          this.clock.now(),
        ]);
      }
      await this.work.manager.query(`delete from app.relay_pending where event_id = any($1::uuid[])`, [events.map((event) => event.id)]);
    });
  }

  private async place(organisation: string, fresh: readonly EventRow[]): Promise<void> {
    const { manager } = this.work;
    const [head] = rowsOf<{ place: string; hash: Buffer }>(
      await manager.query(
        `insert into app.relay_head (organisation_id) values ($1) on conflict (organisation_id) do update set place = app.relay_head.place
         returning place, hash`,
        [organisation],
      ),
    );
    const key = chainKey(this.config.secret, organisation);
    let place = BigInt(head?.place ?? 0);
    let link = head?.hash ?? Buffer.alloc(0);
    const placed = fresh.map((row) => {
      place += 1n;
      link = linkOf(key, link, place, row);
      return { id: row.id, place: place.toString(), hash: link.toString('hex') };
    });
    await manager.query(
      `update app.domain_event e set place = p.place, hash = decode(p.hash, 'hex'), published_at = $2
       from jsonb_to_recordset($1::jsonb) as p(id uuid, place bigint, hash text) where e.id = p.id and e.organisation_id = $3`,
      [JSON.stringify(placed), this.clock.now(), organisation],
    );
    await manager.query(`update app.relay_head set place = $2, hash = $3 where organisation_id = $1`, [
      organisation,
      place.toString(),
      link,
    ]);
    const events = fresh.map(eventOf);
    for (const projection of this.subscriptions.projections) await projection.apply(events, manager);
  }
}
