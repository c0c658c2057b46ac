import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { TEST_SECRET } from './app.js';

const checkout = join(import.meta.dirname, '..', '..');

/** Runs the built command line as somebody types it, with this on its standard input. */
export async function polku(
  databaseUrl: string,
  input: string,
  ...args: string[]
): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [join(checkout, 'dist', 'server', 'src', 'polku.js'), ...args], {
    cwd: checkout,
    env: { PATH: process.env['PATH'], DATABASE_URL: databaseUrl, POLKU_SECRET: TEST_SECRET, POLKU_LOG: 'error' },
  });
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
  ]);
  return { code, out, err };
}
