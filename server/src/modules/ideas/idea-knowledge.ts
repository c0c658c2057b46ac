import { Injectable } from '@nestjs/common';
import { DateTime } from 'luxon';
import { IDEA_TEXTS } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import type { ActorRole, Facts } from '../../workflow/index.js';
import { FactProviders, type IdeaKnowledge } from '../pathways/index.js';
import type { Idea, IdeaRow } from './idea.entity.js';
import { rolesToward } from './idea.policy.js';
import { IdeasRepository } from './ideas.repository.js';

/** An idea as far as guards look at it. */
export type KnownIdea = Idea | IdeaRow;

/** Who moves an idea: a member, or no person at all (`decision`, `clock`). */
export interface Mover {
  readonly actor: Pick<Actor, 'organisation' | 'member' | 'roles' | 'language'> | null;
  readonly as: readonly ActorRole[];
}

/** What is known of one idea, seen by one mover. */
export interface Known extends Required<IdeaKnowledge> {
  readonly facts: Facts;
  readonly roles: readonly ActorRole[];
  /** Who works on it, first who joined first. */
  readonly team: readonly string[];
}

/** Gathers the facts that guards ask for, for one idea or for a page of them, in a fixed number of queries. */
@Injectable()
export class IdeaKnowledgeGatherer {
  constructor(
    private readonly providers: FactProviders,
    private readonly ideas: IdeasRepository,
    private readonly clock: Clock,
  ) {}

  async gather(ideas: readonly KnownIdea[], mover: Mover, timeZone: string): Promise<ReadonlyMap<string, Known>> {
    if (ideas.length === 0) return new Map();
    const ids = ideas.map((idea) => idea.id);
    const [known, around] = await Promise.all([this.providers.know(ids), this.ideas.around(ids)]);
    const today = DateTime.fromJSDate(this.clock.now(), { zone: timeZone }).toISODate() ?? undefined;
    return new Map(
      ideas.map((idea) => {
        const knowledge = known.get(idea.id) ?? { facts: {}, marks: [], relations: [], experimentEnd: null, experiments: [] };
        const { team, hasLesson } = around.get(idea.id) ?? { team: [], hasLesson: false };
        const roles = mover.actor
          ? [
              ...rolesToward(idea, mover.actor, team.includes(mover.actor.member), mover.as),
              ...knowledge.relations.filter((relation) => relation.member === mover.actor?.member).map((relation) => relation.role),
            ]
          : [...mover.as];
        const facts: Facts = { ...knowledge.facts, roles, fields: fieldsOf(idea), today, lessonWritten: hasLesson };
        return [idea.id, { ...knowledge, facts, roles, team }];
      }),
    );
  }
}

function fieldsOf(idea: KnownIdea): Record<string, string | null> {
  if ('filled' in idea) return Object.fromEntries(IDEA_TEXTS.map((key) => [key, idea.filled.includes(key) ? 'filled' : null]));
  return Object.fromEntries(IDEA_TEXTS.map((key) => [key, idea[key]]));
}
