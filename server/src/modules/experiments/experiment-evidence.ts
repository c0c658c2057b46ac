import { Injectable } from '@nestjs/common';
import type { ExperimentState, VerdictView } from '#contracts';
import { ExperimentRecords } from './experiment-records.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { groupCounts } from './group-sums.js';
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
  constructor(
    private readonly experiments: ExperimentsRepository,
    private readonly records: ExperimentRecords,
  ) {}

  /** The experiments of an idea, in order of their number; inside a unit of work, in a number of queries that does not grow with them. */
  async ofIdea(idea: string): Promise<EvidenceOfExperiment[]> {
    const experiments = await this.experiments.ofIdea(idea);
    const records = await this.records.of(experiments);
    return experiments.flatMap(({ id, number, title, state, endedAt, card }, index) => {
      const record = records[index];
      if (!record) return [];
      const { amendments, measurements } = record;
      const amendedAfterData = amendments.some(({ afterData }) => afterData);
      return [
        {
          id,
          number,
          title,
          state,
          endedAt,
          card,
          original: amendments[0]?.before ?? null,
          amendments: amendments.length,
          amendedAfterData,
          verdict: verdictOf(card, groupCounts(measurements.filter(({ withdrawnAt }) => withdrawnAt === null)), amendedAfterData),
        },
      ];
    });
  }
}
