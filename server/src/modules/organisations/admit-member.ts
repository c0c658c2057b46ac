import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Role } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { type NewPerson, RegisterPerson } from '../identity/index.js';
import { Membership } from './membership.entity.js';
import { UnitsRepository } from './units.repository.js';

/** Admits a person to an organisation. */
@Injectable()
export class AdmitMember {
  constructor(
    private readonly people: RegisterPerson,
    private readonly units: UnitsRepository,
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Gives the member's id; the unit is made when there is none of that name. */
  async admit(organisation: string, person: NewPerson, roles: readonly Role[], unitName: string | null): Promise<string> {
    const personId = await this.people.register(person);
    return this.work.run(organisation, async () => {
      const { manager } = this.work;
      const known = await manager.findOneBy(Membership, { organisationId: organisation, personId });
      if (known) return known.id;
      const id = uuid();
      await manager.insert(Membership, {
        id,
        organisationId: organisation,
        personId,
        roles: [...roles],
        unitId: unitName === null ? null : await this.units.named(unitName),
        managerId: null,
        createdAt: this.clock.now(),
      });
      return id;
    });
  }
}
