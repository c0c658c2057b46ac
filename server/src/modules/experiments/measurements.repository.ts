import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Group } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Correction } from './correction.entity.js';
import type { Measured } from './measured.js';
import { Measurement } from './measurement.entity.js';
import type { TestCard } from './test-card.js';

/** How many measurements an experiment has. */
export interface MeasurementCount {
  /** All that were ever recorded. */
  readonly recorded: number;
  /** The groups of which some count: are not withdrawn. */
  readonly groups: readonly Group[];
  /** The first day on which the test group was measured and it counts, and the last of all groups; null: none. */
  readonly firstOn: string | null;
  readonly lastOn: string | null;
}

/** What was measured in the experiments of the organisation at work, and how it was corrected. */
@Injectable()
export class MeasurementsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** A measurement of this experiment. */
  async find(experiment: string, id: string): Promise<Measurement | null> {
    return this.manager.findOneBy(Measurement, { organisationId: this.organisation, experimentId: experiment, id });
  }

  async count(experiment: string): Promise<MeasurementCount> {
    const [row] = await this.rows<MeasurementCount>(
      `select count(*)::int as recorded,
         coalesce(array_agg(distinct group_name) filter (where withdrawn_at is null), '{}') as groups,
         min(measured_on) filter (where withdrawn_at is null and group_name = 'test')::text as "firstOn",
         max(measured_on) filter (where withdrawn_at is null)::text as "lastOn"
       from app.measurement where organisation_id = $1 and experiment_id = $2`,
      [this.organisation, experiment],
    );
    return row ?? { recorded: 0, groups: [], firstOn: null, lastOn: null };
  }

  /** How many items of a checklist have not been looked at yet; null for an experiment that is none. */
  async itemsLeft({ id, card }: { readonly id: string; readonly card: TestCard }): Promise<number | null> {
    if (card.kind !== 'checklist' || card.sampleSize === null) return null;
    const [row] = await this.rows<{ total: number }>(
      `select coalesce(sum(total), 0)::float8 as total from app.measurement
       where organisation_id = $1 and experiment_id = $2 and withdrawn_at is null`,
      [this.organisation, id],
    );
    return Math.max(0, card.sampleSize - (row?.total ?? 0));
  }

  /** What was measured in these experiments, by day and then as it was recorded; what was withdrawn too. */
  async ofExperiments(experiments: readonly string[]): Promise<Measurement[]> {
    return this.manager.find(Measurement, {
      where: { organisationId: this.organisation, experimentId: In([...experiments]) },
      order: { on: 'ASC', at: 'ASC', id: 'ASC' },
    });
  }

  async add(measurements: readonly Measurement[]): Promise<void> {
    await this.manager.insert(Measurement, [...measurements]);
  }

  /** Puts other values in force, or takes the measurement out of force. */
  async correct(id: string, changes: Partial<Measured> | { withdrawnAt: Date }): Promise<void> {
    await this.manager.update(Measurement, { organisationId: this.organisation, id }, changes);
  }

  async addCorrection(correction: Omit<Correction, 'organisationId' | 'number'>): Promise<void> {
    const corrections = await this.manager.countBy(Correction, {
      organisationId: this.organisation,
      measurementId: correction.measurementId,
    });
    await this.manager.insert(Correction, { ...correction, organisationId: this.organisation, number: corrections + 1 });
  }

  /** The corrections of these experiments' measurements, first to last. */
  async corrections(experiments: readonly string[]): Promise<Correction[]> {
    return this.rows<Correction>(
      `select c.id, c.organisation_id as "organisationId", c.measurement_id as "measurementId", c.number, c.before, c.after, c.reason,
         c.member_id as "memberId", c.at
       from app.measurement_correction c join app.measurement m on m.id = c.measurement_id and m.organisation_id = c.organisation_id
       where c.organisation_id = $1 and m.experiment_id = any($2::uuid[]) order by c.measurement_id, c.number`,
      [this.organisation, experiments],
    );
  }
}
