import { z } from 'zod';
import { LANGUAGES, ROLES } from '#contracts';
import { askedPassword, shown } from './asked-password.js';
import { createApp } from './create-app.js';
import { PeopleRepository } from './modules/identity/index.js';
import { AdmitMember, ChangeMember, OrganisationsRepository } from './modules/organisations/index.js';
import { checked } from './options-checked.js';
import { ConfigError } from './platform/config/index.js';
import { withDatabase } from './with-database.js';

const input = z.object({
  organisation: z.string(),
  email: z.email('must be an address'),
  name: z.string().trim().min(1).max(200).optional(),
  role: z.array(z.enum(ROLES, `must be one of ${ROLES.join(', ')}`)).min(1),
  unit: z.string().trim().min(1).max(200).optional(),
  language: z.enum(LANGUAGES, `must be one of ${LANGUAGES.join(', ')}`).optional(),
});

/**
 * Admits a person to an organisation; a member gets these roles in place of those they had, and this unit. @throws ConfigError for what is
 * missing or wrong.
 */
export async function addPerson(values: Readonly<Record<string, unknown>>, say: (line: string) => void): Promise<void> {
  const { organisation: slug, email, name, role: roles, unit = null, language } = checked(input, values);

  await withDatabase(say, async (config) => {
    const app = await createApp(config);
    try {
      const organisations = app.get(OrganisationsRepository, { strict: false });
      const organisation = await organisations.bySlug(slug);
      if (!organisation) throw new ConfigError(`There is no organisation with the slug ${slug}.`);
      const known = await app.get(PeopleRepository, { strict: false }).byEmail(email);
      const member = known && (await organisations.ofPerson(known.id)).find((it) => it.slug === slug)?.member;
      const what = `${roles.join(', ')}${unit === null ? '' : ` (${unit})`}`;
      if (member) {
        await app.get(ChangeMember, { strict: false }).change(organisation.id, member, roles, unit);
        say(`${email} is now ${what} in ${organisation.name}.`);
        return;
      }
      if (name === undefined && !known) throw new ConfigError('--name: is missing.');
      const { password, isMade } = known ? { password: '', isMade: false } : await askedPassword();
      const person = { name: name ?? '', email, language: language ?? organisation.language, password };
      await app.get(AdmitMember, { strict: false }).admit(organisation.id, person, roles, unit);
      say(`${email} is ${what} in ${organisation.name}.`);
      if (known) say('They were registered already and keep the name and the password they have.');
      else if (isMade) say(shown(password));
    } finally {
      await app.close();
    }
  });
}
