import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { TEST_SECRET } from './app.js';
import { COMPILED_ONCE } from './polku-process.js';

const checkout = join(import.meta.dirname, '..', '..');

/** Runs the built command line as somebody types it, with this on its standard input, at a database or with these settings. */
export async function polku(
  at: string | Readonly<Record<string, string>>,
  input: string,
  ...args: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [join(checkout, 'dist', 'server', 'src', 'polku.js'), ...args], {
    cwd: checkout,
    env: {
      PATH: process.env['PATH'],
      ...COMPILED_ONCE,
      POLKU_SECRET: TEST_SECRET,
      POLKU_LOG: 'error',
      ...(typeof at === 'string' ? { DATABASE_URL: at } : at),
    },
  });
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
  ]);
  return { code, out, err };
}
