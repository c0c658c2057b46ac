// The JavaScript that has to be there before the board shows, as it travels.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { checkout } from './build.mjs';

/** Bytes that it may have, gzipped (quality.md: 220 kB). */
export const MOST = 220_000;

/** Where the board begins: the application, the frame around every page, the page itself, and the strings of one language. */
const ENTRIES = ['client/src/main.ts', 'client/src/app/shell/shell.ts', 'client/src/app/features/board/board-page.ts'];
const STRINGS = /^client\/src\/app\/i18n\/[a-z]+\/index\.ts$/;

/**
 * Adds up what the board needs, with the strings of the language that is largest.
 * @param {{outputs: Record<string, {entryPoint?: string, imports: {path: string, kind: string}[]}>}} stats what the build says of its files
 * @param {string} page the index.html
 * @param {(file: string) => Uint8Array} read gives a file of the client
 * @returns {{bytes: number, files: {file: string, bytes: number}[]}} largest first
 * @throws {Error} when the build has no such entry: the files have moved, and this list must follow
 */
export function firstScreen(stats, page, read) {
  const sizes = new Map();
  const sizeOf = (file) => sizes.get(file) ?? sizes.set(file, gzipSync(read(file)).length).get(file);
  const scripts = [...page.matchAll(/<script[^>]*\ssrc="\/?([^"]+)"/g)].map(([, file]) => file);
  const entryOf = (source) => {
    const found = Object.entries(stats.outputs).find(([, output]) => output.entryPoint === source);
    if (!found) throw new Error(`The build has no chunk that begins with ${source}.`);
    return found[0];
  };
  const strings = Object.values(stats.outputs).flatMap(({ entryPoint }) => (STRINGS.test(entryPoint ?? '') ? [entryOf(entryPoint)] : []));
  const [largest] = strings.sort((a, b) => sizeOf(b) - sizeOf(a));
  if (!largest) throw new Error('The build has no chunk of strings.');
  const needed = new Set();
  const waiting = [...scripts, ...ENTRIES.map(entryOf), largest];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (needed.has(file)) continue;
    needed.add(file);
    for (const { path, kind } of stats.outputs[file]?.imports ?? []) if (kind === 'import-statement') waiting.push(path);
  }
  const files = [...needed].map((file) => ({ file, bytes: sizeOf(file) })).sort((a, b) => b.bytes - a.bytes);
  return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files };
}

/**
 * Measures the client that was built.
 * @returns {Promise<{ok: boolean, output: string}>} not ok when it is more than may be
 */
export async function checkFirstScreen() {
  const client = join(checkout, 'dist', 'client');
  const stats = JSON.parse(readFileSync(join(client, 'browser-stats.json'), 'utf8'));
  const page = readFileSync(join(client, 'browser', 'index.html'), 'utf8');
  const { bytes, files } = firstScreen(stats, page, (file) => readFileSync(join(client, 'browser', file)));
  const summary = `The board needs ${kilobytes(bytes)} of JavaScript (gzip), and may need ${kilobytes(MOST)}.`;
  console.log(summary);
  return { ok: bytes <= MOST, output: [summary, ...files.map(({ file, bytes: of }) => `  ${kilobytes(of)}  ${file}`)].join('\n') };
}

function kilobytes(bytes) {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}
