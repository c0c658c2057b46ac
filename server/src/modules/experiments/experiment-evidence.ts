import { Injectable } from '@nestjs/common';
import type { CardField, ExperimentState, VerdictView } from '#contracts';
import { type ExperimentRecord, ExperimentRecords } from './experiment-records.js';
import { ExperimentsRepository } from './experiments.repository.js';
import { groupCounts } from './group-sums.js';
import type { Measured } from './measured.js';
import type { TestCard } from './test-card.js';
import { verdictOf } from './verdict.js';

/** Who amended a card, when and why; people by their member id. */
export interface AmendmentReason {
  readonly at: Date;
  readonly member: string;
  readonly reason: string;
  readonly fields: readonly CardField[];
  readonly afterData: boolean;
}

/** How many measurements have other values than they were recorded with, how many were withdrawn, and when the last of that happened. */
export interface MeasurementChanges {
  readonly corrected: number;
  readonly withdrawn: number;
  readonly lastAt: Date;
}

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
  readonly reasons: readonly AmendmentReason[];
  /** What the rule says of the same numbers by the original card; null when it was never amended, or measured something else. */
  readonly byOriginal: VerdictView | null;
  /** What the rule says by the card as it stood before the first measurement, of the numbers as they were first recorded. */
  readonly atFirst: VerdictView;
  /** When it was started. */
  readonly startedAt: Date | null;
  /** What came out, in words. */
  readonly result: string | null;
  readonly amendedAfterData: boolean;
  /** What was changed of its measurements after they were recorded; null: nothing. */
  readonly corrections: MeasurementChanges | null;
  readonly verdict: VerdictView;
  /** The id of the experiment that adapts this one, if one does. */
  readonly successor: string | null;
}

/** Tells decisions what the experiments of an idea say. */
@Injectable()
export class ExperimentEvidence {
  constructor(
    private readonly experiments: ExperimentsRepository,
    private readonly records: ExperimentRecords,
  ) {}

  /** The experiments of an idea, in order of their number; inside a unit of work, in a number of queries that does not grow with them. */
  ofIdea(idea: string): Promise<EvidenceOfExperiment[]> {
    return this.ofIdeas([idea]);
  }

  /** The same of several ideas, in as many queries. */
  async ofIdeas(ideas: readonly string[]): Promise<EvidenceOfExperiment[]> {
    const experiments = await this.experiments.ofIdeas(ideas);
    const records = await this.records.of(experiments);
    return experiments.flatMap(({ id, number, title, state, lockedAt, endedAt, card, result }, index) => {
      const record = records[index];
      if (!record) return [];
      const { amendments, measurements, successor } = record;
      const lastBeforeData = amendments.find(({ afterData }) => afterData)?.before ?? null;
      const amendedAfterData = lastBeforeData !== null;
      const groups = groupCounts(measurements.filter(({ withdrawnAt }) => withdrawnAt === null));
      const original = amendments[0]?.before ?? null;
      return [
        {
          id,
          number,
          title,
          state,
          endedAt,
          card,
          original,
          reasons: amendments.map(({ at, memberId, reason, fields, afterData }) => ({ at, member: memberId, reason, fields, afterData })),
          byOriginal: original?.kind === card.kind ? verdictOf(original, groups, false) : null,
          atFirst: verdictOf(lastBeforeData ?? card, groupCounts(firstRecorded(record)), false),
          startedAt: lockedAt,
          result,
          amendments: amendments.length,
          amendedAfterData,
          corrections: changesOf(record),
          verdict: verdictOf(card, groups, amendedAfterData),
          successor: successor?.id ?? null,
        },
      ];
    });
  }
}

function changesOf({ measurements, corrections }: Pick<ExperimentRecord, 'measurements' | 'corrections'>): MeasurementChanges | null {
  if (corrections.length === 0) return null;
  const withdrawn = new Set(measurements.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id));
  const corrected = new Set(corrections.map(({ measurementId }) => measurementId).filter((id) => !withdrawn.has(id)));
  const lastAt = new Date(Math.max(...corrections.map(({ at }) => at.getTime())));
  return { corrected: corrected.size, withdrawn: withdrawn.size, lastAt };
}

/** The measurements before anybody corrected or withdrew one. */
function firstRecorded({ measurements, corrections }: Pick<ExperimentRecord, 'measurements' | 'corrections'>): Measured[] {
  const firsts = new Map(corrections.filter(({ number }) => number === 1).map(({ measurementId, before }) => [measurementId, before]));
  return measurements.map((it) => firsts.get(it.id) ?? it);
}
