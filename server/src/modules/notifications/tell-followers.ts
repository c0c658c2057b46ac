import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { AnnounceTold } from './announce-told.js';
import { type FollowedEvent, FollowersToldRepository, type LastTold } from './followers-told.repository.js';
import { NotificationsRepository } from './notifications.repository.js';

/** Followers who are told in one transaction. */
const PAGE = 1_000;

/**
 * Tells those who follow an idea what becomes of it: in Polku, never by a mail at once. However many they are, the database finds and writes
 * them page by page, and the events are marked as handled after the last. Doing it again changes nothing.
 */
@Injectable()
export class TellFollowers {
  constructor(
    private readonly work: UnitOfWork,
    private readonly followers: FollowersToldRepository,
    private readonly notifications: NotificationsRepository,
    private readonly announcing: AnnounceTold,
    private readonly clock: Clock,
  ) {}

  async tell(organisation: string, events: readonly FollowedEvent[]): Promise<void> {
    let after: LastTold | null = null;
    do after = await this.page(organisation, events, after);
    while (after !== null);
  }

  /** Tells a page of them; gives the last of it, or null when there are no more. */
  private async page(organisation: string, events: readonly FollowedEvent[], after: LastTold | null): Promise<LastTold | null> {
    const { told, last } = await this.work.run(organisation, async () => {
      const now = this.clock.now();
      const page = await this.followers.tell(events, after, PAGE, now);
      if (page.last === null) {
        await this.notifications.handled(
          events.map(({ event }) => event.id),
          now,
        );
      }
      return page;
    });
    await this.announcing.announce(organisation, told);
    return last;
  }
}
