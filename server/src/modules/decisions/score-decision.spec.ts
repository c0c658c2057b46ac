import type { DecisionDetail, DecisionPage } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { asked, decided, examined, exploring, refusedFor, scorecard, scored, seen, steppedOut } from '../../../test/path.js';
import type { CastName } from '../../../seeds/cast.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const people = (...names: CastName[]) => names.map((name) => polku.founded.members[name]);

/** A time decision that these are asked to score, Oskar deciding. */
async function panelOf(...names: CastName[]) {
  const idea = await exploring(polku);
  return { idea, decision: await asked(polku, idea, 'time', { panel: people(...names) }) };
}

const states = ({ panel }: DecisionDetail) => panel.map(({ member, state }) => `${member?.name} ${state}`);

describe('a panel', () => {
  it('is named when the decision is asked for, and may contain the decider', async () => {
    const { decision } = await panelOf('irena', 'oskar', 'hanna');
    expect(decision).toMatchObject({ state: 'requested', panelSize: 3, scored: 0, panelState: null });
    const read = await examined(await polku.as('irena'), decision);
    expect(states(read)).toEqual(['Irena asked', 'Oskar asked', 'Hanna asked']);
    expect(read).toMatchObject({
      blind: true,
      panelState: 'asked',
      scoreRefusals: [],
      stepOutRefusals: [],
      scorecards: null,
      summary: null,
    });
    const [tomek] = [await polku.as('tomek')];
    expect((await examined(tomek, decision)).scoreRefusals).toMatchObject([{ code: 'role-in', params: { roles: ['panel'] } }]);
  });

  it('has members of the organisation on it, each once, no guest and nobody whose idea it is', async () => {
    const [maja, elin] = [await polku.as('maja'), polku.founded.members.elin];
    const idea = await exploring(polku);
    const ask = (panel: string[]) =>
      maja.post(`/ideas/${idea.number}/decisions`, { kind: 'time', decider: polku.founded.members.oskar, deadline: '2026-03-31', panel });
    const [hanna, sanna, own] = people('hanna', 'sanna', 'maja');
    expect((await ask([hanna ?? '', elin, sanna ?? '', hanna ?? ''])).body.fields).toMatchObject([
      { path: 'panel.1', code: 'not-a-member' },
      { path: 'panel.2', code: 'not-a-member' },
      { path: 'panel.3', code: 'duplicate' },
    ]);
    const refused = await ask([hanna ?? '', own ?? '']);
    expect(refusedFor(refused)).toEqual([409, 'panel-impartial']);
    expect(refused.body.refusals[0].params).toEqual({ members: ['Maja'] });
    expect((await ask(Array.from({ length: 13 }, () => hanna ?? ''))).status).toBe(422);
    expect(
      await polku.sql(
        `select 1 from app.panel_member p join app.decision d on d.id = p.decision_id where d.idea_id = (select id from app.idea where number = $1 and organisation_id = $2)`,
        [idea.number, polku.founded.organisations.aleksandrow],
      ),
    ).toEqual([]);
    expect((await ask(people('tomek', 'hanna', 'irena', 'piotr', 'oskar'))).status).toBe(201);
  });

  it('scores before it is decided, and everybody reads it once all have scored', async () => {
    const [oskar, irena, hanna, maja] = [await polku.as('oskar'), await polku.as('irena'), await polku.as('hanna'), await polku.as('maja')];
    const { decision } = await panelOf('irena', 'hanna');
    const first = await scored(irena, decision, 2, 'Nobody asked the parents.');
    expect(first).toMatchObject({
      state: 'scoring',
      scored: 1,
      panelState: 'scored',
      blind: true,
      scorecards: null,
      mine: { member: { name: 'Irena' }, at: polku.clock.now().toISOString(), scores: scorecard(2, 'Nobody asked the parents.').scores },
    });
    const refused = await oskar.post(`/decisions/${decision.id}/outcome`, { outcome: 'yes', reason: 'Go.' });
    expect(refusedFor(refused)).toEqual([409, 'panel-open']);
    expect(refused.body.refusals[0].params).toEqual({ waiting: 1, deadline: decision.deadline });
    expect((await examined(oskar, decision)).refusals.map(({ code }) => code)).toEqual(['panel-open']);
    const last = await hanna.put(`/decisions/${decision.id}/scorecard`, {
      scores: scorecard(5).scores.map((it) => (it.criterion === 'evidence' ? { ...it, score: null } : it)),
    });
    expect(last.body).toMatchObject({ blind: false, scored: 2 });
    const open = await examined(maja, decision);
    expect(open.scorecards?.map(({ member }) => member?.name)).toEqual(['Irena', 'Hanna']);
    expect(open.summary?.[0]).toEqual({ criterion: 'desirability', mean: 3.5, low: 2, high: 5, counts: [0, 1, 0, 0, 1], notApplicable: 0 });
    expect(open.summary?.[3]).toEqual({ criterion: 'evidence', mean: 2, low: 2, high: 2, counts: [0, 1, 0, 0, 0], notApplicable: 1 });
    expect(open.weightedMean).toBeCloseTo((3.5 * 3 + 2 * 0.5) / 3.5, 12);
    expect((await decided(polku, decision, 'yes')).outcome).toBe('yes');
    expect((await examined(maja, decision)).scorecards).toHaveLength(2);
  });

  it('lets a member change their scorecard until others can read it', async () => {
    const [irena, hanna] = [await polku.as('irena'), await polku.as('hanna')];
    const { decision } = await panelOf('irena', 'hanna');
    await scored(irena, decision, 2, 'First thought.');
    expect((await scored(irena, decision, 4, 'Second thought.')).mine?.scores[0]).toEqual({
      criterion: 'desirability',
      score: 4,
      note: 'Second thought.',
    });
    const open = await scored(hanna, decision, 5);
    expect(open.scorecards?.map(({ scores }) => scores[0]?.score)).toEqual([4, 5]);
    for (const late of [irena, hanna])
      expect(refusedFor(await late.put(`/decisions/${decision.id}/scorecard`, scorecard(1)))).toEqual([409, 'scoring-open']);
    expect(refusedFor(await irena.post(`/decisions/${decision.id}/conflict`, { reason: 'Too late.' }))).toEqual([409, 'scoring-open']);
    await decided(polku, decision, 'yes');
    expect(refusedFor(await irena.put(`/decisions/${decision.id}/scorecard`, scorecard(1)))).toEqual([409, 'scoring-open']);
  });

  it('waits no longer than to its deadline', async () => {
    const [irena, hanna, maja] = [await polku.as('irena'), await polku.as('hanna'), await polku.as('maja')];
    const idea = await exploring(polku);
    const now = polku.clock.now();
    const DAY = 24 * 60 * 60 * 1000;
    const deadline = new Date(now.getTime() + DAY).toISOString();
    const decision = await asked(polku, idea, 'time', { panel: people('irena', 'hanna'), deadline });
    await scored(irena, decision, 3, 'Good enough.');
    polku.clock.moveTo(new Date(deadline));
    expect((await examined(maja, decision)).blind).toBe(true);
    polku.clock.moveTo(new Date(now.getTime() + DAY + 1));
    const open = await examined(maja, decision);
    expect(open).toMatchObject({ blind: false, overdue: true, scored: 1, panelSize: 2 });
    expect(open.scorecards).toHaveLength(1);
    expect(refusedFor(await hanna.put(`/decisions/${decision.id}/scorecard`, scorecard(1)))).toEqual([409, 'scoring-open']);
    expect((await decided(polku, decision, 'yes')).state).toBe('decided');
    polku.clock.moveTo(now);
  });

  it('is for the panel alone: neither decider, hub nor admin score for it', async () => {
    const { decision } = await panelOf('irena');
    for (const name of ['oskar', 'hanna', 'piotr', 'tomek', 'maja'] as const) {
      const other = await polku.as(name);
      const refused = await other.put(`/decisions/${decision.id}/scorecard`, scorecard(5));
      expect(refusedFor(refused)).toEqual([409, 'role-in', ...(name === 'maja' ? ['not-own-idea'] : [])]);
      expect(refusedFor(await other.post(`/decisions/${decision.id}/conflict`, { reason: 'Why not.' }))).toEqual([409, 'role-in']);
    }
    const [sanna, elin] = [await polku.as('sanna'), await polku.as('elin')];
    expect((await sanna.put(`/decisions/${decision.id}/scorecard`, scorecard(5))).status).toBe(403);
    expect((await elin.put(`/decisions/${decision.id}/scorecard`, scorecard(5))).status).toBe(404);
    expect((await elin.post(`/decisions/${decision.id}/conflict`, { reason: 'Why not.' })).status).toBe(404);
  });

  it('says something to every criterion, once, from 1 to 5', async () => {
    const irena = await polku.as('irena');
    const { decision } = await panelOf('irena', 'hanna');
    const put = async (scores: unknown) => (await irena.put(`/decisions/${decision.id}/scorecard`, { scores })).body.fields;
    const [first, ...others] = scorecard(3).scores;
    expect(await put(others)).toMatchObject([{ path: 'scores', code: 'required' }]);
    expect(await put([first, first, ...others])).toMatchObject([{ path: 'scores.1.criterion', code: 'duplicate' }]);
    expect(await put([first, ...others, { criterion: 'beauty', score: 5 }])).toMatchObject([
      { path: 'scores.4.criterion', code: 'unknown-value' },
    ]);
    for (const score of [0, 6, 2.5, '3']) expect(await put([{ ...first, score }, ...others])).toMatchObject([{ path: 'scores.0.score' }]);
    expect((await examined(irena, decision)).mine).toBeNull();
  });
});

