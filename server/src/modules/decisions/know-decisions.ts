import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DecisionFact } from '../../workflow/index.js';
import { type FactProvider, FactProviders, type IdeaKnowledge } from '../pathways/index.js';
import { type DecisionDigest, DecisionsRepository } from './decisions.repository.js';

/** Tells guards and cards where the decisions of ideas stand. */
@Injectable()
export class KnowDecisions implements FactProvider, OnModuleInit {
  constructor(
    private readonly providers: FactProviders,
    private readonly decisions: DecisionsRepository,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async know(ideas: readonly string[]): Promise<ReadonlyMap<string, IdeaKnowledge>> {
    const byIdea = Map.groupBy(await this.decisions.digests(ideas), (decision) => decision.idea);
    return new Map([...byIdea].map(([idea, decisions]) => [idea, knowledgeOf(decisions)]));
  }
}

/** @param decisions the latest of each kind of one idea */
function knowledgeOf(decisions: readonly DecisionDigest[]): IdeaKnowledge {
  return {
    facts: { decisions: Object.fromEntries(decisions.map((decision) => [decision.kind, factOf(decision)])) },
    marks: decisions
      .filter(({ state }) => state !== 'decided')
      .map(({ kind, deadline }) => ({ kind: 'decision-asked', decision: kind, deadline: deadline.toISOString() })),
  };
}

/** A yes that was used up by its move opens nothing any more. */
function factOf({ state, outcome, isUsed }: DecisionDigest): DecisionFact {
  if (isUsed) return 'none';
  return state === 'decided' ? (outcome ?? 'none') : state;
}
