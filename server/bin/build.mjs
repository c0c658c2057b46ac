import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withProgress } from './progress.mjs';
import { run } from './run.mjs';

/** The folder of the checkout. */
export const checkout = join(import.meta.dirname, '..', '..');

const stampFile = join(checkout, 'dist', '.built');
const results = ['dist/server/src/main.js', 'dist/client/browser/index.html', 'dist/client/browser-stats.json'];
const sources = ['server', 'client', 'nx.json', 'package-lock.json', 'tsconfig.base.json'];
const notBuilt = /(\.spec\.[cm]?[jt]s|\.md|\.png)$|^server[\\/](test|bin|docs)([\\/]|$)/;

/**
 * Builds server and client when their sources changed. Looking takes a few milliseconds (a hash of the sources against a stamp),
 * where starting Nx only to hear that nothing changed takes seconds.
 * @returns {Promise<{ok: boolean, output: string}>}
 */
export async function buildWhenChanged() {
  const hash = hashOfSources();
  const isCurrent = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash;
  if (isCurrent && results.every((file) => existsSync(join(checkout, file)))) return { ok: true, output: '' };
  const nx = join(checkout, 'node_modules', 'nx', 'dist', 'bin', 'nx.js');
  const result = await withProgress('Building server and client (the first time takes a minute)', () =>
    run(process.execPath, [nx, 'run-many', '-t', 'build', '--outputStyle=stream-without-prefixes'], {
      cwd: checkout,
      env: { ...process.env, NX_DAEMON: 'false', NO_COLOR: '1' },
    }),
  );
  if (result.ok) writeFileSync(stampFile, hash);
  return result;
}

function hashOfSources() {
  const hash = createHash('sha256');
  for (const source of sources) addTo(hash, source);
  return hash.digest('hex');
}

function addTo(hash, path) {
  if (notBuilt.test(path)) return;
  const absolute = join(checkout, path);
  let content;
  try {
    content = readFileSync(absolute);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    if (error.code !== 'EISDIR') throw error;
    for (const name of readdirSync(absolute).sort()) addTo(hash, join(path, name));
    return;
  }
  hash.update(path).update('\0').update(content).update('\0');
}
