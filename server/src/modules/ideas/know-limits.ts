import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { StepLimit } from '../../workflow/index.js';
import { type FactProvider, FactProviders, type IdeaKnowledge } from '../pathways/index.js';

/**
 * Tells guards and cards which steps are full, by the counts that the board shows, and which have a hard limit. Of limits that nothing
 * hangs on, because there is room and they are soft, it says nothing.
 */
@Injectable()
export class KnowLimits implements FactProvider<StepLimit>, OnModuleInit {
  readonly question = `select l.pathway, l.step, l.at_most as "atMost", l.hard, coalesce(c.total, 0) as total
    from app.wip_limit l
    left join app.column_count c on c.organisation_id = l.organisation_id and c.pathway = l.pathway and c.step = l.step
    where l.organisation_id = $1 and $2::uuid[] is not null and (l.hard or c.total >= l.at_most)`;

  constructor(private readonly providers: FactProviders) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  read(limits: readonly StepLimit[], ideas: readonly string[]): ReadonlyMap<string, IdeaKnowledge> {
    return limits.length === 0 ? new Map() : new Map(ideas.map((idea) => [idea, { facts: { limits } }]));
  }
}
