import type { INestApplicationContext } from '@nestjs/common';
import { createApp } from './create-app.js';
import { readConfig, resolveSecret } from './platform/config/index.js';
import { migrate } from './platform/database/index.js';
import { joinEmbeddedPostgres } from './platform/embedded/index.js';

/** Does one piece of work with the whole application and its database, up to date as the start makes it, but serving nobody. */
export async function withApp<T>(say: (line: string) => void, work: (app: INestApplicationContext) => Promise<T>): Promise<T> {
  const settings = readConfig();
  const embedded = settings.databaseUrl === null ? await joinEmbeddedPostgres({ dataFolder: settings.dataFolder, log: say }) : null;
  const databaseUrl = settings.databaseUrl ?? embedded?.url ?? '';
  try {
    await migrate(databaseUrl);
    const app = await createApp({ ...resolveSecret(settings), databaseUrl, roles: new Set(), logLevel: 'error' });
    try {
      return await work(app);
    } finally {
      await app.close();
    }
  } finally {
    await embedded?.stop();
  }
}
