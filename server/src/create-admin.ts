import { DateTime } from 'luxon';
import { z } from 'zod';
import { LANGUAGES } from '#contracts';
import { askedPassword, shown } from './asked-password.js';
import { createApp } from './create-app.js';
import { PeopleRepository } from './modules/identity/index.js';
import { AdmitMember, FoundOrganisation, OrganisationsRepository } from './modules/organisations/index.js';
import { HELSINGBORG, PublishPathway } from './modules/pathways/index.js';
import { checked } from './options-checked.js';
import { ConfigError } from './platform/config/index.js';
import { withDatabase } from './with-database.js';

const input = z.object({
  organisation: z.string().trim().min(1).max(200),
  slug: z.string().regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/, 'must be lower-case letters, digits and hyphens'),
  name: z.string().trim().min(1).max(200),
  email: z.email(),
  language: z.enum(LANGUAGES),
  timeZone: z.string().refine((zone) => DateTime.local({ zone }).isValid, 'must be a time zone such as Europe/Warsaw'),
});

/** Makes an organisation with the Helsingborg pathway and its first administrator. @throws ConfigError for what is missing or wrong. */
export async function createAdmin(values: Record<string, string | boolean | undefined>, say: (line: string) => void): Promise<void> {
  const { organisation: name, slug, language, timeZone, ...person } = checked(input, values);
  const { password, isMade } = await askedPassword();

  await withDatabase(say, async (config) => {
    const app = await createApp(config);
    try {
      if (await app.get(OrganisationsRepository, { strict: false }).bySlug(slug)) {
        throw new ConfigError(`There already is an organisation with the slug ${slug}.`);
      }
      const isKnown = (await app.get(PeopleRepository, { strict: false }).byEmail(person.email)) !== null;
      const id = await app.get(FoundOrganisation, { strict: false }).found({ slug, name, language, timeZone, pathway: HELSINGBORG.key });
      await app.get(PublishPathway, { strict: false }).publish(id, HELSINGBORG);
      await app.get(AdmitMember, { strict: false }).admit(id, { ...person, language, password }, ['admin'], null);
      say(`${name} has its pathway, and ${person.email} is its administrator.`);
      if (isKnown) say('They were registered already and keep the password they have.');
      else if (isMade) say(shown(password));
    } finally {
      await app.close();
    }
  });
}
