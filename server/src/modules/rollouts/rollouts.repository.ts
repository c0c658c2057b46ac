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

  /** Whether somebody has said yes to the scale-up of an idea. */
  async isDecided(idea: string): Promise<boolean> {
    const rows = await this.rows(
      `select 1 from app.decision where organisation_id = $1 and idea_id = $2 and kind = 'scale-up' and outcome = 'yes' limit 1`,
      [this.organisation, idea],
    );
    return rows.length > 0;
  }
}
