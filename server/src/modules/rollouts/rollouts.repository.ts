import { Injectable } from '@nestjs/common';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Rollout } from './rollout.entity.js';

/** SQL: whether somebody of organisation `$1` has said yes to the scale-up of an idea. @param idea an SQL expression of its id */
export const scaleUpDecided = (idea: string): string =>
  `exists (select from app.decision d where d.organisation_id = $1 and d.idea_id = ${idea} and d.kind = 'scale-up' and d.outcome = 'yes')`;

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
    const [row] = await this.rows<{ decided: boolean }>(`select ${scaleUpDecided('$2')} as decided`, [this.organisation, idea]);
    return row?.decided ?? false;
  }
}
