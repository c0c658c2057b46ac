import { Injectable } from '@nestjs/common';
import type { ExperimentState, VerdictView } from '#contracts';
import { ExperimentsRepository } from './experiments.repository.js';
import type { TestCard } from './test-card.js';
import { verdictOf } from './verdict.js';

/** An experiment, as far as a decision rests on it. */
export interface EvidenceOfExperiment {
  readonly id: string;
  /** First, second … experiment of its idea. */
  readonly number: number;
  readonly title: string;
  readonly state: ExperimentState;
  /** When it was concluded or stopped. */
  readonly endedAt: Date | null;
  readonly card: TestCard;
  /** The card as it was locked at the start; null when it was never amended. */
  readonly original: TestCard | null;
  readonly amendments: number;
  readonly amendedAfterData: boolean;
  readonly verdict: VerdictView;
}

/** Tells decisions what the experiments of an idea say. */
@Injectable()
export class ExperimentEvidence {
  constructor(private readonly experiments: ExperimentsRepository) {}

  /** The experiments of an idea, in order of their number; inside a unit of work, in a number of queries that does not grow with them. */
  async ofIdea(idea: string): Promise<EvidenceOfExperiment[]> {
    const experiments = await this.experiments.ofIdea(idea);
    const measured = await this.experiments.measurements(experiments.map(({ id }) => id));
    const byExperiment = Map.groupBy(measured, (measurement) => measurement.experimentId);
    return experiments.map(({ id, number, title, state, endedAt, card }) => ({
      id,
      number,
      title,
      state,
      endedAt,
      card,
      // A locked card cannot be amended.
      original: null,
      amendments: 0,
      amendedAfterData: false,
      verdict: verdictOf(card, byExperiment.get(id) ?? []),
    }));
  }
}