describe('the deadline of a panel', () => {
  it('leaves it a day at least, so that it cannot be passed over', async () => {
    const maja = await polku.as('maja');
    const idea = await exploring(polku);
    const ask = (deadline: string, panel?: string[]) =>
      maja.post(`/ideas/${idea.number}/decisions`, { kind: 'time', decider: polku.founded.members.oskar, deadline, panel });
    for (const deadline of ['2026-03-02', '2026-03-03T11:59:59+01:00']) {
      const response = await ask(deadline, people('hanna'));
      expect([response.status, response.body.fields]).toMatchObject([422, [{ path: 'deadline', code: 'too-soon-for-panel' }]]);
    }
    expect((await ask('2026-03-03T12:00:00+01:00', people('hanna'))).status).toBe(201);
  });
});

describe('stepping out of a panel', () => {
  it('is for all to see, with its reason, and takes the scorecard along', async () => {
    const [irena, hanna, tomek, maja] = [await polku.as('irena'), await polku.as('hanna'), await polku.as('tomek'), await polku.as('maja')];
    const { idea, decision } = await panelOf('irena', 'hanna', 'tomek');
    await scored(irena, decision, 1, 'Never.');
    const out = await steppedOut(irena, decision, 'My brother sells such meters.');
    expect(out).toMatchObject({ state: 'scoring', panelSize: 2, scored: 0, panelState: 'conflicted', mine: null });
    const seenByAll = await examined(maja, decision);
    expect(states(seenByAll)).toEqual(['Irena conflicted', 'Hanna asked', 'Tomek asked']);
    expect(seenByAll.panel[0]?.conflict).toBe('My brother sells such meters.');
    expect(refusedFor(await irena.put(`/decisions/${decision.id}/scorecard`, scorecard(5)))).toEqual([409, 'not-stepped-out']);
    expect(refusedFor(await irena.post(`/decisions/${decision.id}/conflict`, { reason: 'Again.' }))).toEqual([409, 'not-stepped-out']);
    await scored(hanna, decision, 4);
    const last = await scored(tomek, decision, 5);
    expect(last.scorecards?.map(({ member }) => member?.name)).toEqual(['Hanna', 'Tomek']);
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body.items;
    expect(history.map((it: { kind: string }) => it.kind).slice(0, 6)).toEqual([
      'scorecards-in',
      'scorecard-given',
      'scorecard-given',
      'panel-stepped-out',
      'scorecard-given',
      'panel-asked',
    ]);
    expect(history[3]).toMatchObject({ by: { name: 'Irena' }, reason: 'My brother sells such meters.' });
  });

  it('can be the first thing that happens, and the last', async () => {
    const irena = await polku.as('irena');
    const { decision } = await panelOf('irena');
    const out = await steppedOut(irena, decision, 'I wrote it with them.');
    expect(out).toMatchObject({ state: 'scoring', blind: false, panelSize: 0, scorecards: [], weightedMean: null });
    expect((await decided(polku, decision, 'yes')).state).toBe('decided');
  });

  it('needs a reason', async () => {
    const irena = await polku.as('irena');
    const { decision } = await panelOf('irena');
    for (const reason of [undefined, '', '  '])
      expect((await irena.post(`/decisions/${decision.id}/conflict`, { reason })).body.fields).toMatchObject([
        { path: 'reason', code: 'required' },
      ]);
  });

  it('takes the decision from who should make it: they hand it on, and it does not come back', async () => {
    const [oskar, hanna, irena] = [await polku.as('oskar'), await polku.as('hanna'), await polku.as('irena')];
    const { idea, decision } = await panelOf('oskar', 'hanna');
    await steppedOut(oskar, decision, 'My sister sells such meters.');
    await scored(hanna, decision, 4);
    expect(refusedFor(await oskar.post(`/decisions/${decision.id}/outcome`, { outcome: 'yes', reason: 'Go.' }))).toEqual([
      409,
      'not-stepped-out',
    ]);
    const hand = (from: typeof oskar, to: 'irena' | 'oskar') =>
      from.post(`/decisions/${decision.id}/delegation`, { to: polku.founded.members[to], reason: 'A conflict of interest.' });
    expect((await hand(hanna, 'irena')).status).toBe(201);
    expect(refusedFor(await hand(irena, 'oskar'))).toEqual([409, 'not-stepped-out']);
    const adapted = { outcome: 'adapt', reason: 'Not like this.', mustChange: 'The time.' };
    expect((await irena.post(`/decisions/${decision.id}/outcome`, adapted)).status).toBe(201);
    const again = { kind: 'time', decider: polku.founded.members.oskar, deadline: '2026-03-31' };
    expect(refusedFor(await hanna.post(`/ideas/${idea.number}/decisions`, again))).toEqual([409, 'not-stepped-out']);
  });

  it('also takes the decision from whom they had handed it to: the hub hands it on', async () => {
    const [oskar, hanna, irena] = [await polku.as('oskar'), await polku.as('hanna'), await polku.as('irena')];
    const { decision } = await panelOf('oskar', 'hanna');
    const hand = (from: typeof oskar, to: 'irena' | 'piotr') =>
      from.post(`/decisions/${decision.id}/delegation`, { to: polku.founded.members[to], reason: 'They know the field.' });
    expect((await hand(oskar, 'irena')).status).toBe(201);
    await steppedOut(oskar, decision, 'My sister sells such meters.');
    await scored(hanna, decision, 4);
    const yes = { outcome: 'yes', reason: 'Go.' };
    expect(refusedFor(await irena.post(`/decisions/${decision.id}/outcome`, yes))).toEqual([409, 'not-stepped-out']);
    expect(refusedFor(await hand(irena, 'piotr'))).toEqual([409, 'not-stepped-out']);
    expect((await hand(hanna, 'piotr')).status).toBe(201);
    expect((await (await polku.as('piotr')).post(`/decisions/${decision.id}/outcome`, yes)).status).toBe(201);
  });

  it('is what is left to who came to own the idea', async () => {
    const [irena, hanna] = [await polku.as('irena'), await polku.as('hanna')];
    const { idea, decision } = await panelOf('irena', 'hanna');
    const { version } = await seen(hanna, idea);
    expect((await hanna.patch(`/ideas/${idea.number}`, { version, owner: polku.founded.members.irena })).status).toBe(200);
    expect(refusedFor(await irena.put(`/decisions/${decision.id}/scorecard`, scorecard(5)))).toEqual([409, 'not-own-idea']);
    const read = await examined(irena, decision);
    expect([read.scoreRefusals.map(({ code }) => code), read.stepOutRefusals]).toEqual([['not-own-idea'], []]);
    expect((await steppedOut(irena, decision, 'It is mine now.')).panelState).toBe('conflicted');
  });
});

