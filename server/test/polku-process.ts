import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { eventually } from './eventually.js';
import { NO_RATES } from './no-rates.js';

const checkout = join(import.meta.dirname, '..', '..');
const movableDate = join(import.meta.dirname, 'movable-date.ts');
const program = join(checkout, 'dist', 'server', 'src', 'main.js');

/** What V8 compiled of the built server, kept for the next process of a test. */
export const COMPILED_ONCE = { NODE_COMPILE_CACHE: join(checkout, 'dist', 'compiled') };

/** A real Polku in a process of its own, with the embedded PostgreSQL on its own data folder. */
export interface PolkuProcess {
  readonly url: string;
  /** Kills it without a warning. */
  kill(): Promise<void>;
  /** Asks it to stop, and waits; gives the exit code, or null when it did not stop within twenty seconds and was killed. */
  stop(): Promise<number | null>;
  /** What it has printed so far. */
  output(): string;
  /** Sets its clock ahead of the machine's by so many milliseconds; only for one that was started with a clock that moves. */
  moveAhead(milliseconds: number): Promise<void>;
}

/** How a process is started. */
export interface PolkuProcessManner {
  readonly clockMoves?: boolean;
  /** Hears what it logs, besides `output`. */
  readonly print?: (text: string) => void;
}

/** Starts the built server and waits until it is ready. */
export async function startPolkuProcess(
  dataFolder: string,
  port: number,
  env: Readonly<Record<string, string>> = {},
  { clockMoves = false, print }: PolkuProcessManner = {},
): Promise<PolkuProcess> {
  if (!existsSync(program)) throw new Error('The server is not built: run `npm start` or `npm test`, which build it.');
  const printed: Buffer[] = [];
  const child = spawn(process.execPath, [...(clockMoves ? ['--import', movableDate] : []), program], {
    cwd: checkout,
    env: {
      PATH: process.env['PATH'],
      ...COMPILED_ONCE,
      PORT: String(port),
      POLKU_DATA: dataFolder,
      POLKU_LOG: 'error',
      ...NO_RATES,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', ...(clockMoves ? ['ipc' as const] : [])],
  });
  child.stdout?.on('data', (chunk: Buffer) => printed.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk));
  if (print) for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => print(logIn(chunk.toString())));
  const output = () => Buffer.concat(printed).toString();
  // Whoever started it may be ended before it.
  const endWithUs = () => child.kill('SIGTERM');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  const url = `http://127.0.0.1:${port}`;
  await eventually(async () => {
    if (child.exitCode !== null) throw new Error(`Polku ended with ${child.exitCode}: ${output()}`);
    // One that only works has no address that could be asked.
    return env['POLKU_ROLES'] === 'worker' ? output().includes('Polku is working') : (await fetch(`${url}/health/ready`)).ok;
  }, 90_000).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${output()}`);
  });
  return {
    url,
    output,
    kill: () => end(child, 'SIGKILL').then(() => undefined),
    stop: () => end(child, 'SIGTERM'),
    moveAhead: (milliseconds) => moveAhead(child, milliseconds),
  };
}

/** A port nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** The lines of a log among what somebody prints: each is JSON. */
function logIn(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => `${line}\n`)
    .join('');
}

function moveAhead(child: ChildProcess, ahead: number): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('message', () => {
      resolve();
    });
    child.send({ ahead }, (error) => {
      if (error) reject(error);
    });
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    const impatience = setTimeout(() => child.kill('SIGKILL'), 20_000);
    child.once('exit', (code) => {
      clearTimeout(impatience);
      resolve(code);
    });
    child.kill(signal);
  });
}
