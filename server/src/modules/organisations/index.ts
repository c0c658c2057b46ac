export { AbsencesRepository, type Cover } from './absences.repository.js';
export { AdmitMember } from './admit-member.js';
export { ChangeMember } from './change-member.js';
export { DEMO_PASSWORD, DemoPeople } from './demo-people.repository.js';
export { FORMER_MEMBER } from './former-member.js';
export { FoundOrganisation } from './found-organisation.js';
export { MembersRepository, type Recipient } from './members.repository.js';
export { OrganisationsModule } from './organisations.module.js';
export { OrganisationsRepository } from './organisations.repository.js';
