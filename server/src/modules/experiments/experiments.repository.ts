import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Experiment } from './experiment.entity.js';

/** An experiment by which others find it. */
export interface ExperimentLink {
  readonly id: string;
  readonly number: number;
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
}
