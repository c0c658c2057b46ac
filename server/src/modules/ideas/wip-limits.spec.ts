import type { BoardView, HistoryPage, IdeaView } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { moved, submitted } from '../../../test/factories.js';

const REASON = { reason: 'Look at it once more.' };

let polku: TestApp;
let maja: Actor;
let hanna: Actor;

beforeAll(async () => {
  polku = await startTestApp();
  [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
});

beforeEach(async () => {
  await polku.sql('delete from app.wip_limit');
});

afterAll(() => polku.close());

const STEPS = '/boards/helsingborg/steps';
const limit = (step: string, atMost: number, hard: boolean) => hanna.put(`${STEPS}/${step}/limit`, { atMost, hard });
const column = async (step: string) => ((await hanna.get('/boards/helsingborg')).body as BoardView).columns.find((it) => it.step === step);
const standing = async (step: string) => (await polku.sql(`select 1 from app.idea where step = $1`, [step])).length;
const move = (idea: { number: number; version: number }, to: string, more: object = {}) =>
  hanna.post(`/ideas/${idea.number}/transitions`, { to, version: idea.version, ...REASON, ...more });
const explored = async () => {
  const idea = await submitted(maja);
  const { version } = await moved(hanna, idea, 'explore-idea', REASON);
  return { number: idea.number, version };
};
const codes = (body: unknown) =>
  (body as { refusals: { code: string; params: object }[] }).refusals.map(({ code, params }) => [code, params]);

describe('a limit of work in progress', () => {
  it('stands on the board beside the count, is changed and lifted by the hub, and belongs to columns only', async () => {
    expect((await limit('pilot', 3, false)).body).toEqual({ atMost: 3, hard: false });
    await limit('pilot', 4, true);
    expect((await column('pilot'))?.limit).toEqual({ atMost: 4, hard: true });
    expect((await maja.put(`${STEPS}/pilot/limit`, { atMost: 1, hard: true })).status).toBe(403);
    expect([(await limit('parked', 3, false)).status, (await limit('nowhere', 3, false)).status]).toEqual([404, 404]);
    expect([(await limit('pilot', 0, true)).status, (await limit('pilot', 1.5, true)).status]).toEqual([422, 422]);
    expect([(await hanna.delete(`${STEPS}/pilot/limit`)).status, (await hanna.delete(`${STEPS}/pilot/limit`)).status]).toEqual([204, 204]);
    expect((await column('pilot'))?.limit).toBeNull();
  });

  it('refuses what comes beyond where it is hard: on the card, and when it is moved', async () => {
    const [idea, other] = [await submitted(maja), await submitted(maja)];
    await moved(hanna, other, 'explore-idea', REASON);
    await polku.settle();
    const full = await standing('explore-idea');
    await limit('explore-idea', full, true);
    const refusal = ['within-wip-limit', { step: 'explore-idea', atMost: full, total: full }];
    const seen = (await hanna.get(`/ideas/${idea.number}`)).body as IdeaView;
    const offer = seen.availableTransitions.find(({ to }) => to === 'explore-idea');
    expect(codes({ refusals: offer?.refusals })).toEqual([refusal]);
    expect(seen.next?.checks.map(({ code, met }) => [code, met])).toContainEqual(['within-wip-limit', false]);
    const { status, body } = await move(idea, 'explore-idea');
    expect([status, codes(body)]).toEqual([409, [refusal]]);
    await limit('explore-idea', full + 1, true);
    expect((await move(idea, 'explore-idea')).status).toBe(201);
  });

  it('lets one in, of many who come at once to the last place', async () => {
    const ideas = await Promise.all(Array.from({ length: 6 }, () => submitted(maja)));
    await limit('explore-idea', (await standing('explore-idea')) + 1, true);
    const answers = await Promise.all(ideas.map((idea) => move(idea, 'explore-idea')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409, 409]);
    expect(await standing('explore-idea')).toBe((await column('explore-idea'))?.limit?.atMost);
  });

  it('lets everything in where it is soft, and the history says that the step was full', async () => {
    const idea = await submitted(maja);
    await polku.settle();
    await limit('explore-idea', 1, false);
    expect(await standing('explore-idea')).toBeGreaterThan(0);
    expect((await move(idea, 'explore-idea')).status).toBe(201);
    const { items } = (await hanna.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(items[0]).toMatchObject({ kind: 'idea-moved', details: { overLimit: true } });
  });

  it('holds for what comes back from aside, but not for what comes back by itself on its day', async () => {
    const idea = await explored();
    const parked = await moved(hanna, idea, 'parked', { ...REASON, fields: { returnOn: '2026-03-20' } });
    await limit('explore-idea', 1, true);
    const { status, body } = await move(parked, 'explore-idea');
    expect([status, codes(body)[0]?.[0]]).toEqual([409, 'within-wip-limit']);
    polku.clock.moveTo(new Date('2026-03-20T11:00:00Z'));
    await polku.poll();
    expect((await hanna.get(`/ideas/${idea.number}`)).body).toMatchObject({ step: 'explore-idea' });
  });
});
