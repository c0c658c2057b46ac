import { spawnSync } from 'node:child_process';
import { StartError } from '../config/start-error.js';

/** The system user that PostgreSQL runs as, when that is not the user who runs Polku. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

/**
 * PostgreSQL refuses to run as root: then it runs as user `postgres`, which is made when the system has none.
 * For everybody else (and on Windows) null: it runs as the user who starts Polku.
 */
export function databaseAccount(log: (line: string) => void): Account | null {
  if (process.getuid?.() !== 0) return null;
  const existing = lookUp();
  if (existing !== null) return existing;
  log(`PostgreSQL may not run as root: making the system user ${NAME}.`);
  const made =
    succeeds('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME]) ||
    succeeds('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', NAME]);
  const account = made ? lookUp() : null;
  if (account === null) {
    throw new StartError(`PostgreSQL may not run as root: make a system user named ${NAME}, or start Polku as another user than root.`);
  }
  return account;
}

/** Whether that user can enter and write the folder, wherever on the way to it somebody may be stopped. */
export function canWrite(account: Account | null, folder: string): boolean {
  const check = 'test -w "$0" && test -x "$0"';
  return account === null || spawnSync('/bin/sh', ['-c', check, folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Whether that user can run the program. */
export function canRun(account: Account | null, program: string): boolean {
  return spawnSync(program, ['--version'], { ...account, ...(account && { cwd: '/' }), stdio: 'ignore' }).status === 0;
}

function lookUp(): Account | null {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, NAME], { encoding: 'utf8' }));
  if (uid?.status !== 0 || gid?.status !== 0) return null;
  return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
}

function succeeds(program: string, args: readonly string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}
