import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { jobsOver, Queues } from '../../platform/queues/index.js';
import { TimerPoller } from '../../platform/timers/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import { mailJobs } from './deliver-mail.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { NotificationsRepository } from './notifications.repository.js';

const A_MINUTE = 60_000;
const A_DAY = 24 * 60 * A_MINUTE;
const BATCH = 1_000;

/**
 * Adds the jobs of events and mails again that have waited for more than a minute, and of mails whose time has come again: the rows are
 * the truth, not the queue.
 */
@Injectable()
export class FindLostJobs implements OnModuleInit {
  private readonly logger = new Logger(FindLostJobs.name);

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
    const now = this.clock.now();
    const before = new Date(now.getTime() - A_MINUTE);
    const yesterday = new Date(now.getTime() - A_DAY);
    for (const { id: organisation, slug } of await this.organisations.all()) {
      const { events, mails, late } = await this.work.run(organisation, async () => ({
        events: await this.notifications.unhandled(before, BATCH),
        mails: await this.deliveries.due(now, before, BATCH),
        late: await this.deliveries.sayLate(yesterday, now),
      }));
      if (late > 0) {
        this.logger.warn(`Mails of ${slug} have waited for more than a day since the last time this was said: ${late}. Check SMTP_URL.`);
      }
      await this.queues.addBulk('notify', jobsOver(organisation, 'events', events));
      await this.queues.addBulk('deliver', mailJobs(organisation, mails));
    }
  }
}
