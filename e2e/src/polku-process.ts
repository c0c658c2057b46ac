import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const checkout = join(import.meta.dirname, '..', '..');
const program = join(checkout, 'dist', 'server', 'src', 'main.js');
const client = join(checkout, 'dist', 'client', 'browser', 'index.html');

/** A real Polku: the built server in a process of its own, with its own database and data folder, after the demo story. */
export interface PolkuProcess {
  readonly url: string;
  /** What it has printed so far. */
  log(): string;
  /** Stops it and removes its data. @throws when it had logged an error, or did not stop as it should. */
  stop(): Promise<void>;
}

/** Starts Polku on a free port and waits until it is ready. */
export async function startPolku(): Promise<PolkuProcess> {
  for (const built of [program, client]) if (!existsSync(built)) throw new Error(`${built} is missing: npm test builds it.`);
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'polku-journeys-'));
  // Started as root, the database runs as another user, who has to get in.
  chmodSync(data, 0o755);
  const printed: Buffer[] = [];
  const child = spawn(process.execPath, [program], {
    cwd: checkout,
    env: { PATH: process.env['PATH'], PORT: String(port), POLKU_DATA: data, POLKU_SEED: 'demo', POLKU_LOG: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  child.stdout.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => printed.push(chunk));
  const killWithUs = () => child.kill('SIGTERM');
  process.once('exit', killWithUs);
  const log = () => Buffer.concat(printed).toString();
  const url = `http://localhost:${port}`;
  await untilReady(child, url, log);
  return {
    url,
    log,
    stop: async () => {
      const code = await end(child);
      process.off('exit', killWithUs);
      rmSync(data, { recursive: true, force: true });
      const errors = errorsIn(log());
      if (errors.length > 0) throw new Error(`Polku logged errors:\n${errors.join('\n')}`);
      if (code !== 143) throw new Error(`Polku ended with ${String(code)} when it was asked to stop:\n${log()}`);
    },
  };
}

async function untilReady(child: ChildProcess, url: string, log: () => string): Promise<void> {
  const deadline = performance.now() + 90_000;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`Polku ended with ${child.exitCode} instead of starting:\n${log()}`);
    const ready = await fetch(`${url}/health/ready`).catch(() => null);
    if (ready?.ok) return;
    await pause(100);
  }
  child.kill('SIGKILL');
  throw new Error(`Polku was not ready after a minute and a half:\n${log()}`);
}

/** The exit code after a friendly request to stop; null when it had to be killed. */
function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    const impatience = setTimeout(() => child.kill('SIGKILL'), 20_000);
    child.once('exit', (code) => {
      clearTimeout(impatience);
      resolve(code);
    });
    child.kill('SIGTERM');
  });
}

/** Lines of the log that tell of an error: pino's levels 50 and 60. */
function errorsIn(log: string): string[] {
  return log.split('\n').filter((line) => /"level":(50|60)\b/.test(line));
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('There is no free port.')),
      );
    });
  });
}
