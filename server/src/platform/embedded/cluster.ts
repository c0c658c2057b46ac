import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, openSync, closeSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../config/start-error.js';
import type { Account } from './account.js';
import { majorVersion } from './binaries.js';
import type { Place } from './place.js';

/** The role that owns the embedded database. */
export const OWNER = 'polku';

const LARGEST_LOG = 10 * 1024 * 1024;
const PATIENCE_MS = 5 * 60_000;

/** Safe first (a commit is on disk when it is answered), then quick for one organisation on one machine. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  max_connections: '100',
  shared_buffers: '128MB',
  effective_cache_size: '512MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  random_page_cost: '1.1',
  wal_level: 'minimal',
  max_wal_senders: '0',
  wal_compression: 'on',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  // Prepared plans are chosen by what the statistics say: those of a table that grows quickly must not be a minute old.
  autovacuum_naptime: '10s',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
};

/**
 * Makes the cluster when there is none. It is made beside its place and moved there when it is whole, so that an interruption leaves
 * nothing half made.
 */
export function createCluster({ home, cluster, binaries }: Place, account: Account | null, password: string): void {
  if (existsSync(cluster)) {
    const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
    if (made === majorVersion(binaries)) return;
    throw new StartError(
      `The database in ${cluster} was made by PostgreSQL ${made}, this Polku brings ${majorVersion(binaries)}: ` +
        'export with the earlier Polku and import here.',
    );
  }
  const unfinished = join(home, 'cluster-unfinished');
  rmSync(unfinished, { recursive: true, force: true });
  const passwordFile = join(home, 'owner-password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (account !== null) chownSync(passwordFile, account.uid, account.gid);
  const locale = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=und', '--locale=C.UTF-8'];
  const access = [`--username=${OWNER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const made = spawnSync(binaries.initdb, ['-D', unfinished, ...locale, ...access, '--no-instructions'], {
    ...account,
    cwd: home,
    encoding: 'utf8',
  });
  rmSync(passwordFile);
  if (made.status !== 0) {
    throw new StartError(
      `PostgreSQL could not make its cluster in ${home}: ${lastLine(made.stderr) ?? made.error?.message ?? 'no reason given'}`,
    );
  }
  renameSync(unfinished, cluster);
}

/** A PostgreSQL that serves the cluster. */
export interface Postmaster {
  /** Whether it was told to stop, by whomever: it may wait for its clients for ever, and lets no new one in ("smart" shutdown). */
  readonly isStopping: () => boolean;
  /** Resolves when the process has ended, wanted or not. */
  readonly ended: Promise<void>;
  /** SIGINT stops it in order, SIGQUIT at once. From now on this process does not end by itself before PostgreSQL has. */
  readonly end: (signal: 'SIGINT' | 'SIGQUIT') => void;
}

/** Starts PostgreSQL in a process group of its own and waits until it accepts connections. */
export async function startPostmaster(
  place: Place,
  account: Account | null,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const logFile = join(place.home, 'postgres.log');
  if (existsSync(logFile) && statSync(logFile).size > LARGEST_LOG) renameSync(logFile, `${logFile}.1`);
  const log = openSync(logFile, 'a', 0o600);
  const options = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(place.binaries.postgres, ['-D', place.cluster, '-p', String(port), ...options], {
    ...account,
    cwd: place.home,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  // Even a Polku that ends without its shutdown leaves no database behind (only a SIGKILL does).
  const interrupt = () => void child.kill('SIGINT');
  process.on('exit', interrupt);
  void ended.then(() => process.off('exit', interrupt));
  child.unref();
  await accepting(child, place, logFile);
  const end = (signal: 'SIGINT' | 'SIGQUIT'): void => {
    child.ref();
    child.kill(signal);
  };
  return { isStopping: () => stateOf(place, child.pid) === 'stopping', ended, end };
}

/** A loopback port that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function accepting(child: ChildProcess, place: Place, logFile: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (stateOf(place, child.pid) !== 'ready') {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null || performance.now() > until) {
      throw new StartError(`PostgreSQL did not start: ${lastLine(readFileSync(logFile, 'utf8')) ?? 'it gave no reason'} (${logFile})`);
    }
    await pause(20);
  }
}

/** The eighth line of `postmaster.pid` is the state that `pg_ctl` waits for, too. */
function stateOf({ cluster }: Place, pid: number | undefined): string | null {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return lines[0] === String(pid) ? (lines[7]?.trim() ?? null) : null;
  } catch {
    return null;
  }
}

function lastLine(text: string | null): string | undefined {
  return text?.trim().split('\n').at(-1)?.trim() || undefined;
}
