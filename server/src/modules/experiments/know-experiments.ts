import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock, endOfDay } from '../../platform/clock/index.js';
import type { Facts } from '../../workflow/index.js';
import { type FactProvider, FactProviders, type IdeaKnowledge } from '../pathways/index.js';
import { isOverdue } from './experiment.policy.js';
import { type ExperimentDigest, ExperimentsRepository } from './experiments.repository.js';
import { verdictOf } from './verdict.js';

/** Tells guards and cards what is known of ideas through their experiments. */
@Injectable()
export class KnowExperiments implements FactProvider, OnModuleInit {
  constructor(
    private readonly providers: FactProviders,
    private readonly experiments: ExperimentsRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.providers.register(this);
  }

  async know(ideas: readonly string[]): Promise<ReadonlyMap<string, IdeaKnowledge>> {
    const byIdea = Map.groupBy(await this.experiments.digests(ideas), (experiment) => experiment.idea);
    const now = this.clock.now();
    return new Map([...byIdea].map(([idea, experiments]) => [idea, knowledgeOf(experiments, now)]));
  }
}

/** @param experiments of one idea, the latest first */
function knowledgeOf(experiments: readonly ExperimentDigest[], now: Date): IdeaKnowledge {
  const overdue = experiments.find((experiment) => isOverdue(experiment, now, experiment.timeZone));
  const next = experiments.find(({ state }) => state === 'running') ?? experiments.find(({ state }) => state === 'planned');
  // A broken promise is shown before what came after it.
  const shown = overdue ?? experiments[0];
  return {
    facts: {
      experimentConcluded: !overdue && experiments.some(({ state }) => state === 'concluded'),
      experiment: overdue ? { state: 'overdue', number: overdue.number } : furthestOf(experiments),
    },
    marks: shown ? [markOf(shown, shown === overdue)] : [],
    experimentEnd: next?.card.endsOn ? endOfDay(next.card.endsOn, next.timeZone) : null,
  };
}

function furthestOf(experiments: readonly ExperimentDigest[]): Facts['experiment'] {
  for (const state of ['concluded', 'measured', 'running', 'planned'] as const) {
    const furthest = experiments.find((experiment) => experiment.state === state);
    if (furthest) return { state, number: furthest.number };
  }
  return { state: 'none', number: null };
}

function markOf({ state, card, successes, total }: ExperimentDigest, overdue: boolean) {
  const verdict = total > 0 ? verdictOf(card, [{ group: 'test', successes, total }]).verdict : null;
  return { kind: 'experiment' as const, state, verdict, startsOn: card.startsOn, endsOn: card.endsOn, overdue };
}
