import type { NestExpressApplication } from '@nestjs/platform-express';
import { createApp } from '../src/create-app.js';
import { OrganisationsRepository } from '../src/modules/organisations/index.js';
import { MovableClock } from '../src/platform/clock/index.js';
import type { RunningConfig } from '../src/platform/config/index.js';
import { tellBusy } from './busy.js';
import { tellDemo } from './demo.js';

/** A story tells itself through the use cases of a Polku whose clock it moves. */
export interface Teller {
  readonly app: NestExpressApplication;
  readonly clock: MovableClock;
}

const STORIES = { demo: tellDemo, busy: tellBusy } as const;

/** Tells the story of the settings once, up to today: an installation that has an organisation is left as it is. */
export async function tellStory(config: RunningConfig, say: (line: string) => void, today = new Date()): Promise<void> {
  if (config.seed === 'empty') return;
  const clock = new MovableClock(today);
  // A story goes on once people have been told of what happened, so it needs the jobs to be done too, whatever this process is for.
  const roles: RunningConfig['roles'] = new Set(['web', 'worker']);
  const app = await createApp({ ...config, roles, mode: 'test', logLevel: 'error' }, clock);
  try {
    if ((await app.get(OrganisationsRepository, { strict: false }).all()).length > 0) return;
    say(`Telling the ${config.seed} story, once …`);
    await STORIES[config.seed]({ app, clock });
  } finally {
    await app.close();
  }
}
