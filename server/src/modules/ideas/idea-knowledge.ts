import { Injectable } from '@nestjs/common';
import { IDEA_TEXTS } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import type { ActorRole, Facts } from '../../workflow/index.js';
import { FactProviders, type IdeaKnowledge } from '../pathways/index.js';
import type { Idea, IdeaRow } from './idea.entity.js';
import { rolesToward } from './idea.policy.js';

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
}

const NOTHING: Required<IdeaKnowledge> = { facts: {}, marks: [], relations: [], experimentEnd: null, experiments: [], team: [] };

/** Gathers the facts that guards ask for, for one idea or for a page of them, in one query. */
@Injectable()
export class IdeaKnowledgeGatherer {
  constructor(
    private readonly providers: FactProviders,
    private readonly clock: Clock,
  ) {}

  async gather(ideas: readonly KnownIdea[], mover: Mover, timeZone: string): Promise<ReadonlyMap<string, Known>> {
    if (ideas.length === 0) return new Map();
    const known = await this.providers.know(ideas.map((idea) => idea.id));
    const today = dayOf(this.clock.now(), timeZone);
    return new Map(
      ideas.map((idea) => {
        const knowledge = known.get(idea.id) ?? NOTHING;
        const roles = mover.actor
          ? [
              ...rolesToward(idea, mover.actor, knowledge.team.includes(mover.actor.member), mover.as),
              ...knowledge.relations.filter((relation) => relation.member === mover.actor?.member).map((relation) => relation.role),
            ]
          : [...mover.as];
        return [
          idea.id,
          { ...knowledge, facts: { ...knowledge.facts, roles, fields: fieldsOf(idea), cameFrom: idea.cameFrom, today }, roles },
        ];
      }),
    );
  }
}

function fieldsOf(idea: KnownIdea): Record<string, string | null> {
  if ('filled' in idea) return Object.fromEntries(IDEA_TEXTS.map((key) => [key, idea.filled.includes(key) ? 'filled' : null]));
  return Object.fromEntries(IDEA_TEXTS.map((key) => [key, idea[key]]));
}
