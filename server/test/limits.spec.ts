import request from 'supertest';
import type { AboutView } from '#contracts';
import { ReadFile } from '../src/modules/transfers/read-file.js';
import { ProblemError } from '../src/platform/http/index.js';
import { RequestLimits } from '../src/platform/limits/index.js';
import { type Actor, signInAs } from './actors.js';
import { startTestApp, type TestApp } from './app.js';
import { eventually } from './eventually.js';
import { hasRedis, startRedis } from './redis.js';

const RATES = { POLKU_LIMIT_CHANGES: '5', POLKU_LIMIT_SEARCHES: '3', POLKU_LIMIT_VISITS: '40' };

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp({
    env: {
      ...RATES,
      POLKU_LIMIT_STREAMS: '4',
      POLKU_LIMIT_STREAMS_PER_PERSON: '2',
      POLKU_LIMIT_BODY: '2000',
      POLKU_LIMIT_IMPORT_BYTES: '3000',
      POLKU_LIMIT_IMPORT_ROWS: '2',
      POLKU_LIMIT_IMPORTS: '1',
      // Imports stay where they are: nobody works.
      POLKU_ROLES: 'web',
    },
  });
});

afterAll(() => polku.close());

/** The answer, as far as a limit says it. */
function said({ status, body, headers }: request.Response): object {
  const { code, limit, retryAfter } = body as { code?: string; limit?: number; retryAfter?: number };
  const waits = retryAfter !== undefined && retryAfter > 0 && headers['retry-after'] === String(retryAfter);
  return { status, code, ...(limit === undefined ? {} : { limit }), ...(waits ? { waits } : {}) };
}

const upload = (who: Actor, rows: string) =>
  request(polku.url)
    .post('/api/v1/organisations/aleksandrow/imports')
    .set('Cookie', who.cookie)
    .field('dryRun', 'true')
    .attach('file', Buffer.from(`title,need\n${rows}`), 'ideas.csv');

async function follow(who: Actor): Promise<{ status: number; code: string | null; retryAfter: string | null; close(): void }> {
  const stop = new AbortController();
  const response = await fetch(`${polku.url}/api/v1/organisations/aleksandrow/live`, {
    headers: { Cookie: who.cookie },
    signal: stop.signal,
  });
  const code = response.status === 200 ? null : ((await response.json()) as { code: string }).code;
  return { status: response.status, code, retryAfter: response.headers.get('retry-after'), close: () => stop.abort() };
}

describe('more than the settings allow', () => {
  it('is refused by session: changes and searches, each for itself', async () => {
    const [one, two] = [await signInAs(polku.url, 'tomek'), await signInAs(polku.url, 'tomek')];
    const change = (who: Actor) => who.patch('/api/v1/me', { language: 'en' });
    for (let n = 0; n < 5; n += 1) expect((await change(one)).status).toBe(200);
    expect(said(await change(one))).toEqual({ status: 429, code: 'too-many-requests', limit: 5, waits: true });
    const search = (who: Actor) => who.get('/ideas?q=air');
    for (let n = 0; n < 3; n += 1) expect((await search(one)).status).toBe(200);
    expect(said(await search(one))).toEqual({ status: 429, code: 'too-many-requests', limit: 3, waits: true });
    // Reading goes on, and so does everybody else, behind the same address.
    expect([(await one.get('/ideas')).status, (await change(two)).status, (await search(two)).status]).toEqual([200, 200, 200]);
  });

  it('is refused for streams of one person, and for all of a process', async () => {
    const [maja, hanna, irena] = [await polku.as('maja'), await polku.as('hanna'), await polku.as('irena')];
    const all = await Promise.all([maja, maja, maja, maja, maja].map(follow));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429, 429]);
    expect(all.find(({ status }) => status === 429)).toMatchObject({ code: 'too-many-streams', retryAfter: '30' });
    all.push(await follow(hanna), await follow(hanna));
    expect(await follow(irena)).toMatchObject({ status: 503, code: 'busy', retryAfter: '10' });
    for (const stream of all) stream.close();
    const again = await eventually(async () => {
      const stream = await follow(irena);
      return stream.status === 200 ? stream : null;
    });
    again.close();
  });

  it('is too large: a body, a file, and the limit is named', async () => {
    const hanna = await signInAs(polku.url, 'hanna');
    const body = await hanna.post('/ideas', { title: 'Air', need: 'x'.repeat(2_500) });
    expect([said(body), body.body.detail]).toEqual([
      { status: 413, code: 'too-large', limit: 2_000 },
      'What was sent is too large: at most 2000 bytes.',
    ]);
    expect(said(await upload(hanna, `Air,${'x'.repeat(4_000)}\n`))).toEqual({ status: 413, code: 'too-large', limit: 3_000 });
    const file = Buffer.from(`title,need\n${'Air,Clean\n'.repeat(3)}`);
    const read = await polku.app
      .get(ReadFile, { strict: false })
      .read(polku.founded.organisations.aleksandrow, { delimiter: ',', mapping: null }, file);
    expect(read.faults.listed).toMatchObject([{ row: 4, code: 'too-many-rows' }]);
    const about = (await request(polku.url).get('/api/v1/about')).body as AboutView;
    expect(about.limits).toEqual({ importBytes: 3_000, importRows: 2, attachmentBytes: 25_000_000 });
  });

  it('waits: imports at once of an organisation', async () => {
    const hanna = await signInAs(polku.url, 'hanna');
    const both = await Promise.all([upload(hanna, 'Air,Clean\n'), upload(hanna, 'Air,Clean\n')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 429]);
    const refused = both.find(({ status }) => status === 429);
    expect(refused && said(refused)).toEqual({ status: 429, code: 'too-many-imports', limit: 1, waits: true });
  });

  it('is refused to an address that is not signed in, and to nobody who is', async () => {
    const maja = await polku.as('maja');
    const answers = await Promise.all(Array.from({ length: 45 }, () => request(polku.url).get('/api/v1/session')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
    expect(said(await request(polku.url).get('/api/v1/about'))).toEqual({ status: 429, code: 'too-many-requests', limit: 40, waits: true });
    expect([(await maja.get('/ideas')).status, (await request(polku.url).get('/health/live')).status]).toEqual([200, 200]);
  });
});

(hasRedis() ? it : it.skip)('two processes count together in Redis, and each for itself while it is away', async () => {
  const redis = await startRedis();
  const config = { ...polku.config, redisUrl: redis.url };
  const [one, other] = [new RequestLimits(config), new RequestLimits(config)];
  const spend = (limits: RequestLimits, rate: 'changes' | 'searches', key: string) =>
    limits.spend(rate, key).then(
      () => 'let in',
      (error: unknown) => (error instanceof ProblemError ? error.status : error),
    );
  // Until both are connected they count for themselves.
  await eventually(async () => (await spend(one, 'changes', 'a session')) === 429 && (await spend(other, 'changes', 'a session')) === 429);
  for (const limits of [one, other, one]) expect(await spend(limits, 'searches', 'shared')).toBe('let in');
  expect(await spend(other, 'searches', 'shared')).toBe(429);
  await redis.stop();
  expect(await spend(one, 'searches', 'alone')).toBe('let in');
  one.onApplicationShutdown();
  other.onApplicationShutdown();
});
