import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import packed, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';

/** Where Debian and its relatives put the browser. */
const SYSTEM = '/usr/bin/chromium';

/** A name that leads to this machine, and that browsers do not trust as they trust localhost. */
export const INTRANET = 'polku.test';

/**
 * The path of a Chromium that starts: the one of `CHROMIUM_PATH`, else the one that comes with npm, Playwright's, or the system's.
 * @throws with one line that says what to install, when there is none.
 */
export async function findBrowser(): Promise<string> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (starts(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is ${chosen}, which is not a Chromium that starts.`);
  }
  // The one of npm is made for servers: no window, no picture of one, and a journey takes it half the time.
  const own = await packed.executablePath().catch(() => undefined);
  if (own !== undefined && (starts(own) || (await startsWithOwnLibraries(own)))) return own;
  const found = [chromium.executablePath(), SYSTEM].find(starts);
  if (found !== undefined) return found;
  throw new Error('The journeys need a browser: install Chromium (Debian: apt-get install chromium), or set CHROMIUM_PATH to one.');
}

function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

/** The package holds the few libraries that a bare system lacks; the browser is started with this process's environment. */
async function startsWithOwnLibraries(path: string): Promise<boolean> {
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
  await inflate(join(home, 'bin', 'al2023.tar.br'));
  setupLambdaEnvironment(join(tmpdir(), 'al2023', 'lib'));
  return starts(path);
}
