import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartError } from '../config/start-error.js';

const PATIENCE_MS = 60_000;

/**
 * Clears what a killed Polku left: a PostgreSQL that still serves this cluster is stopped in order (SIGINT, its "fast" shutdown), and a
 * `postmaster.pid` without its process goes, because its number may meanwhile belong to somebody else.
 */
export async function recoverCluster(cluster: string, log: (line: string) => void): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (servesCluster(pid, cluster)) {
    log('Stopping the database that an interrupted Polku left running.');
    interrupt(pid, cluster);
    await gone(() => servesCluster(pid, cluster), `process ${pid}`, cluster);
  }
  // Children of a killed postmaster stop by themselves; a new one must not start beside them.
  await gone(() => workingIn(cluster), 'a process of the old database', cluster);
  if (existsSync(file) && process.platform !== 'win32') rmSync(file);
}

/** Whether the process is a PostgreSQL that was started for this cluster. */
export function servesCluster(pid: number, cluster: string): boolean {
  return commandLine(pid).includes(cluster);
}

function commandLine(pid: number): readonly string[] {
  if (!Number.isInteger(pid) || pid <= 1) return [];
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    } catch {
      return [];
    }
  }
  const listing = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return listing.stdout ? listing.stdout.trim().split(/ -[DcphF] ?| /) : [];
}

function interrupt(pid: number, cluster: string): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
    throw new StartError(`PostgreSQL (process ${pid}) of another user still serves ${cluster}: stop it, then start Polku again.`);
  }
}

function workingIn(cluster: string): boolean {
  if (process.platform !== 'linux') return false;
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && folderOf(name) === cluster);
}

function folderOf(pid: string): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

async function gone(stillThere: () => boolean, who: string, cluster: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  while (stillThere()) {
    if (performance.now() > until) throw new StartError(`PostgreSQL (${who}) still serves ${cluster} and does not stop: stop it by hand.`);
    await pause(25);
  }
}