describe('what waits for me', () => {
  it('holds the decisions that I am to score, until I have', async () => {
    const [tomek, hanna] = [await polku.as('tomek'), await polku.as('hanna')];
    const all = async () => ((await tomek.get('/decisions?mine=true')).body as DecisionPage).items.map(({ id }) => id);
    const before = await all();
    const waiting = async () => (await all()).filter((id) => !before.includes(id));
    const { decision } = await panelOf('tomek', 'hanna');
    const { decision: other } = await panelOf('tomek', 'hanna');
    expect(new Set(await waiting())).toEqual(new Set([decision.id, other.id]));
    const response = await tomek.put(`/decisions/${decision.id}/scorecard`, scorecard(4));
    expect(response.status).toBe(200);
    await steppedOut(tomek, other, 'A friend of mine.');
    expect(await waiting()).toEqual([]);
    const { decision: late } = await panelOf('tomek', 'hanna');
    const now = polku.clock.now();
    polku.clock.moveTo(new Date('2026-04-01T10:00:00Z'));
    expect(await waiting()).not.toContain(late.id);
    polku.clock.moveTo(now);
    expect(await waiting()).toEqual([late.id]);
    expect((await hanna.get('/decisions?mine=true&state=decided')).body.items).toEqual([]);
  });
});
