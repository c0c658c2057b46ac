import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_PASSWORD, DemoPeople } from './modules/organisations/index.js';
import type { Config } from './platform/config/index.js';
import type { Welcome } from './welcome.js';

/** The people of the demo for the welcome; null outside of it. */
export async function demoGuests(app: INestApplicationContext, config: Config): Promise<Welcome['demo']> {
  if (config.seed === 'empty') return null;
  const people = await app.get(DemoPeople, { strict: false }).all();
  return {
    people: people.map(({ name, email, roles, organisation }) => ({ name, email, part: `${roles.join(', ')}, ${organisation}` })),
    password: DEMO_PASSWORD,
  };
}
