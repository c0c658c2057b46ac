import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenChanged, checkout } from './build.mjs';
import { giveUp } from './run.mjs';

/** Builds when sources changed, then runs a program of the server in this process. */
export async function launch(program) {
  const { ok, output } = await buildWhenChanged();
  if (!ok) giveUp('The build failed, see above.', output);
  try {
    await import(pathToFileURL(join(checkout, 'dist', 'server', 'src', program)).href);
  } catch (error) {
    if (['StartError', 'ConfigError'].includes(error?.name)) giveUp(error.message);
    throw error;
  }
}
