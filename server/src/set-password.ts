import { askedPassword, shown } from './asked-password.js';
import { createApp } from './create-app.js';
import { EndSessions, hashPassword, PeopleRepository } from './modules/identity/index.js';
import { ConfigError } from './platform/config/index.js';
import { withDatabase } from './with-database.js';

/** Gives a person another password, and signs them out everywhere. @throws ConfigError for an address that nobody has. */
export async function setPassword(email: string, say: (line: string) => void): Promise<void> {
  const { password, isMade } = await askedPassword();
  await withDatabase(say, async (config) => {
    const app = await createApp(config);
    try {
      const people = app.get(PeopleRepository, { strict: false });
      const person = await people.byEmail(email);
      if (!person) throw new ConfigError(`Nobody has the address ${email}.`);
      await people.setPassword(person.id, await hashPassword(password));
      await app.get(EndSessions, { strict: false }).endAll(person.id);
      say(`${email} has another password, and is signed out everywhere.`);
      if (isMade) say(shown(password));
    } finally {
      await app.close();
    }
  });
}
