import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { EffectAmendment } from './effect-amendment.entity.js';

/** How expected effects of the organisation at work were changed: rows are only ever added. */
@Injectable()
export class EffectAmendmentsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** Adds an amendment with the next number of its rollout, whose idea must be locked. */
  async add(amendment: Omit<EffectAmendment, 'organisationId' | 'number'>): Promise<void> {
    const before = await this.manager.countBy(EffectAmendment, { organisationId: this.organisation, rolloutId: amendment.rolloutId });
    await this.manager.insert(EffectAmendment, { ...amendment, organisationId: this.organisation, number: before + 1 });
  }

  /** The amendments of these rollouts, first to last. */
  async ofRollouts(rollouts: readonly string[]): Promise<EffectAmendment[]> {
    return this.manager.find(EffectAmendment, {
      where: { organisationId: this.organisation, rolloutId: In([...rollouts]) },
      order: { number: 'ASC' },
    });
  }
}
