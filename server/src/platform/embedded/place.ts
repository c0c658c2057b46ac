import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../config/start-error.js';
import { canRun, canWrite, type Account } from './account.js';
import { copiedBinaries, installedBinaries, type Binaries } from './binaries.js';

/** Where the database lives and which programs serve it. */
export interface Place {
  /** Absolute path of the folder that belongs to the database's user: cluster, log, copied programs. */
  readonly home: string;
  /** The cluster itself, inside `home`. */
  readonly cluster: string;
  readonly binaries: Binaries;
}

/** Where user `postgres` may go on every Linux, for data folders that it cannot reach. */
const ELSEWHERE = '/var/lib/polku';

/**
 * Chooses the place once for each data folder and keeps to it: inside the data folder, or, when the database's user may not go there
 * (a clone in root's own home), below `/var/lib/polku`.
 */
export function choosePlace(dataFolder: string, account: Account | null, log: (line: string) => void): Place {
  const note = join(dataFolder, 'database-place');
  const noted = existsSync(note) ? readFileSync(note, 'utf8').trim() : null;
  if (noted !== null && !existsSync(noted)) {
    throw new StartError(`The database of ${dataFolder} was in ${noted}, which is gone: put it back, or remove ${note} to start empty.`);
  }
  const home = noted ?? newHome(dataFolder, account);
  if (noted === null) writeFileSync(note, home);
  if (!home.startsWith(dataFolder)) log(`The database is in ${home}, because the user postgres may not enter ${dataFolder}.`);
  const installed = installedBinaries();
  const binaries = canRun(account, installed.postgres) ? installed : copiedBinaries(installed, home, log);
  if (!canRun(account, binaries.postgres)) {
    throw new StartError(`The program ${binaries.postgres} does not run here: set DATABASE_URL to a PostgreSQL of your own.`);
  }
  return { home, cluster: join(home, 'cluster'), binaries };
}

function newHome(dataFolder: string, account: Account | null): string {
  const inside = own(join(dataFolder, 'postgres'), account);
  if (canWrite(account, inside)) return inside;
  const name = createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 12);
  try {
    mkdirSync(ELSEWHERE, { recursive: true });
    chmodSync(ELSEWHERE, 0o755);
    const outside = own(join(ELSEWHERE, name), account);
    if (canWrite(account, outside)) return outside;
  } catch {
    // Said below, in one line.
  }
  throw new StartError(
    `The user postgres can enter neither ${dataFolder} nor ${ELSEWHERE}: set POLKU_DATA to a folder that other users may enter.`,
  );
}

function own(folder: string, account: Account | null): string {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  if (account !== null) chownSync(folder, account.uid, account.gid);
  return folder;
}
