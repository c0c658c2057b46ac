import { Inject, Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { DataSource, rowsOf } from '../database/index.js';
import { LiveBus } from '../live/index.js';
import { Outage } from '../logging/index.js';
import { jobsOver, Queues } from '../queues/index.js';
import type { DomainEvent } from './domain-event.js';
import { Publisher } from './publish.js';
import { RelayBell } from './relay-bell.js';
import { Subscriptions } from './subscriptions.js';

const POLL = 200;

/**
 * Hands events on: (a) places them in the published order, (b) adds their jobs and announces them to live streams,
 * (c) marks them handed over. A crash anywhere repeats (b); its receivers are idempotent.
 */
@Injectable()
export class Relay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly outage = new Outage(new Logger(Relay.name), 'The relay could not hand on events');
  private running = false;
  private loop: Promise<void> = Promise.resolve();
  /** When the last round ended without an error; null before the first. */
  lastRound: Date | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly publisher: Publisher,
    private readonly queues: Queues,
    private readonly bus: LiveBus,
    private readonly bell: RelayBell,
    private readonly subscriptions: Subscriptions,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.config.roles.has('worker')) return;
    this.running = true;
    this.loop = this.run();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.running = false;
    this.bell.ring();
    await this.loop;
  }

  private async run(): Promise<void> {
    while (this.running) {
      try {
        const busy = await this.round();
        this.lastRound = new Date(performance.timeOrigin + performance.now());
        this.outage.worked();
        if (busy) continue;
      } catch (error) {
        this.outage.failed(error);
      }
      await this.bell.heard(this.outage.wait(POLL));
    }
  }

  /** One round over all organisations with something to hand over; whether there was anything. */
  async round(): Promise<boolean> {
    const pending = rowsOf<{ organisation_id: string }>(
      await this.dataSource.query(`select distinct organisation_id from app.relay_pending`),
    );
    let busy = false;
    for (const { organisation_id: organisation } of pending) {
      const events = await this.publisher.publish(organisation);
      if (events === null || events.length === 0) continue;
      await this.handOver(organisation, events);
      busy = true;
    }
    return busy;
  }

  private async handOver(organisation: string, events: readonly DomainEvent[]): Promise<void> {
    const last = events.at(-1);
    for (const [queue, batch] of Map.groupBy(events, (event) => this.subscriptions.queueOf(event.kind))) {
      if (queue === null) continue;
      await this.queues.addBulk(
        queue,
        jobsOver(
          organisation,
          'events',
          batch.map(({ id }) => id),
        ),
      );
    }
    if (last?.place) await this.bus.announce({ organisation, place: last.place.toString() });
    await this.publisher.handedOver(organisation, events);
  }
}
