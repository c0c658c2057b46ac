import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keptText } from '../../src/platform/config/secret.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded/index.js';
import { freePort, type PolkuProcess, type PolkuProcessManner, startPolkuProcess } from '../polku-process.js';
import { startRedis, type TestRedis } from '../redis.js';
import { type Proxy, startProxy } from './proxy.js';

type Role = 'web' | 'worker';

/** One of the four processes. */
export interface Part {
  readonly role: Role;
  /** Where it answers by itself, past the proxy; a worker does not. */
  readonly url: string;
  /** Where its numbers are. */
  readonly metrics: string;
  /** Tells it to stop, waits until it has, and starts it again; gives the code with which it ended. */
  restart(): Promise<number | null>;
}

/** Two web processes and two workers behind a proxy, on one PostgreSQL and one Redis. */
export interface ScaledPolku {
  /** Where people come in. */
  readonly url: string;
  readonly webs: readonly [Part, Part];
  readonly workers: readonly [Part, Part];
  readonly databaseUrl: string;
  /** What all processes have printed so far. */
  output(): string;
  /** Sets the clocks ahead of the machine's; only where they were started with clocks that move. */
  moveAhead(milliseconds: number): Promise<void>;
  /** Stops everything; gives the codes with which the four processes ended. */
  stop(): Promise<(number | null)[]>;
}

/** What somebody may want otherwise. */
export interface ScaledManner extends PolkuProcessManner {
  /** Where everything is kept. */
  readonly folder: string;
  readonly port?: number;
  /** A PostgreSQL that runs already. */
  readonly databaseUrl?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly say?: (line: string) => void;
  /** Ctrl-C stops redis-server and nginx only when `stop` does. */
  readonly detached?: boolean;
}

/** Starts everything; the first web process migrates the database and tells the demo story. */
export async function startScaled({ folder, say = () => undefined, ...manner }: ScaledManner): Promise<ScaledPolku> {
  mkdirSync(folder, { recursive: true });
  // Started as root, the database and the proxy run as users who have to get in.
  chmodSync(folder, 0o755);
  const started: { database?: EmbeddedPostgres; redis?: TestRedis; proxy?: Proxy } = {};
  const running: PolkuProcess[] = [];
  const stop = async (): Promise<(number | null)[]> => {
    const codes = await Promise.all(running.map((it) => it.stop()));
    await started.proxy?.stop();
    await started.redis?.stop();
    await started.database?.stop();
    return codes;
  };
  try {
    started.redis = await startRedis(manner);
    if (manner.databaseUrl === undefined) {
      started.database = await startEmbeddedPostgres({ dataFolder: join(folder, 'database'), log: say });
    }
    const port = manner.port ?? (await freePort());
    const url = `http://localhost:${port}`;
    const databaseUrl = manner.databaseUrl ?? started.database?.url ?? '';
    const env = {
      DATABASE_URL: databaseUrl,
      REDIS_URL: started.redis.url,
      POLKU_SECRET: keptText(join(folder, 'secret')),
      POLKU_SEED: 'demo',
      PUBLIC_URL: url,
      // Longer than nginx keeps a connection that nobody uses.
      POLKU_DRAIN: '5',
      ...manner.env,
    };
    const start = async (role: Role, index: number): Promise<Part> => {
      const [own, metrics] = [await freePort(), await freePort()];
      const all = { ...env, POLKU_ROLES: role, POLKU_METRICS_PORT: String(metrics) };
      // They share their data folder: there the demo keeps its mails.
      const begin = () => startPolkuProcess(join(folder, 'data'), own, all, manner);
      running[index] = await begin();
      return {
        role,
        url: `http://127.0.0.1:${own}`,
        metrics: `http://127.0.0.1:${metrics}/metrics`,
        restart: async () => {
          const code = (await running[index]?.stop()) ?? null;
          running[index] = await begin();
          return code;
        },
      };
    };
    say('Starting a web process, another one, and two workers …');
    const first = await start('web', 0);
    const [second, third, fourth] = await Promise.all([start('web', 1), start('worker', 2), start('worker', 3)]);
    started.proxy = await startProxy({ ...manner, port, webs: [hostOf(first), hostOf(second)], folder: join(folder, 'proxy') });
    return {
      url,
      webs: [first, second],
      workers: [third, fourth],
      databaseUrl,
      output: () => running.map((it) => it.output()).join('\n'),
      moveAhead: async (milliseconds) => void (await Promise.all(running.map((it) => it.moveAhead(milliseconds)))),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function hostOf({ url }: Part): string {
  return new URL(url).host;
}
