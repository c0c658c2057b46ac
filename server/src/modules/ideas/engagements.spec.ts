import type { EngagementPage, EngagementView, HistoryPage } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { moved, submitted } from '../../../test/factories.js';
import { exploring, planned, refusedFor } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const WALK = {
  on: '2026-02-27',
  who: 'Parents of School 12',
  count: 14,
  how: 'A walk along the three routes',
  heard: 'The worst corner is not the one on our map.',
};

describe('recording an engagement', () => {
  it('keeps who, how many, how and what was heard, with the step in which it was', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await submitted(maja);
    const early = (await maja.post(`/ideas/${idea.number}/engagements`, { ...WALK, on: '2026-02-01', count: null })).body as EngagementView;
    expect(early).toMatchObject({ step: 'submitted', stepName: 'Submitted', count: null, experiment: null, by: { name: 'Maja' } });
    await moved(hanna, idea, 'explore-idea');
    const response = await hanna.post(`/ideas/${idea.number}/engagements`, WALK);
    expect([response.status, response.body]).toMatchObject([201, { ...WALK, step: 'explore-idea', by: { name: 'Hanna' } }]);
    const page = (await maja.get(`/ideas/${idea.number}/engagements`)).body as EngagementPage;
    expect(page.items.map((it) => [it.on, it.step])).toEqual([
      ['2026-02-27', 'explore-idea'],
      ['2026-02-01', 'submitted'],
    ]);
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items[0]).toMatchObject({
      kind: 'engagement-recorded',
      by: { name: 'Hanna' },
      details: { count: 14, who: WALK.who, step: 'explore-idea' },
    });
  });

  it('can belong to an experiment of the idea, which shows it', async () => {
    const maja = await polku.as('maja');
    const idea = await exploring(polku);
    const [experiment, other] = [await planned(polku, idea), await planned(polku, await submitted(maja))];
    const inIt = await maja.post(`/ideas/${idea.number}/engagements`, { ...WALK, experiment: experiment.id });
    expect([inIt.status, inIt.body.experiment]).toEqual([201, experiment.id]);
    await maja.post(`/ideas/${idea.number}/engagements`, WALK);
    expect((await maja.get(`/experiments/${experiment.id}`)).body.engagements).toEqual([inIt.body]);
    const foreign = await maja.post(`/ideas/${idea.number}/engagements`, { ...WALK, experiment: other.id });
    expect([foreign.status, foreign.body.fields[0]]).toMatchObject([422, { path: 'experiment', code: 'unknown-value' }]);
  });

  it('is for the team, the hub and the submitter', async () => {
    const [maja, tomek, piotr] = [await polku.as('maja'), await polku.as('tomek'), await polku.as('piotr')];
    const [elin, sanna] = [await polku.as('elin'), await polku.as('sanna')];
    const idea = await submitted(maja, { joinTeam: false });
    expect((await maja.post(`/ideas/${idea.number}/engagements`, WALK)).status).toBe(201);
    const refused = await tomek.post(`/ideas/${idea.number}/engagements`, WALK);
    expect([refusedFor(refused), refused.body.refusals[0].params]).toEqual([[409, 'role-in'], { roles: ['team', 'hub', 'submitter'] }]);
    expect((await piotr.post(`/ideas/${idea.number}/engagements`, WALK)).status).toBe(201);
    await tomek.put(`/ideas/${idea.number}/team/${polku.founded.members.tomek}`);
    expect((await tomek.post(`/ideas/${idea.number}/engagements`, WALK)).status).toBe(201);
    expect((await elin.at('aleksandrow').get(`/ideas/${idea.number}/engagements`)).status).toBe(404);
    expect((await sanna.post(`/ideas/${idea.number}/engagements`, WALK)).status).toBe(403);
    expect((await maja.get('/ideas/999999/engagements')).status).toBe(404);
    expect((await maja.post('/ideas/999999/engagements', WALK)).status).toBe(404);
  });

  it('says what is wrong with it', async () => {
    const maja = await polku.as('maja');
    const { number } = await submitted(maja);
    const faults = async (body: object) => {
      const response = await maja.post(`/ideas/${number}/engagements`, body);
      return [response.status, ...response.body.fields.map((it: { path: string; code: string }) => `${it.path} ${it.code}`)];
    };
    expect(await faults({ who: '', count: 0 })).toEqual([
      422,
      'on required',
      'who required',
      'count too-small',
      'how required',
      'heard required',
    ]);
    expect(await faults({ ...WALK, on: '2026-03-03' })).toEqual([422, 'on in-the-future']);
    await polku.sql(
      `insert into app.engagement (id, organisation_id, idea_id, step, engaged_on, who, how, heard, member_id, at)
       select gen_random_uuid(), organisation_id, id, step, '2026-02-01', 'w', 'h', 'h', submitter_id, now() from app.idea, generate_series(1, 1000)
       where number = $1`,
      [number],
    );
    expect(await faults(WALK)).toEqual([422, 'body too-many']);
  });

  it('is listed page by page, the latest day first', async () => {
    const maja = await polku.as('maja');
    const { number } = await submitted(maja);
    for (const on of ['2026-02-03', '2026-02-01', '2026-02-02', '2026-02-02']) {
      await maja.post(`/ideas/${number}/engagements`, { ...WALK, on });
    }
    const days: string[] = [];
    const ids = new Set<string>();
    let next: string | null = '';
    while (next !== null) {
      const page = (await maja.get(`/ideas/${number}/engagements?limit=1${next && `&cursor=${next}`}`)).body as EngagementPage;
      for (const item of page.items) ids.add(item.id);
      days.push(...page.items.map(({ on }) => on));
      ({ next } = page);
    }
    expect([days, ids.size]).toEqual([['2026-02-03', '2026-02-02', '2026-02-02', '2026-02-01'], 4]);
    expect((await maja.get(`/ideas/${number}/engagements?cursor=nonsense`)).status).toBe(422);
  });
});
