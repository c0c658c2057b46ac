import { spawn, spawnSync } from 'node:child_process';
import { Redis } from 'ioredis';
import { eventually } from './eventually.js';
import { freePort } from './polku-process.js';

/** A Redis for a test. */
export interface TestRedis {
  readonly url: string;
  /** Forgets everything, as somebody may do by hand. */
  flush(): Promise<void>;
  stop(): Promise<void>;
}

/** Whether there is a Redis to test with: the one of `REDIS_URL`, or a `redis-server` that can be started. */
export function hasRedis(): boolean {
  return Boolean(process.env['REDIS_URL']) || spawnSync('redis-server', ['--version']).status === 0;
}

/** Starts a Redis of the test's own, or lends the one of `REDIS_URL`. `detached`: Ctrl-C does not stop it before those who use it. */
export async function startRedis({ detached = false } = {}): Promise<TestRedis> {
  const given = process.env['REDIS_URL'];
  if (given) return { url: given, flush: () => flush(given), stop: async () => undefined };
  const port = await freePort();
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'], {
    stdio: 'ignore',
    detached,
  });
  const endWithUs = () => child.kill('SIGTERM');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: null });
  client.on('error', () => undefined);
  await eventually(async () => (await client.ping()) === 'PONG');
  client.disconnect();
  return {
    url,
    flush: () => flush(url),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
}

async function flush(url: string): Promise<void> {
  const client = new Redis(url);
  await client.flushdb();
  client.disconnect();
}
