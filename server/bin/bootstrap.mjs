// Runs before every npm script, on whatever Node the user has: installs when the lockfile changed. Uses nothing but Node itself.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAtLeast, OLDEST_TO_RUN } from './node-version.mjs';
import { withProgress } from './progress.mjs';
import { giveUp, run } from './run.mjs';

const OLDEST_TO_INSTALL = [20, 0];
const BROUGHT = ['linux-x64', 'linux-arm64', 'win32-x64'];

const checkout = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..', '..');
const stampFile = join(checkout, 'node_modules', '.polku-lock');

if (!isAtLeast(process.versions.node, OLDEST_TO_INSTALL)) {
  giveUp(`Polku needs Node 20 or newer to start, this is ${process.versions.node}: install it from https://nodejs.org.`);
}
await install();
await checkNode();
teachWindowsExec();

async function install() {
  const hash = createHash('sha256')
    .update(readFileSync(join(checkout, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return;
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [program, first] = npm ? [process.env.npm_node_execpath ?? process.execPath, [npm]] : ['npm', []];
  const { ok, output } = await withProgress('Installing what Polku needs (the first time takes a minute, or some on a slow line)', () =>
    run(program, [...first, ...args], { cwd: checkout, shell: !npm && process.platform === 'win32' }),
  );
  if (!ok) giveUp('The installation failed, see above. Is the package registry within reach?', output);
  writeFileSync(stampFile, hash);
}

/** The scripts run on the Node that was just installed; where there is none for the platform, on the user's, if that is new enough. */
async function checkNode() {
  const needed = OLDEST_TO_RUN.join('.');
  if (BROUGHT.includes(`${process.platform}-${process.arch}`)) {
    const node = join(checkout, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
    const { ok, output } = await run(node, ['--version'], { shell: process.platform === 'win32' });
    if (!ok || !isAtLeast(output.trim().slice(1), OLDEST_TO_RUN)) giveUp(`The Node that Polku brings (${node}) does not run here.`, output);
  } else if (!isAtLeast(process.versions.node, OLDEST_TO_RUN)) {
    giveUp(`Polku brings no Node for ${process.platform} on ${process.arch}: install Node ${needed} or newer from https://nodejs.org.`);
  }
}

/**
 * The scripts start with `exec`, so that the server takes the shell's place and gets npm's signals (many a shell keeps them to itself).
 * Windows has no such word and no such signals: there it runs the rest of the line.
 */
function teachWindowsExec() {
  if (process.platform === 'win32') writeFileSync(join(checkout, 'node_modules', '.bin', 'exec.cmd'), '@%*\r\n');
}
