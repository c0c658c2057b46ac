import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { Language } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { OrganisationsRepository } from './organisations.repository.js';

/** A new tenant. */
export interface NewOrganisation {
  readonly slug: string;
  readonly name: string;
  readonly language: Language;
  readonly timeZone: string;
  readonly pathway: string;
  readonly holidays?: readonly string[];
}

/** Founds an organisation, empty yet. */
@Injectable()
export class FoundOrganisation {
  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly clock: Clock,
  ) {}

  /** Gives the organisation's id. @throws when the slug is taken. */
  async found({ slug, name, language, timeZone, pathway, holidays = [] }: NewOrganisation): Promise<string> {
    const id = uuid();
    await this.organisations.add({
      id,
      slug,
      name,
      language,
      timeZone,
      holidays: [...holidays],
      defaultPathway: pathway,
      createdAt: this.clock.now(),
    });
    return id;
  }
}
