import request from 'supertest';
import type { DecisionDetail, EvidenceItem, ExperimentView } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON } from '../../../test/factories.js';
import {
  asked,
  CARD,
  decided,
  examined,
  exploring,
  measured,
  piloting,
  planned,
  refusedFor,
  seen,
  setUp,
  SET_UP,
  steered,
  tested,
  wholeCard,
} from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const NOBODY = '019ab000-0000-7000-8000-000000000000';

function item<Kind extends EvidenceItem['kind']>({ evidence }: DecisionDetail, kind: Kind): EvidenceItem {
  const found = evidence.items.find((it) => it.kind === kind);
  if (!found) throw new Error(`There is no ${kind}.`);
  return found;
}

describe('one decision', () => {
  it('shows what was true when it was asked for', async () => {
    const maja = await polku.as('maja');
    const idea = await setUp(polku);
    const decision = await asked(polku, idea, 'money', { note: 'Two schools.' });
    const read = await examined(maja, decision);
    expect(read).toMatchObject({ ...decision, blind: false, panel: [], mine: null, scorecards: [], weightedMean: null, verdict: null });
    expect(read.evidence.at).toBe(decision.askedAt);
    expect(read.evidence.items.map((it) => [it.kind, it.required, it.asked, it.changed, it.now])).toEqual([
      ['need', true, idea.need, false, null],
      ['proposal', false, null, false, null],
      ['effect-goal', true, SET_UP.effectGoal, false, null],
      ['schedule', true, SET_UP.schedule, false, null],
      ['cost-estimate', true, SET_UP.costEstimate, false, null],
      ['test-group', true, SET_UP.testGroup, false, null],
      ['partners', true, SET_UP.partners, false, null],
      ['team', false, [{ id: polku.founded.members.maja, name: 'Maja', unit: 'Education' }], false, null],
      ['test-card', false, null, false, null],
    ]);
  });

  it('marks what has changed since, and keeps what was shown', async () => {
    const [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
    const idea = await setUp(polku);
    const decision = await asked(polku, idea, 'money');
    const { version } = await seen(maja, idea);
    await maja.patch(`/ideas/${idea.number}`, { version, schedule: 'May and June.', partners: null, proposal: 'A map.' });
    await tomek.put(`/ideas/${idea.number}/team/${polku.founded.members.tomek}`);
    const experiment = await planned(polku, idea);
    const read = await examined(maja, decision);
    expect(read.evidence.items.filter((it) => it.changed).map((it) => it.kind)).toEqual([
      'proposal',
      'schedule',
      'partners',
      'team',
      'test-card',
    ]);
    expect(item(read, 'schedule')).toMatchObject({ asked: SET_UP.schedule, now: 'May and June.' });
    expect(item(read, 'partners')).toMatchObject({ asked: SET_UP.partners, now: null });
    expect(item(read, 'proposal')).toMatchObject({ asked: null, now: 'A map.' });
    expect(item(read, 'team')).toMatchObject({ asked: [{ name: 'Maja' }], now: [{ name: 'Maja' }, { name: 'Tomek' }] });
    expect(item(read, 'test-card')).toMatchObject({
      experiment: { id: experiment.id, number: 1, title: experiment.title },
      asked: null,
      now: { state: 'planned', card: CARD, original: null, amendments: 0, amendedAfterData: false },
    });
    await maja.patch(`/ideas/${idea.number}`, { version: version + 1, schedule: SET_UP.schedule });
    expect(item(await examined(maja, decision), 'schedule')).toMatchObject({ asked: SET_UP.schedule, changed: false, now: null });
  });

  it('shows cards, verdicts and lessons of a scale-up decision', async () => {
    const [maja, irena] = [await polku.as('maja'), await polku.as('irena')];
    const idea = await tested(polku);
    const decision = await asked(polku, idea, 'scale-up');
    const read = await examined(irena, decision);
    expect(read.evidence.items.map((it) => `${it.kind} ${it.experiment?.number ?? '-'}`)).toEqual([
      'effect-goal -',
      'test-card 1',
      'verdict 1',
      'lesson -',
      'engagement -',
    ]);
    expect(item(read, 'test-card').asked).toMatchObject({ state: 'concluded', card: CARD });
    expect(item(read, 'verdict').asked).toMatchObject({ verdict: 'met', estimate: 0.45 });
    expect(item(read, 'lesson').asked).toMatchObject([{ ...LESSON, experiment: 1, by: { name: 'Maja' } }]);
    const id = read.evidence.items[1]?.experiment?.id ?? '';
    expect(read.verdict).toEqual({ id, number: 1, title: 'The map at two schools', verdict: 'met', atFirst: null });
    expect(read.explanationFor).toEqual(['stop']);
    const second = await planned(polku, idea);
    const later = await examined(maja, decision);
    expect(later.evidence.items.filter((it) => it.changed).map((it) => [it.kind, it.experiment?.number, it.asked])).toEqual([
      ['test-card', 2, null],
      ['verdict', 2, null],
    ]);
    expect(second.number).toBe(2);
  });

  it('shows why a card was amended, by whom, and what the rule says by the card as it was locked', async () => {
    const maja = await polku.as('maja');
    const running = await steered(maja, await planned(polku, await piloting(polku), { threshold: 0.6 }), 'running');
    await measured(maja, running, 90, 200);
    const responsible = running.card.responsible.map(({ id }) => id);
    const card = { ...running.card, responsible, threshold: 0.3 };
    const reason = 'Six of ten was a slip of the pen.';
    const amended = await maja.post(`/experiments/${running.id}/amendments`, { version: running.version, card, reason });
    const done = await steered(maja, amended.body as ExperimentView, 'measured');
    await steered(maja, done, 'concluded', { result: 'Nearly half of them.', lesson: LESSON });
    const decision = await asked(polku, running.idea, 'scale-up');
    const at = polku.clock.now().toISOString();
    expect(item(await examined(maja, decision), 'test-card').asked).toMatchObject({
      amendedAfterData: true,
      reasons: [{ at, by: { name: 'Maja' }, reason, fields: ['threshold'], afterData: true }],
      byOriginal: { verdict: 'not-met', threshold: 0.6, estimate: 0.45 },
      result: 'Nearly half of them.',
      startedAt: at,
      endedAt: at,
    });
  });

  it('says that measurements were corrected and withdrawn, also where that changes nothing', async () => {
    const maja = await polku.as('maja');
    const running = await steered(maja, await planned(polku, await piloting(polku)), 'running');
    for (const successes of [90, 91, 92]) await measured(maja, running, successes, 200);
    const { measurements } = (await maja.get(`/experiments/${running.id}`)).body as ExperimentView;
    const correct = (at: number, body: object) =>
      maja.post(`/experiments/${running.id}/measurements/${measurements[at]?.id}/corrections`, { reason: 'A slip of the pen.', ...body });
    const values = { on: '2026-03-02', total: 200 };
    for (const successes of [95, 96]) expect((await correct(0, { ...values, successes })).status).toBe(201);
    expect((await correct(1, { withdrawn: true })).status).toBe(201);
    const done = await steered(maja, running, 'measured');
    await steered(maja, done, 'concluded', { result: 'Nearly half of them.', lesson: LESSON });
    const read = await examined(maja, await asked(polku, running.idea, 'scale-up'));
    const lastAt = polku.clock.now().toISOString();
    expect(item(read, 'test-card').asked).toMatchObject({ corrections: { corrected: 1, withdrawn: 1, lastAt }, amendments: 0 });
    expect(item(read, 'verdict').asked).toMatchObject({ verdict: 'met' });
  });

  it('bears the title under which it was asked for, and says what the idea is called now', async () => {
    const maja = await polku.as('maja');
    const idea = await setUp(polku);
    const decision = await asked(polku, idea, 'money');
    expect(decision.idea).toMatchObject({ title: idea.title, titleNow: null });
    const { version } = await seen(maja, idea);
    await maja.patch(`/ideas/${idea.number}`, { version, title: 'Something else altogether' });
    const called = { title: idea.title, titleNow: 'Something else altogether' };
    expect((await examined(maja, decision)).idea).toMatchObject(called);
    const { items } = (await maja.get('/decisions?q=altogether')).body as { items: DecisionDetail[] };
    expect(items.find(({ id }) => id === decision.id)?.idea).toMatchObject(called);
  });

  it('does not call changed what came with the decision itself', async () => {
    const maja = await polku.as('maja');
    const decision = await asked(polku, await tested(polku), 'scale-up');
    polku.clock.moveTo(new Date(polku.clock.now().getTime() + 60_000));
    await decided(polku, decision, 'stop', { lesson: LESSON, explanation: 'There is no money.' });
    const read = await examined(maja, decision);
    expect(read.evidence.items.filter(({ changed }) => changed)).toEqual([]);
    expect(item(read, 'lesson').asked).toHaveLength(1);
  });

  it('speaks of its criteria in the reader’s language', async () => {
    const maja = await polku.as('maja');
    const decision = await asked(polku, await exploring(polku), 'time');
    const { criteria } = await examined(maja, decision);
    expect(criteria.map(({ key, name, weight }) => [key, name, weight])).toEqual([
      ['desirability', 'Desirability', 1],
      ['feasibility', 'Feasibility', 1],
      ['viability', 'Viability', 1],
      ['evidence', 'Strength of evidence', 0.5],
    ]);
    expect(criteria[3]?.anchors.map(({ score }) => score)).toEqual([1, 3, 5]);
    const finnish = await request(polku.url)
      .get(`/api/v1/organisations/aleksandrow/decisions/${decision.id}`)
      .set('Cookie', maja.cookie)
      .set('Accept-Language', 'fi');
    expect((finnish.body as DecisionDetail).criteria[3]).toMatchObject({
      name: 'Näytön vahvuus',
      anchors: [{ meaning: 'Vain mielipiteitä ja arvauksia.' }, {}, {}],
    });
  });

  it('is there for members of the organisation only', async () => {
    const [maja, elin, sanna] = [await polku.as('maja'), await polku.as('elin'), await polku.as('sanna')];
    const decision = await asked(polku, await exploring(polku), 'time');
    expect((await elin.get(`/decisions/${decision.id}`)).status).toBe(404);
    expect((await elin.at('aleksandrow').get(`/decisions/${decision.id}`)).status).toBe(404);
    expect((await sanna.get(`/decisions/${decision.id}`)).status).toBe(403);
    expect((await maja.get(`/decisions/${NOBODY}`)).status).toBe(404);
    expect((await maja.get('/decisions/first')).status).toBe(422);
  });

  it('is not asked for without the evidence that it rests on', async () => {
    const maja = await polku.as('maja');
    const idea = await tested(polku);
    await maja.patch(`/ideas/${idea.number}`, { version: idea.version, effectGoal: null });
    const body = { kind: 'scale-up', decider: polku.founded.members.oskar, deadline: '2026-03-31' };
    const refused = await maja.post(`/ideas/${idea.number}/decisions`, body);
    expect(refusedFor(refused)).toEqual([409, 'evidence-missing']);
    expect(refused.body.refusals[0]).toMatchObject({
      params: { kinds: ['effect-goal'] },
      link: `/aleksandrow/ideas/${idea.number}#fields`,
    });
    const piloting = await setUp(polku);
    await decided(polku, await asked(polku, piloting, 'money'), 'yes');
    expect(refusedFor(await maja.post(`/ideas/${piloting.number}/decisions`, body))).toEqual([
      409,
      'experiment-concluded',
      'lesson-written',
    ]);
  });
});

describe('a decision against the verdict', () => {
  /** Maja's idea whose experiment has failed, and the decision that follows. */
  async function failed() {
    const maja = await polku.as('maja');
    const idea = await tested(polku);
    const decision = await asked(polku, idea, 'scale-up');
    const [experiment] = (await maja.get(`/ideas/${idea.number}/experiments`)).body.items;
    // A correction that no rule of the server lets pass: what was measured fails now.
    await polku.sql(`update app.measurement set successes = 1 where experiment_id = $1`, [experiment.id]);
    return { idea, decision };
  }

  it('explains itself, and is marked wherever it stands', async () => {
    const [oskar, maja] = [await polku.as('oskar'), await polku.as('maja')];
    const { idea, decision } = await failed();
    const open = await examined(oskar, decision);
    expect(open).toMatchObject({ verdict: { number: 1, verdict: 'not-met' }, explanationFor: ['yes'], againstVerdict: false });
    const body = { outcome: 'yes', reason: 'The children are heard.' };
    const refused = await oskar.post(`/decisions/${decision.id}/outcome`, body);
    expect(refusedFor(refused)).toEqual([409, 'explanation-given']);
    expect(refused.body.refusals[0].params).toMatchObject({ number: 1, verdict: 'not-met' });
    const explanation = 'It was measured in the holidays.';
    const made = await oskar.post(`/decisions/${decision.id}/outcome`, { ...body, explanation });
    expect(made.body).toMatchObject({ outcome: 'yes', againstVerdict: true, explanation });
    const list = (await maja.get('/decisions?state=decided')).body.items;
    expect(list[0]).toMatchObject({ id: decision.id, againstVerdict: true, explanation });
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body.items;
    expect(history[1]).toMatchObject({ kind: 'decision-made', details: { againstVerdict: true, explanation } });
    // What the rule said then stays, whatever is measured later.
    await polku.sql(`update app.measurement set successes = 90 where total = 200`);
    expect(await examined(maja, decision)).toMatchObject({ verdict: { verdict: 'not-met' }, explanationFor: ['yes'] });
  });

  it('is still needed when another experiment beside the failed one was met, until one that adapts it is', async () => {
    const maja = await polku.as('maja');
    const idea = await piloting(polku);
    const conclude = async (experiment: ExperimentView, successes: number, more: object = {}) => {
      const running = await steered(maja, experiment, 'running');
      await measured(maja, running, successes, 200);
      const done = await steered(maja, running, 'measured');
      return steered(maja, done, 'concluded', { result: 'It is counted.', lesson: LESSON, ...more });
    };
    const first = await conclude(await planned(polku, idea), 1, { adapt: true });
    await conclude(await planned(polku, idea), 190);
    const decision = await asked(polku, idea, 'scale-up');
    expect(await examined(maja, decision)).toMatchObject({ verdict: { number: 1, verdict: 'not-met' }, explanationFor: ['yes'] });
    const { id, version } = (await maja.get(`/experiments/${first.successor?.id}`)).body as ExperimentView;
    const card = wholeCard(polku);
    const adapted = await maja.patch(`/experiments/${id}`, { version, title: 'Later in the day', card });
    await conclude(adapted.body as ExperimentView, 150);
    expect(await examined(maja, decision)).toMatchObject({ verdict: { verdict: 'met' }, explanationFor: ['stop'] });
  });

  it('is none where the outcome follows it', async () => {
    const { decision } = await failed();
    const made = await decided(polku, decision, 'stop', { reason: 'It did not work.' });
    expect(made).toMatchObject({ outcome: 'stop', againstVerdict: false, explanation: null });
  });

  it('is only where the rule is asked: not before a test', async () => {
    const maja = await polku.as('maja');
    const idea = await exploring(polku);
    expect(await examined(maja, await asked(polku, idea, 'time'))).toMatchObject({ verdict: null, explanationFor: [] });
  });
});

describe('adapting', () => {
  it('says what must change', async () => {
    const oskar = await polku.as('oskar');
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time');
    const body = { outcome: 'adapt', reason: 'Not yet.' };
    for (const mustChange of [undefined, null, ' \n'])
      expect(refusedFor(await oskar.post(`/decisions/${decision.id}/outcome`, { ...body, mustChange }))).toEqual([
        409,
        'must-change-given',
      ]);
    const made = await oskar.post(`/decisions/${decision.id}/outcome`, { ...body, mustChange: 'Ask the schools.' });
    expect(made.body).toMatchObject({ outcome: 'adapt', mustChange: 'Ask the schools.' });
    const history = (await oskar.get(`/ideas/${idea.number}/history`)).body.items;
    expect(history[0]).toMatchObject({ kind: 'decision-made', details: { outcome: 'adapt', mustChange: 'Ask the schools.' } });
  });
});
