import { Injectable } from '@nestjs/common';
import type { EditMe as Edit } from '#contracts';
import { LiveBus } from '../../platform/live/index.js';
import { PeopleRepository } from '../identity/index.js';
import { OrganisationsRepository } from './organisations.repository.js';

/** Writes down what a person chooses for themselves. */
@Injectable()
export class EditMe {
  constructor(
    private readonly people: PeopleRepository,
    private readonly organisations: OrganisationsRepository,
    private readonly bus: LiveBus,
  ) {}

  async edit(person: string, chosen: Edit): Promise<void> {
    if (Object.keys(chosen).length === 0) return;
    await this.people.edit(person, chosen);
    if (chosen.showsPresence === undefined) return;
    // Who does not want to be seen any more is gone at once.
    for (const { id } of await this.organisations.ofPerson(person)) await this.bus.announce({ organisation: id, looking: true });
  }
}
