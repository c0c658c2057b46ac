import { Injectable } from '@nestjs/common';
import type { ExperimentState } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Experiment } from './experiment.entity.js';
import { Measurement } from './measurement.entity.js';
import type { TestCard } from './test-card.js';

/** An experiment as far as its idea's guards and card look at it, with the sums of its test group. */
export interface ExperimentDigest {
  readonly idea: string;
  readonly number: number;
  readonly state: ExperimentState;
  readonly card: TestCard;
  readonly successes: number;
  readonly total: number;
  readonly timeZone: string;
}

/** The experiments of the organisation at work, and what was measured in them. */
@Injectable()
export class ExperimentsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  async find(id: string): Promise<Experiment | null> {
    return this.manager.findOneBy(Experiment, { organisationId: this.organisation, id });
  }

  /** The experiments of an idea, in order of their number. */
  async ofIdea(idea: string): Promise<Experiment[]> {
    return this.manager.find(Experiment, { where: { organisationId: this.organisation, ideaId: idea }, order: { number: 'ASC' } });
  }

  /** The number of an idea's next experiment; the idea must be locked. */
  async nextNumber(idea: string): Promise<number> {
    const [row] = await this.rows<{ next: number }>(
      `select coalesce(max(number), 0) + 1 as next from app.experiment where organisation_id = $1 and idea_id = $2`,
      [this.organisation, idea],
    );
    return row?.next ?? 1;
  }

  async insert(experiment: Experiment): Promise<void> {
    await this.manager.insert(Experiment, experiment);
  }

  /** Writes these fields of an experiment. */
  async update(id: string, changes: Partial<Experiment>): Promise<void> {
    await this.manager.update(Experiment, { organisationId: this.organisation, id }, changes);
  }

  async addMeasurement(measurement: Measurement): Promise<void> {
    await this.manager.insert(Measurement, measurement);
  }

  /** What was measured in these experiments, by day and then as it was recorded. */
  async measurements(experiments: readonly string[]): Promise<Measurement[]> {
    return this.rows<Measurement>(
      `select id, organisation_id as "organisationId", experiment_id as "experimentId", group_name as "group", measured_on::text as "on",
         successes, total, note, member_id as "memberId", at
       from app.measurement where organisation_id = $1 and experiment_id = any($2::uuid[]) order by measured_on, at, id`,
      [this.organisation, experiments],
    );
  }

  /** The experiments of these ideas, latest first, in one query. */
  async digests(ideas: readonly string[]): Promise<ExperimentDigest[]> {
    return this.rows<ExperimentDigest>(
      `select e.idea_id as idea, e.number, e.state, e.card, m.successes, m.total, o.time_zone as "timeZone"
       from app.experiment e join app.organisation o on o.id = e.organisation_id
       cross join lateral (
         select coalesce(sum(successes), 0)::float8 as successes, coalesce(sum(total), 0)::float8 as total from app.measurement
         where organisation_id = $1 and experiment_id = e.id and group_name = 'test'
       ) m
       where e.organisation_id = $1 and e.idea_id = any($2::uuid[]) order by e.idea_id, e.number desc`,
      [this.organisation, ideas],
    );
  }
}
