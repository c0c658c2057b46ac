import { Injectable } from '@nestjs/common';
import type { Role } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { Membership } from './membership.entity.js';
import { UnitsRepository } from './units.repository.js';

/** Gives a member other roles, or another unit. */
@Injectable()
export class ChangeMember {
  constructor(
    private readonly units: UnitsRepository,
    private readonly work: UnitOfWork,
  ) {}

  /** The roles take the place of those they had; without a unit's name they stay where they are. The unit is made when there is none of that name. */
  async change(organisation: string, member: string, roles: readonly Role[], unitName: string | null): Promise<void> {
    await this.work.run(organisation, async () => {
      const unit = unitName === null ? {} : { unitId: await this.units.named(unitName) };
      await this.work.manager.update(Membership, { organisationId: organisation, id: member }, { roles: [...roles], ...unit });
    });
  }
}
