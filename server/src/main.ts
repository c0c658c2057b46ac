import 'reflect-metadata';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { tellStory } from '../seeds/index.js';
import { createApp } from './create-app.js';
import { checkPort, listen, type Listening } from './listen.js';
import { migrate } from './platform/database/index.js';
import { prepareDataFolder, readConfig, resolveSecret, type RunningConfig, StartError } from './platform/config/index.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './platform/embedded/index.js';
import { Draining } from './platform/health/index.js';
import { Metrics, metricsServer } from './platform/metrics/index.js';
import { startTracing } from './platform/tracing/index.js';
import { LiveStreams } from './platform/stream/index.js';
import { demoGuests } from './demo-guests.js';
import { printWelcome } from './welcome.js';

/** What runs, in the order in which it was started. */
interface Running {
  config: RunningConfig | null;
  database: EmbeddedPostgres | null;
  app: NestExpressApplication | null;
  listening: Listening | null;
  metrics: Listening | null;
  endTracing: (() => Promise<void>) | null;
}

const running: Running = { config: null, database: null, app: null, listening: null, metrics: null, endTracing: null };
let stopping: Promise<void> | null = null;

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping ??= stop().then(
      () => process.exit(signal === 'SIGINT' ? 130 : 143),
      (error: unknown) => fail(error),
    );
  });
}

try {
  await start();
} catch (error) {
  if (stopping === null) await fail(error);
}

async function start(): Promise<void> {
  const settings = readConfig();
  if (settings.roles.has('web')) await checkPort(settings);
  prepareDataFolder(settings.dataFolder);
  if (settings.databaseUrl === null) {
    running.database = await startEmbeddedPostgres({ dataFolder: settings.dataFolder, log: (line) => process.stdout.write(`${line}\n`) });
  }
  const databaseUrl = settings.databaseUrl ?? running.database?.url;
  if (databaseUrl === undefined) throw new StartError('There is no database.');
  const config: RunningConfig = Object.freeze({ ...resolveSecret(settings), databaseUrl });
  await migrate(databaseUrl);
  await tellStory(config, (line) => process.stdout.write(`${line}\n`));
  running.config = config;
  running.endTracing = await startTracing(config);
  running.app = await createApp(config);
  running.metrics = await offerMetrics(running.app, config);
  if (!config.roles.has('web')) {
    process.stdout.write('Polku is working: jobs, timers and the relay.\n');
    return;
  }
  running.listening = await listen(running.app.getHttpServer(), config);
  printWelcome({ config, port: running.listening.port, demo: await demoGuests(running.app, config) });
}

async function offerMetrics(
  app: NestExpressApplication,
  { metricsHost: host, metricsPort: port }: RunningConfig,
): Promise<Listening | null> {
  if (port === null) return null;
  return listen(metricsServer(app.get(Metrics)), { host, port }, { host: 'POLKU_METRICS_HOST', port: 'POLKU_METRICS_PORT' });
}

/** Requests first, then jobs, the database last. */
async function stop(): Promise<void> {
  if (running.listening && running.app) {
    running.app.get(Draining).hasBegun = true;
    running.listening.retire();
    await new Promise((over) => setTimeout(over, running.config?.drain ?? 0));
    running.app.get(LiveStreams).closeAll();
    await running.listening.close();
  }
  await running.app?.close();
  await running.metrics?.close();
  await running.endTracing?.();
  await running.database?.stop();
}

async function fail(error: unknown): Promise<never> {
  const expected = error instanceof StartError || (error instanceof Error && error.name === 'MigrationError');
  process.stderr.write(`${expected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  await stop().catch(() => undefined);
  process.exit(1);
}
