import type { IdeaFilter as Asked } from '#contracts';
import type { Actor } from '../../platform/tenancy/index.js';
import type { IdeaFilter } from './ideas.repository.js';

/** What a member asks a list of ideas for. */
export function filterOf({ q, step, tag, mine }: Asked, actor: Pick<Actor, 'member'>): IdeaFilter {
  return { q: q || undefined, step: step || undefined, tag: tag || undefined, member: mine === true ? actor.member : undefined };
}
