import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import { Amendment } from './amendment.entity.js';

/** How locked test cards of the organisation at work were changed: rows are only ever added. */
@Injectable()
export class AmendmentsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  /** Adds an amendment with the next number of its experiment, whose idea must be locked. */
  async add(amendment: Omit<Amendment, 'organisationId' | 'number'>): Promise<void> {
    const before = await this.manager.countBy(Amendment, { organisationId: this.organisation, experimentId: amendment.experimentId });
    await this.manager.insert(Amendment, { ...amendment, organisationId: this.organisation, number: before + 1 });
  }

  /** The amendments of these experiments, first to last. */
  async ofExperiments(experiments: readonly string[]): Promise<Amendment[]> {
    return this.manager.find(Amendment, {
      where: { organisationId: this.organisation, experimentId: In([...experiments]) },
      order: { number: 'ASC' },
    });
  }

  /** Whether the experiment's card was amended after something had been measured. */
  async isAmendedAfterData(experiment: string): Promise<boolean> {
    return this.manager.existsBy(Amendment, { organisationId: this.organisation, experimentId: experiment, afterData: true });
  }
}
