import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Observation } from './observation.entity.js';

/** What was seen in the experiments of the organisation at work, in words. */
@Injectable()
export class ObservationsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  async count(experiment: string): Promise<number> {
    return this.manager.countBy(Observation, { organisationId: this.organisation, experimentId: experiment });
  }

  async add(observation: Observation): Promise<void> {
    await this.manager.insert(Observation, observation);
  }

  /** What was observed in these experiments, by day and then as it was recorded. */
  async ofExperiments(experiments: readonly string[]): Promise<Observation[]> {
    return this.manager.find(Observation, {
      where: { organisationId: this.organisation, experimentId: In([...experiments]) },
      order: { on: 'ASC', at: 'ASC', id: 'ASC' },
    });
  }
}
