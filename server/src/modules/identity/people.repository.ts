import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Person } from './person.entity.js';
import { PersonIdentity } from './person-identity.entity.js';

/** People: they belong to no tenant. */
@Injectable()
export class PeopleRepository {
  constructor(private readonly dataSource: DataSource) {}

  private get manager(): EntityManager {
    return this.dataSource.manager;
  }

  /** The person of an address, with the password's hash. */
  async byEmail(email: string): Promise<Person | null> {
    return this.manager
      .createQueryBuilder(Person, 'person')
      .addSelect('person.passwordHash')
      .innerJoinAndSelect('person.identity', 'identity')
      .where('lower(identity.email) = lower(:email)', { email })
      .getOne();
  }

  async byId(id: string): Promise<Person | null> {
    return this.manager.findOne(Person, { where: { id }, relations: { identity: true } });
  }

  /** Adds a person with name and address. */
  async add(
    person: Pick<Person, 'id' | 'language' | 'passwordHash' | 'createdAt'>,
    identity: { name: string; email: string },
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await manager.insert(Person, person);
      await manager.insert(PersonIdentity, { personId: person.id, ...identity });
    });
  }

  /** Writes down what a person has chosen. */
  async edit(id: string, chosen: Partial<Pick<Person, 'language' | 'showsPresence'>>): Promise<void> {
    await this.manager.update(Person, { id }, chosen);
  }

  async setPassword(id: string, passwordHash: string): Promise<void> {
    await this.manager.update(Person, { id }, { passwordHash });
  }
}
