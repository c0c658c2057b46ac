import { Injectable } from '@nestjs/common';
import type { HomeView } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ReadDuties } from '../decisions/index.js';
import { ReadOwnIdeas } from '../ideas/index.js';
import { ReadNotifications } from './read-notifications.js';

/** How much of everything is shown; the rest is counted. */
const MOST = { ideas: 12, waiting: 20, news: 8 } as const;

/** Shows a member where their ideas stand, what waits for them and what is new, as of one moment. */
@Injectable()
export class ReadHome {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: ReadOwnIdeas,
    private readonly duties: ReadDuties,
    private readonly notifications: ReadNotifications,
  ) {}

  read(actor: Actor): Promise<HomeView> {
    return this.work.run(actor.organisation.id, async () => {
      // None needs the answer of another: together they cost hardly more than the longest.
      const [ideas, decisions, promises, news] = await Promise.all([
        this.ideas.stations(actor, MOST.ideas),
        this.duties.waiting(actor, MOST.waiting),
        this.ideas.waiting(actor, MOST.waiting),
        this.notifications.list(actor, { unread: true, limit: MOST.news }),
      ]);
      return { ideas, waiting: merged(decisions, promises), news: { items: news.items, total: news.unread } };
    });
  }
}

/** Both in one list, the oldest due first. */
function merged(...parts: readonly HomeView['waiting'][]): HomeView['waiting'] {
  const items = parts.flatMap((part) => part.items).sort((one, other) => Date.parse(one.due) - Date.parse(other.due));
  return { items: items.slice(0, MOST.waiting), total: parts.reduce((sum, part) => sum + part.total, 0) };
}
