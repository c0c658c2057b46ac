import { Injectable } from '@nestjs/common';
import { type Engagement, EngagementsRepository } from '../ideas/index.js';
import type { Amendment } from './amendment.entity.js';
import { AmendmentsRepository } from './amendments.repository.js';
import type { Correction } from './correction.entity.js';
import { type ExperimentLink, ExperimentsRepository } from './experiments.repository.js';
import type { Measurement } from './measurement.entity.js';
import { MeasurementsRepository } from './measurements.repository.js';
import type { Observation } from './observation.entity.js';
import { ObservationsRepository } from './observations.repository.js';

/** All that was written of one experiment beside its card. */
export interface ExperimentRecord {
  readonly amendments: readonly Amendment[];
  readonly measurements: readonly Measurement[];
  readonly corrections: readonly Correction[];
  readonly observations: readonly Observation[];
  readonly engagements: readonly Engagement[];
  readonly basedOn: ExperimentLink | null;
  readonly successor: ExperimentLink | null;
}

/** Reads what was written of experiments, in a number of queries that does not grow with them. */
@Injectable()
export class ExperimentRecords {
  constructor(
    private readonly experiments: ExperimentsRepository,
    private readonly amendments: AmendmentsRepository,
    private readonly measurements: MeasurementsRepository,
    private readonly observations: ObservationsRepository,
    private readonly engagements: EngagementsRepository,
  ) {}

  /** What was written of each of these experiments, in the same order. */
  async of(experiments: readonly { readonly id: string; readonly basedOn: string | null }[]): Promise<ExperimentRecord[]> {
    const ids = experiments.map(({ id }) => id);
    const amendments = Map.groupBy(await this.amendments.ofExperiments(ids), (it) => it.experimentId);
    const measurements = Map.groupBy(await this.measurements.ofExperiments(ids), (it) => it.experimentId);
    const corrections = await this.measurements.corrections(ids);
    const observations = Map.groupBy(await this.observations.ofExperiments(ids), (it) => it.experimentId);
    const engagements = Map.groupBy(await this.engagements.ofExperiments(ids), (it) => it.experimentId);
    const kin = await this.experiments.kin(ids);
    return experiments.map(({ id, basedOn }) => {
      const measured = measurements.get(id) ?? [];
      const theirs = new Set(measured.map((it) => it.id));
      return {
        amendments: amendments.get(id) ?? [],
        measurements: measured,
        corrections: corrections.filter((it) => theirs.has(it.measurementId)),
        observations: observations.get(id) ?? [],
        engagements: engagements.get(id) ?? [],
        basedOn: kin.find((it) => it.id === basedOn) ?? null,
        successor: kin.find((it) => it.basedOn === id) ?? null,
      };
    });
  }
}
