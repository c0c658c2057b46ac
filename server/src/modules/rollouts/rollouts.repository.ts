import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Rollout } from './rollout.entity.js';

/** The rollouts of the organisation at work. */
@Injectable()
export class RolloutsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  async ofIdea(idea: string): Promise<Rollout | null> {
    return this.manager.findOneBy(Rollout, { organisationId: this.organisation, ideaId: idea });
  }

  async find(id: string): Promise<Rollout | null> {
    return this.manager.findOneBy(Rollout, { organisationId: this.organisation, id });
  }

  async insert(rollout: Rollout): Promise<void> {
    await this.manager.insert(Rollout, rollout);
  }

  /** Writes these fields of a rollout. */
  async update(id: string, changes: Partial<Rollout>): Promise<void> {
    await this.manager.update(Rollout, { organisationId: this.organisation, id }, changes);
  }
}
