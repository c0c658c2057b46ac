import { createApp } from './create-app.js';
import { EndSessions, PeopleRepository, SessionsRepository } from './modules/identity/index.js';
import { Clock } from './platform/clock/index.js';
import { ConfigError } from './platform/config/index.js';
import { withDatabase } from './with-database.js';

/** Says where a person is signed in, or ends all of it. @throws ConfigError for an address that nobody has. */
export function sessions(email: string, { revoke = false }: { revoke?: boolean | undefined }, say: (line: string) => void): Promise<void> {
  return withDatabase(say, async (config) => {
    const app = await createApp(config);
    try {
      const person = await app.get(PeopleRepository, { strict: false }).byEmail(email);
      if (!person) throw new ConfigError(`Nobody has the address ${email}.`);
      if (revoke) {
        const ended = await app.get(EndSessions, { strict: false }).endAll(person.id);
        say(`${ended} ended. Whoever knows the password can sign in again.`);
        return;
      }
      const found = await app.get(SessionsRepository, { strict: false }).ofPerson(person.id, app.get(Clock, { strict: false }).now());
      for (const { browser, system, createdAt, lastSeenAt } of found) {
        const device = [browser, system].filter((name) => name !== null).join(' on ') || 'unknown browser';
        say(`${device}, signed in ${createdAt.toISOString()}, last seen ${(lastSeenAt ?? createdAt).toISOString()}`);
      }
      say(found.length === 0 ? 'Signed in nowhere.' : `${found.length} in all. End them with --revoke.`);
    } finally {
      await app.close();
    }
  });
}
