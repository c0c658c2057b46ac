import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { ExperimentState } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Experiment } from './experiment.entity.js';
import type { GroupCount } from './group-sums.js';
import { storedCard, type TestCard } from './test-card.js';

/** An experiment by which others find it. */
export interface ExperimentLink {
  readonly id: string;
  readonly number: number;
}

/** An experiment as far as its idea's guards and card look at it, with what was measured. */
export interface ExperimentDigest {
  readonly id: string;
  readonly idea: string;
  readonly number: number;
  readonly state: ExperimentState;
  readonly card: TestCard;
  readonly measured: readonly GroupCount[];
  readonly timeZone: string;
}

/** The experiments of the organisation at work. */
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
    return this.ofIdeas([idea]);
  }

  /** The experiments of these ideas, each idea's in order of their number. */
  async ofIdeas(ideas: readonly string[]): Promise<Experiment[]> {
    return this.manager.find(Experiment, {
      where: { organisationId: this.organisation, ideaId: In([...ideas]) },
      order: { ideaId: 'ASC', number: 'ASC' },
    });
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

  /** The experiments that these adapt, and those that adapt them. */
  async kin(experiments: readonly string[]): Promise<(ExperimentLink & { readonly basedOn: string | null })[]> {
    return this.rows<ExperimentLink & { basedOn: string | null }>(
      `select id, number, based_on as "basedOn" from app.experiment where organisation_id = $1
         and (based_on = any($2::uuid[]) or id in (select based_on from app.experiment where organisation_id = $1 and id = any($2::uuid[])))`,
      [this.organisation, experiments],
    );
  }

  /** The experiments of these ideas, latest first, in one query. */
  async digests(ideas: readonly string[]): Promise<ExperimentDigest[]> {
    const rows = await this.rows<ExperimentDigest>(
      `select e.id, e.idea_id as idea, e.number, e.state, e.card, coalesce(m.measured, '[]') as measured, o.time_zone as "timeZone"
       from app.experiment e join app.organisation o on o.id = e.organisation_id
       left join lateral (
         select jsonb_agg(to_jsonb(g)) as measured from (
           select group_name as group, count(*)::int as rows, coalesce(sum(successes), 0)::float8 as successes,
             coalesce(sum(total), 0)::float8 as total, coalesce(sum(event_count), 0)::float8 as count,
             coalesce(sum(exposure), 0) as exposure,
             coalesce(array_agg(value order by measured_on, at, id) filter (where value is not null), '{}') as values,
             coalesce(array_agg(value_before order by measured_on, at, id) filter (where value_before is not null), '{}') as befores
           from app.measurement
           where organisation_id = $1 and experiment_id = e.id and withdrawn_at is null group by group_name
         ) g
       ) m on true
       where e.organisation_id = $1 and e.idea_id = any($2::uuid[])
       order by e.idea_id, e.number desc`,
      [this.organisation, ideas],
    );
    return rows.map((row) => ({ ...row, card: storedCard(row.card) }));
  }
}
