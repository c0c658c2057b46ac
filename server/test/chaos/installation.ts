import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded/index.js';
import { TEST_SECRET } from '../app.js';
import { withClient } from '../database.js';
import { eventually } from '../eventually.js';
import { freePort, type PolkuProcess, startPolkuProcess } from '../polku-process.js';

/** What can be killed. */
export const FAULTS = ['web', 'worker', 'postgres', 'redis'] as const;
export type Fault = (typeof FAULTS)[number];

type Role = 'web' | 'worker';

/** Two web processes, two workers, a PostgreSQL and a Redis, each a process of its own that can be killed and started again. */
export class Installation {
  private readonly processes: Record<Role, PolkuProcess[]> = { web: [], worker: [] };
  private turn = 0;

  private constructor(
    readonly folder: string,
    private readonly database: EmbeddedPostgres,
    private readonly redisPort: number,
    private redis: ChildProcess,
    private readonly ports: readonly number[],
  ) {}

  /** Starts everything; the first web process migrates the database and tells the demo story. */
  static async start(): Promise<Installation> {
    const folder = mkdtempSync(join(tmpdir(), 'polku-chaos-'));
    // As root the database's own user has to enter it.
    chmodSync(folder, 0o755);
    const database = await startEmbeddedPostgres({ dataFolder: join(folder, 'data'), log: () => undefined });
    const redisPort = await freePort();
    const ports = [await freePort(), await freePort()];
    const installation = new Installation(folder, database, redisPort, startRedis(folder, redisPort), ports);
    try {
      await installation.redisAnswers();
      for (const index of [0, 1]) for (const role of ['web', 'worker'] as const) await installation.startOne(role, index);
    } catch (error) {
      await installation.stop();
      throw error;
    }
    return installation;
  }

  /** The addresses of the web processes. */
  get urls(): readonly string[] {
    return this.ports.map((port) => `http://127.0.0.1:${port}`);
  }

  /** Looks into the database as its owner. */
  look<T>(use: Parameters<typeof withClient<T>>[1]): Promise<T> {
    return withClient(this.database.url, use);
  }

  /** Kills one without a warning, and starts it again; resolves when it is back. The one of the two processes that is meant alternates. */
  async strike(fault: Fault): Promise<void> {
    switch (fault) {
      case 'postgres':
        return this.killPostgres();
      case 'redis':
        await killed(this.redis);
        this.redis = startRedis(this.folder, this.redisPort);
        return this.redisAnswers();
      default: {
        const index = this.turn++ % 2;
        await this.processes[fault][index]?.kill();
        return this.startOne(fault, index);
      }
    }
  }

  /** What the processes have printed. */
  output(): string {
    return [...this.processes.web, ...this.processes.worker].map((it) => it.output()).join('\n');
  }

  async stop(): Promise<void> {
    await Promise.all([...this.processes.web, ...this.processes.worker].map((it) => it.stop()));
    await killed(this.redis);
    await this.database.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async startOne(role: Role, index: number): Promise<void> {
    const env = {
      DATABASE_URL: this.database.url,
      REDIS_URL: `redis://127.0.0.1:${this.redisPort}`,
      POLKU_SECRET: TEST_SECRET,
      POLKU_SEED: 'demo',
      POLKU_ROLES: role,
    };
    this.processes[role][index] = await startPolkuProcess(join(this.folder, `${role}-${index}`), this.ports[index] ?? 0, env);
  }

  /** Its keeper starts it again, on the same port. */
  private async killPostgres(): Promise<void> {
    const postmaster = () =>
      Number(readFileSync(join(this.folder, 'data', 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    const victim = postmaster();
    process.kill(victim, 'SIGKILL');
    await eventually(async () => postmaster() !== victim && (await this.look((client) => client.query('select 1'))).rowCount === 1, 60_000);
  }

  private async redisAnswers(): Promise<void> {
    const client = new Redis({ port: this.redisPort, lazyConnect: true, retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await eventually(async () => (await client.ping()) === 'PONG');
    client.disconnect();
  }
}

/** As the README asks: it writes to disk, here every command, and evicts nothing. */
function startRedis(folder: string, port: number): ChildProcess {
  const disk = ['--dir', folder, '--save', '', '--appendonly', 'yes', '--appendfsync', 'always'];
  return spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--maxmemory-policy', 'noeviction', ...disk], {
    stdio: 'ignore',
  });
}

function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
