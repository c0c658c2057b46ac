import { existsSync } from 'node:fs';
import { restoreBackup, writeBackup } from './platform/backup/index.js';
import { ConfigError } from './platform/config/index.js';
import { withDatabase } from './with-database.js';

type Say = (line: string) => void;

/** Writes a backup. @throws ConfigError for a file that is there already. */
export function backup(file: string, say: Say): Promise<void> {
  if (existsSync(file)) throw new ConfigError(`The file ${file} is there already: name another one.`);
  return withDatabase(say, async ({ databaseUrl, secret }) => {
    const rows = await writeBackup({ databaseUrl, secret, file }, say);
    say(`${rows} rows are in ${file}. Keep POLKU_SECRET with it: without it nothing can be restored.`);
  });
}

/** Restores a backup. @throws StartError for what cannot be restored here. */
export function restore(file: string, say: Say): Promise<void> {
  return withDatabase(say, async ({ databaseUrl, secret }) => {
    const rows = await restoreBackup({ databaseUrl, secret, file }, say);
    say(`${rows} rows are restored.`);
  });
}
