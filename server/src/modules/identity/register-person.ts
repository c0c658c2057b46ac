import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Language } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { hashPassword } from './passwords.js';
import { PeopleRepository } from './people.repository.js';

/** Somebody who shall be able to sign in. */
export interface NewPerson {
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly password: string;
}

/** Registers a person; one who is known by the address stays as they are. */
@Injectable()
export class RegisterPerson {
  constructor(
    private readonly people: PeopleRepository,
    private readonly clock: Clock,
  ) {}

  /** Gives the person's id. */
  async register({ name, email, language, password }: NewPerson): Promise<string> {
    const known = await this.people.byEmail(email);
    if (known) return known.id;
    const id = uuid();
    await this.people.add({ id, language, passwordHash: await hashPassword(password), createdAt: this.clock.now() }, { name, email });
    return id;
  }
}
