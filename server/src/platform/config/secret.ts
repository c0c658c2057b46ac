import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config, Settings } from './config.js';
import { ConfigError, StartError } from './start-error.js';

/**
 * Completes the settings with the secret: the one given, or one made at the first start and kept in the data folder,
 * readable by its owner only.
 * @throws StartError when the data folder cannot be written.
 */
export function resolveSecret(settings: Settings): Config {
  if (settings.secret !== null) return Object.freeze({ ...settings, secret: settings.secret });
  prepareDataFolder(settings.dataFolder);
  return Object.freeze({ ...settings, secret: keptText(join(settings.dataFolder, 'secret')) });
}

/**
 * Makes the data folder and tries to write in it.
 * @throws StartError when that fails.
 */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolder(folder);
    const trial = join(folder, '.writable');
    writeFileSync(trial, '');
    rmSync(trial, { force: true });
  } catch (error) {
    throw new StartError(`The data folder ${folder} cannot be written (${codeOf(error)}): set POLKU_DATA to a folder that can.`);
  }
}

/** Not Node's own `recursive`: it never returns where a system refuses folders with ENOENT, as /proc does. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
}

/** The text kept in a file of mode 0600; made of random bytes when there is none yet. */
export function keptText(file: string): string {
  try {
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw new StartError(`The file ${file} cannot be written (${codeOf(error)}).`);
  }
  const text = readKept(file);
  if (text.length < 32) throw new ConfigError(`The file ${file} holds no secret of at least 32 characters: put it back from a backup.`);
  return text;
}

function readKept(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new StartError(`The file ${file} cannot be read (${codeOf(error)}).`);
  }
}

/** The code that a system gave an error, such as ENOENT. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
