import { readConfig, resolveSecret, type RunningConfig } from './platform/config/index.js';
import { migrate } from './platform/database/index.js';
import { joinEmbeddedPostgres } from './platform/embedded/index.js';

/** Lends the installation's database, migrated, to a command; the embedded one is joined where it runs, else started for as long. */
export async function withDatabase<T>(say: (line: string) => void, work: (config: RunningConfig) => Promise<T>): Promise<T> {
  const settings = readConfig();
  const embedded = settings.databaseUrl === null ? await joinEmbeddedPostgres({ dataFolder: settings.dataFolder, log: say }) : null;
  const databaseUrl = settings.databaseUrl ?? embedded?.url ?? '';
  try {
    await migrate(databaseUrl);
    return await work({ ...resolveSecret(settings), databaseUrl, roles: new Set(), logLevel: 'error' });
  } finally {
    await embedded?.stop();
  }
}
