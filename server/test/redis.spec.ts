import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import type { NotificationPage } from '#contracts';
import { createApp } from '../src/create-app.js';
import { Queues } from '../src/platform/queues/index.js';
import { LiveStreams } from '../src/platform/stream/index.js';
import { startTestApp, TEST_SECRET, type TestApp } from './app.js';
import { actor } from './actors.js';
import { withClient } from './database.js';
import { emptyQueue } from './emptied-queue.js';
import { eventually } from './eventually.js';
import { moved, submitted } from './factories.js';
import { findBrokenInvariants } from './invariants.js';
import { hasRedis, startRedis, type TestRedis } from './redis.js';

const onRedis = hasRedis() ? describe : describe.skip;

onRedis('Polku on Redis', () => {
  let redis: TestRedis;
  let polku: TestApp;

  beforeAll(async () => {
    redis = await startRedis();
    polku = await startTestApp({ env: { REDIS_URL: redis.url } });
  });

  afterAll(async () => {
    await polku.close();
    await redis.stop();
  });

  it('tells people through queues on Redis, and leaves everything whole', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await submitted(maja);
    await moved(hanna, idea, 'explore-idea', { reason: 'Worth a look.' });
    await polku.settle();
    const page = (await maja.get('/notifications')).body as NotificationPage;
    expect(page.items.map((it) => it.kind)).toEqual(['moved', 'acknowledged']);
    expect(await withClient(polku.database.url, (client) => findBrokenInvariants(client, TEST_SECRET))).toEqual([]);
    // Nothing of it went through the database's own queue.
    expect(await polku.sql(`select 1 from bullmq.job`)).toEqual([]);
  });

  it('loses nothing when Redis is emptied, and tells nothing twice', async () => {
    const { waiting, told, returned, broken } = await emptyQueue(polku, {
      count: () => polku.app.get(Queues, { strict: false }).open('notify'),
      empty: () => redis.flush(),
    });
    expect([waiting[0] > 0, waiting[1]]).toEqual([true, 0]);
    expect(told).toEqual([[], ['acknowledged', 'moved'], ['acknowledged', 'moved']]);
    expect([returned, broken]).toEqual(['submitted', []]);
  });

  it('shows on one web process, through Redis, what happened on another', async () => {
    const web = await createApp({ ...polku.config, roles: new Set(['web']) }, polku.clock);
    await web.listen(0, '127.0.0.1');
    const url = await web.getUrl();
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const seen: string[] = [];
    const request = get(`${url}/api/v1/organisations/aleksandrow/live`, { headers: { Cookie: maja.cookie } }, (response) => {
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => seen.push(chunk));
    });
    request.on('error', () => undefined);
    await eventually(() => seen.join('').includes('event: ready'));
    const idea = await submitted(hanna);
    await eventually(() => seen.join('').includes(`"number":${idea.number}`), 5_000);
    await hanna.put(`/ideas/${idea.number}/presence/${randomUUID()}`);
    await eventually(() => /event: presence\ndata: .*"name":"Hanna"/.test(seen.join('')), 5_000);
    const elsewhere = actor(url, 'hanna', hanna.cookie, 'aleksandrow');
    expect((await elsewhere.get(`/ideas/${idea.number}`)).body.title).toBe(idea.title);
    request.destroy();
    web.get(LiveStreams, { strict: false }).closeAll();
    await web.close();
  });
});
