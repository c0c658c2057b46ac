import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { LiveBus } from '../../platform/live/index.js';
import { type DomainEvent, Subscriptions } from '../../platform/outbox/index.js';
import { idsIn, JobHandlers, Queues } from '../../platform/queues/index.js';
import { MembersRepository } from '../organisations/index.js';
import { mailJobs } from './deliver-mail.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { NotificationsRepository } from './notifications.repository.js';
import { type IdeaCircle, TOLD_OF, whoIsTold } from './recipients.js';

/** Members in one announcement: PostgreSQL's NOTIFY carries 8,000 bytes. */
const ANNOUNCED = 100;

/**
 * Turns events into notifications, in one transaction that also marks them as handled; then the mails are queued and
 * browsers told. Doing it again changes nothing.
 */
@Injectable()
export class TellPeople implements OnModuleInit {
  private readonly host: string;

  constructor(
    private readonly work: UnitOfWork,
    private readonly notifications: NotificationsRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly members: MembersRepository,
    private readonly subscriptions: Subscriptions,
    private readonly handlers: JobHandlers,
    private readonly queues: Queues,
    private readonly bus: LiveBus,
    private readonly clock: Clock,
    @Inject(CONFIG) config: RunningConfig,
  ) {
    this.host = config.publicUrl?.hostname ?? 'polku.localhost';
  }

  onModuleInit(): void {
    this.subscriptions.toQueue('notify', TOLD_OF);
    this.handlers.handle('notify', (job) => this.tell(job.organisation, idsIn(job, 'events')));
  }

  /** Tells everybody who should know of these events. */
  async tell(organisation: string, ids: readonly string[]): Promise<void> {
    const { told, mails } = await this.work.run(organisation, () => this.write(ids));
    await this.queues.addBulk('deliver', mailJobs(organisation, mails));
    for (let at = 0; at < told.length; at += ANNOUNCED) {
      await this.bus.announce({ organisation, notified: told.slice(at, at + ANNOUNCED) });
    }
  }

  private async write(ids: readonly string[]): Promise<{ told: readonly string[]; mails: readonly string[] }> {
    const found = await this.notifications.events(ids);
    // A job that ended between the commit and its mails finds them when it comes again, also those of events that are handled.
    const fresh = found.flatMap(({ event, handled }) => (handled ? [] : [event]));
    if (fresh.length === 0) return { told: [], mails: await this.deliveries.ofEvents(ids) };
    const now = this.clock.now();
    const circles = await this.circles(fresh);
    const tellings = fresh.flatMap((event) => {
      const circle = circles.get(event.id);
      const telling = circle && whoIsTold(event, circle);
      return telling ? [{ event, ...telling }] : [];
    });
    const [told, , mails] = await Promise.all([
      this.notifications.tell(tellings, this.host, now),
      this.notifications.handled(
        fresh.map(({ id }) => id),
        now,
      ),
      this.deliveries.ofEvents(ids),
    ]);
    return { told, mails };
  }

  /** Who stands how to the idea of each event, by the event's id. */
  private async circles(events: readonly DomainEvent[]): Promise<ReadonlyMap<string, IdeaCircle>> {
    const [circles, hub, admins] = await Promise.all([
      this.notifications.circles(events),
      this.members.withRole(['hub']),
      this.members.withRole(['admin']),
    ]);
    // Administrators have the hub's rights, and its duties where there is no hub.
    return new Map([...circles].map(([event, circle]) => [event, { ...circle, hub: hub.length > 0 ? hub : admins, admins }]));
  }
}
