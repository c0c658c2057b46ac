import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Queues } from '../../platform/queues/index.js';
import { TimerPoller } from '../../platform/timers/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { NotificationsRepository } from './notifications.repository.js';

const A_MINUTE = 60_000;
const BATCH = 1_000;

/** Adds the jobs of events and mails again that have waited for more than a minute: the rows are the truth, not the queue. */
@Injectable()
export class FindLostJobs implements OnModuleInit {
  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
    private readonly notifications: NotificationsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly queues: Queues,
    private readonly poller: TimerPoller,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.poller.sweep(() => this.find());
  }

  /** Goes through all organisations. */
  async find(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - A_MINUTE);
    for (const { id: organisation } of await this.organisations.all()) {
      const { events, mails } = await this.work.run(organisation, async () => ({
        events: await this.notifications.unhandled(before, BATCH),
        mails: await this.deliveries.waiting(before, BATCH),
      }));
      await this.queues.addBulk(
        'notify',
        events.map((event) => ({ id: event, data: { organisation, event } })),
      );
      await this.queues.addBulk(
        'deliver',
        mails.map((delivery) => ({ id: delivery, data: { organisation, delivery } })),
      );
    }
  }
}
