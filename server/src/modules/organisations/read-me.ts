import { Injectable } from '@nestjs/common';
import type { MembershipView, MeView } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound } from '../../platform/http/index.js';
import { PeopleRepository } from '../identity/index.js';
import { MembersRepository } from './members.repository.js';
import { OrganisationsRepository } from './organisations.repository.js';

/** Tells a person who they are, and where. */
@Injectable()
export class ReadMe {
  constructor(
    private readonly people: PeopleRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly members: MembersRepository,
    private readonly work: UnitOfWork,
  ) {}

  async read(personId: string): Promise<MeView> {
    const person = await this.people.byId(personId);
    if (!person) throw new NotFound();
    const memberships = await this.organisations.ofPerson(personId);
    const organisations: MembershipView[] = [];
    for (const { id, ...membership } of memberships) {
      const me = await this.work.run(id, () => this.members.find(membership.member));
      organisations.push({ ...membership, unit: me?.unit ?? null });
    }
    const { language, showsPresence } = person;
    return { name: person.identity.name, email: person.identity.email, language, showsPresence, organisations };
  }
}
