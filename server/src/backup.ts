import { existsSync } from 'node:fs';
import { storedFiles } from './modules/attachments/index.js';
import { type BackedUpFiles, restoreBackup, writeBackup } from './platform/backup/index.js';
import { ConfigError, type RunningConfig } from './platform/config/index.js';
import { storeFor } from './platform/storage/index.js';
import { withDatabase } from './with-database.js';

type Say = (line: string) => void;

/** Writes a backup. @throws ConfigError for a file that is there already. */
export function backup(file: string, say: Say): Promise<void> {
  if (existsSync(file)) throw new ConfigError(`The file ${file} is there already: name another one.`);
  return withDatabase(say, async (config) => {
    const { databaseUrl, secret } = config;
    const rows = await writeBackup({ databaseUrl, secret, file, files: filesOf(config) }, say);
    say(`${rows} rows, and the files that belong to them, are in ${file}. Keep POLKU_SECRET with it: without it nothing can be restored.`);
  });
}

/** Restores a backup. @throws StartError for what cannot be restored here. */
export function restore(file: string, say: Say): Promise<void> {
  return withDatabase(say, async (config) => {
    const { databaseUrl, secret } = config;
    const rows = await restoreBackup({ databaseUrl, secret, file, files: filesOf(config) }, say);
    say(`${rows} rows are restored, and the files that belong to them.`);
  });
}

/** The files of a backup: where they lie, and which there are. */
export function filesOf(config: Pick<RunningConfig, 's3' | 'dataFolder'>): BackedUpFiles {
  return { store: storeFor(config), of: storedFiles };
}
