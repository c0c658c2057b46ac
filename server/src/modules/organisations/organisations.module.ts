import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '../identity/index.js';
import { AboutController } from './about.controller.js';
import { AbsenceController } from './absence.controller.js';
import { AbsencesRepository } from './absences.repository.js';
import { AccessGuard } from './access.guard.js';
import { AdmitMember } from './admit-member.js';
import { AnnounceAbsence } from './announce-absence.js';
import { ChangeMember } from './change-member.js';
import { DemoPeople } from './demo-people.repository.js';
import { EditMe } from './edit-me.js';
import { FoundOrganisation } from './found-organisation.js';
import { Membership } from './membership.entity.js';
import { MembersController } from './members.controller.js';
import { MembersRepository } from './members.repository.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationsRepository } from './organisations.repository.js';
import { ReadMe } from './read-me.js';
import { SessionController } from './session.controller.js';
import { Unit } from './unit.entity.js';
import { UnitsController } from './units.controller.js';
import { UnitsRepository } from './units.repository.js';

/** Tenants, their members, and who is let in. */
@Module({
  imports: [TypeOrmModule.forFeature([Organisation, Membership, Unit]), IdentityModule],
  controllers: [SessionController, MembersController, UnitsController, AbsenceController, AboutController],
  providers: [
    OrganisationsRepository,
    MembersRepository,
    UnitsRepository,
    AbsencesRepository,
    AnnounceAbsence,
    DemoPeople,
    FoundOrganisation,
    AdmitMember,
    ChangeMember,
    ReadMe,
    EditMe,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [OrganisationsRepository, MembersRepository, AbsencesRepository, FoundOrganisation, AdmitMember, ChangeMember],
})
export class OrganisationsModule {}
