import type { INestApplicationContext } from '@nestjs/common';
import { AdmitMember, DEMO_PASSWORD, FoundOrganisation } from '../src/modules/organisations/index.js';
import { HELSINGBORG, PublishPathway } from '../src/modules/pathways/index.js';
import { addressOf, CAST, type CastMember, type CastName, ORGANISATIONS } from './cast.js';

/** Where the cast lives: ids of organisations and members. */
export interface Founded {
  readonly organisations: Readonly<Record<keyof typeof ORGANISATIONS, string>>;
  readonly members: Readonly<Record<CastName, string>>;
}

/** Founds both organisations with their pathway, and admits the cast. */
export async function foundCast(
  app: INestApplicationContext,
  people: readonly CastName[] = Object.keys(CAST) as CastName[],
): Promise<Founded> {
  const founding = app.get(FoundOrganisation, { strict: false });
  const publishing = app.get(PublishPathway, { strict: false });
  const admitting = app.get(AdmitMember, { strict: false });
  const organisations: Partial<Record<keyof typeof ORGANISATIONS, string>> = {};
  for (const organisation of Object.values(ORGANISATIONS)) {
    const id = await founding.found({ ...organisation, pathway: HELSINGBORG.key });
    const published = await publishing.publish(id, HELSINGBORG);
    if ('mistakes' in published) throw new Error(`The template has mistakes: ${JSON.stringify(published.mistakes)}`);
    organisations[organisation.slug] = id;
  }
  const members: Partial<Record<CastName, string>> = {};
  for (const name of people) {
    const person: CastMember = CAST[name];
    const organisation = organisations[person.organisation];
    if (organisation === undefined) throw new Error(`${person.organisation} was not founded.`);
    members[name] = await admitting.admit(
      organisation,
      { name: person.name, email: addressOf(name), language: person.language, password: DEMO_PASSWORD },
      person.roles,
      person.unit,
    );
  }
  return { organisations: organisations as Founded['organisations'], members: members as Founded['members'] };
}
