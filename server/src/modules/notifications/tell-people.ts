import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { LiveBus } from '../../platform/live/index.js';
import { type DomainEvent, Subscriptions } from '../../platform/outbox/index.js';
import { JobHandlers, Queues } from '../../platform/queues/index.js';
import { MembersRepository } from '../organisations/index.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { NotificationsRepository } from './notifications.repository.js';
import { type IdeaCircle, TOLD_OF, whoIsTold } from './recipients.js';

/** Members in one announcement: PostgreSQL's NOTIFY carries 8,000 bytes. */
const ANNOUNCED = 100;

/**
 * Turns an event into notifications, in one transaction that also marks the event as handled; then the mails are queued and
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
    this.handlers.handle('notify', ({ organisation, event }) => this.tell(organisation, event ?? ''));
  }

  /** Tells everybody who should know of an event. */
  async tell(organisation: string, id: string): Promise<void> {
    const { told, mails } = await this.work.run(organisation, () => this.write(id));
    await this.queues.addBulk(
      'deliver',
      mails.map((delivery) => ({ id: delivery, data: { organisation, delivery } })),
    );
    for (let at = 0; at < told.length; at += ANNOUNCED) {
      await this.bus.announce({ organisation, notified: told.slice(at, at + ANNOUNCED) });
    }
  }

  private async write(id: string): Promise<{ told: readonly string[]; mails: readonly string[] }> {
    const found = await this.notifications.event(id);
    if (!found) return { told: [], mails: [] };
    // A job that ended between the commit and its mails finds them here when it comes again.
    if (found.handled) return { told: [], mails: await this.deliveries.ofEvent(id) };
    const now = this.clock.now();
    const telling = whoIsTold(found.event, await this.circle(found.event));
    const told = telling ? await this.notifications.tell(found.event, telling, this.host, now) : [];
    await this.notifications.handled(id, now);
    return { told, mails: told.length === 0 ? [] : await this.deliveries.ofEvent(id) };
  }

  private async circle({ idea, at }: DomainEvent): Promise<IdeaCircle> {
    const [hub, admins] = [await this.members.withRole(['hub']), await this.members.withRole(['admin'])];
    // Administrators have the hub's rights, and its duties where there is no hub.
    return { ...(await this.notifications.circle(idea.id, at)), hub: hub.length > 0 ? hub : admins, admins };
  }
}
