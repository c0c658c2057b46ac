import { Injectable, type OnModuleInit } from '@nestjs/common';
import { endOfDay } from '../../platform/clock/index.js';
import { type FactProvider, FactProviders, type IdeaKnowledge } from '../pathways/index.js';
import { type ExperimentDigest, ExperimentsRepository } from './experiments.repository.js';
import { verdictOf } from './verdict.js';

/** Tells guards and cards what is known of ideas through their experiments. */
@Injectable()
export class KnowExperiments implements FactProvider, OnModuleInit {
  constructor(
    private readonly providers: FactProviders,
    private readonly experiments: ExperimentsRepository,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async know(ideas: readonly string[]): Promise<ReadonlyMap<string, IdeaKnowledge>> {
    const byIdea = Map.groupBy(await this.experiments.digests(ideas), (experiment) => experiment.idea);
    return new Map([...byIdea].map(([idea, experiments]) => [idea, knowledgeOf(experiments)]));
  }
}

/** @param experiments of one idea, the latest first */
function knowledgeOf(experiments: readonly ExperimentDigest[]): IdeaKnowledge {
  const latest = experiments[0];
  const next = experiments.find(({ state }) => state === 'running') ?? experiments.find(({ state }) => state === 'planned');
  return {
    facts: { experimentConcluded: experiments.some(({ state }) => state === 'concluded') },
    marks: latest ? [markOf(latest)] : [],
    experimentEnd: next?.card.endsOn ? endOfDay(next.card.endsOn, next.timeZone) : null,
    experiments: experiments.map(({ id }) => id),
  };
}

function markOf({ state, card, measured }: ExperimentDigest) {
  // Whether the card was amended is told where the result is shown; the word is the same.
  const { verdict } = verdictOf(card, measured, false);
  return {
    kind: 'experiment' as const,
    state,
    verdict: verdict === 'no-data' ? null : verdict,
    startsOn: card.startsOn,
    endsOn: card.endsOn,
  };
}
