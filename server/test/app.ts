import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import pg from 'pg';
import request from 'supertest';
import { foundCast, type Founded } from '../seeds/found-cast.js';
import { createApp } from '../src/create-app.js';
import { MovableClock } from '../src/platform/clock/index.js';
import { loadConfig, type RunningConfig } from '../src/platform/config/index.js';
import { Relay } from '../src/platform/outbox/index.js';
import { LiveStreams } from '../src/platform/stream/index.js';
import { TimerPoller } from '../src/platform/timers/index.js';
import { type Actor, signInAs } from './actors.js';
import type { CastName } from '../seeds/cast.js';
import { filledDatabase, type ScratchDatabase } from './database.js';
import { eventually } from './eventually.js';
import { NO_RATES } from './no-rates.js';
import { isSettled } from './settled.js';

/** A Monday noon in Warsaw: the present of tests, until they move it. */
export const MONDAY_NOON = new Date('2026-03-02T11:00:00Z');

/** Polku as a test meets it: real PostgreSQL, real queue, a clock that stands still, the cast at home. */
export interface TestApp {
  readonly app: NestExpressApplication;
  readonly config: RunningConfig;
  readonly clock: MovableClock;
  readonly database: ScratchDatabase;
  readonly founded: Founded;
  /** Where it listens. */
  readonly url: string;
  /** Somebody of the cast, signed in. */
  as(name: CastName): Promise<Actor>;
  /** Waits until all that follows from what was done has been done: published, told, delivered. */
  settle(): Promise<void>;
  /** Runs the timers that are due by the clock, then settles. */
  poll(): Promise<void>;
  /** Rows of the database, seen by its owner. */
  sql<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** The mails to an address that contains this, the latest first. */
  mailsTo(address: string): Promise<TestMail[]>;
  close(): Promise<void>;
}

/** A mail, as the demo's mailbox shows it. */
export interface TestMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly date: string;
  readonly messageId: string;
  readonly text: string;
  readonly html: string;
}

/** The secret of all test installations. */
export const TEST_SECRET = 'a secret of thirty-two characters or more';

type Env = Readonly<Record<string, string>>;

/** Starts Polku on a scratch database, with these settings besides those of every test. */
export async function startTestApp({ env = {} }: { readonly env?: Env } = {}): Promise<TestApp> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'polku-app-'));
  const database = await filledDatabase('cast', (url) => foundCastIn(configFor(url, dataFolder, {})));
  const config = configFor(database.url, dataFolder, env);
  const clock = new MovableClock(MONDAY_NOON);
  const app = await createApp(config, clock);
  const owner = new pg.Pool({ connectionString: database.url, max: 2 });
  // Whoever cuts off all connections cuts off these.
  owner.on('error', () => undefined);
  const founded = await findCast(owner);
  await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
  const actors = new Map<CastName, Promise<Actor>>();
  const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await owner.query<Row>(text, values)).rows;
  // Tests move the clock by weeks; nobody should have to sign in again for that.
  const signInForGood = async (name: CastName): Promise<Actor> => {
    const actor = await signInAs(url, name);
    await sql(`update app.session set expires_at = '2100-01-01'`);
    return actor;
  };
  const test: TestApp = {
    app,
    config,
    clock,
    database,
    founded,
    url,
    as: (name) => {
      const actor = actors.get(name) ?? signInForGood(name);
      actors.set(name, actor);
      return actor;
    },
    settle: () => settle(app, owner),
    poll: async () => {
      await app.get(TimerPoller, { strict: false }).poll();
      await settle(app, owner);
    },
    sql,
    mailsTo: async (address) => {
      const { body } = await request(url).get('/dev/mail');
      const heads = (body as { items: TestMail[] }).items.filter(({ to }) => to.includes(address));
      return Promise.all(heads.map(async ({ id }) => (await request(url).get(`/dev/mail/${id}`)).body as TestMail));
    },
    close: async () => {
      app.get(LiveStreams, { strict: false }).closeAll();
      await app.close();
      await owner.end();
      await database.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
  return test;
}

function configFor(databaseUrl: string, dataFolder: string, env: Env): RunningConfig {
  const settings = loadConfig({
    DATABASE_URL: databaseUrl,
    POLKU_SECRET: TEST_SECRET,
    POLKU_DATA: dataFolder,
    POLKU_MODE: 'test',
    POLKU_LOG: 'error',
    POLKU_SEED: 'demo',
    ...NO_RATES,
    ...env,
  });
  return { ...settings, databaseUrl, secret: TEST_SECRET };
}

async function foundCastIn(config: RunningConfig): Promise<void> {
  const app = await createApp(config, new MovableClock(MONDAY_NOON));
  await foundCast(app);
  await app.close();
}

/** Who lives in a database where the cast was founded. */
async function findCast(client: pg.Pool): Promise<Founded> {
  const idsOf = async (text: string) =>
    Object.fromEntries((await client.query<{ name: string; id: string }>(text)).rows.map(({ name, id }) => [name, id]));
  return {
    organisations: (await idsOf('select slug as name, id from app.organisation')) as Founded['organisations'],
    members: (await idsOf(
      'select lower(name) as name, id from app.membership join app.person_identity using (person_id)',
    )) as Founded['members'],
  };
}

async function settle(app: NestExpressApplication, owner: pg.Pool): Promise<void> {
  const relay = app.get(Relay, { strict: false });
  await eventually(async () => {
    await relay.round();
    return isSettled(owner);
  });
}
