import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { type DomainEvent, Subscriptions } from '../../platform/outbox/index.js';
import { idsIn, JobHandlers, Queues } from '../../platform/queues/index.js';
import { MembersRepository } from '../organisations/index.js';
import { AnnounceTold } from './announce-told.js';
import { mailJobs } from './deliver-mail.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { FollowedEvent } from './followers-told.repository.js';
import { type EventCircle, NotificationsRepository } from './notifications.repository.js';
import { followersLeftOut, type IdeaCircle, TOLD_OF, whoIsTold } from './recipients.js';
import { TellFollowers } from './tell-followers.js';

/** What follows from events: who was told, which mails wait, and of which the followers are still to be told. */
interface Written {
  readonly told: readonly string[];
  readonly mails: readonly string[];
  readonly followed: readonly FollowedEvent[];
}

/**
 * Turns events into notifications, in one transaction that also marks them as handled; then the mails are queued and
 * browsers told. Followers, of whom there may be many, come last. Doing it again changes nothing.
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
    private readonly announcing: AnnounceTold,
    private readonly followers: TellFollowers,
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
    const { told, mails, followed } = await this.work.run(organisation, () => this.write(ids));
    await this.queues.addBulk('deliver', mailJobs(organisation, mails));
    await this.announcing.announce(organisation, told);
    if (followed.length > 0) await this.followers.tell(organisation, followed);
  }

  private async write(ids: readonly string[]): Promise<Written> {
    const found = await this.notifications.events(ids);
    // A job that ended between the commit and its mails finds them when it comes again, also those of events that are handled.
    const fresh = found.flatMap(({ event, handled }) => (handled ? [] : [event]));
    if (fresh.length === 0) return { told: [], mails: await this.deliveries.ofEvents(ids), followed: [] };
    const now = this.clock.now();
    const circles = await this.circles(fresh);
    const tellings = fresh.flatMap((event) => {
      const circle = circles.get(event.id);
      const telling = circle && whoIsTold(event, circle);
      return telling ? [{ event, ...telling }] : [];
    });
    const followed = tellings.flatMap(({ event, kind, members }) => {
      const except = circles.get(event.id)?.isFollowed ? followersLeftOut({ kind, members }, event) : null;
      return except === null ? [] : [{ event, kind, except }];
    });
    const openIds = new Set(followed.map(({ event }) => event.id));
    const [told, , mails] = await Promise.all([
      this.notifications.tell(tellings, this.host, now),
      this.notifications.handled(
        fresh.flatMap(({ id }) => (openIds.has(id) ? [] : [id])),
        now,
      ),
      this.deliveries.ofEvents(ids),
    ]);
    return { told, mails, followed };
  }

  /** Who stands how to the idea of each event, by the event's id. */
  private async circles(events: readonly DomainEvent[]): Promise<ReadonlyMap<string, IdeaCircle & EventCircle>> {
    const [circles, hub, admins] = await Promise.all([
      this.notifications.circles(events),
      this.members.withRole(['hub']),
      this.members.withRole(['admin']),
    ]);
    // Administrators have the hub's rights, and its duties where there is no hub.
    return new Map([...circles].map(([event, circle]) => [event, { ...circle, hub: hub.length > 0 ? hub : admins, admins }]));
  }
}
