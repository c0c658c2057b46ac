import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenChanged, checkout } from './build.mjs';
import { whyNot } from './node-version.mjs';
import { giveUp } from './run.mjs';

/** Builds when sources changed, then runs a program of the server in this process. */
export async function launch(program) {
  const tooOld = whyNot();
  if (tooOld !== null) giveUp(tooOld);
  endWithParent();
  const { ok, output } = await buildWhenChanged();
  if (!ok) giveUp('The build failed, see above.', output);
  try {
    await import(pathToFileURL(join(checkout, 'dist', 'server', 'src', program)).href);
  } catch (error) {
    if (['StartError', 'ConfigError'].includes(error?.name)) giveUp(error.message);
    throw error;
  }
}

/**
 * Polku started by npm ends with npm, even when npm was killed and could not pass the signal on: a server that nobody sees any more would
 * keep the port and the data folder.
 */
function endWithParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 200);
  watch.unref();
}
