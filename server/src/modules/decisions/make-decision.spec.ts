import type { DecisionPage, HistoryPage, IdeaView } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON, moved } from '../../../test/factories.js';
import { asked, decided, exploring, refusedFor, scaling, seen, setUp, SET_UP, tested } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const NOBODY = '019ab000-0000-7000-8000-000000000000';

function unmet(idea: IdeaView): (string | undefined)[] {
  return (idea.next?.checks ?? []).filter((it) => !it.met).map((it) => it.code);
}

describe('deciding yes', () => {
  it('moves the idea in the same transaction, and is used up by that', async () => {
    const [maja, oskar] = [await polku.as('maja'), await polku.as('oskar')];
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time');
    const made = await oskar.post(`/decisions/${decision.id}/outcome`, { outcome: 'yes', reason: 'The need is real.' });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      state: 'decided',
      outcome: 'yes',
      reason: 'The need is real.',
      decidedAt: polku.clock.now().toISOString(),
      idea: { step: 'explore-set-up' },
      refusals: [{ code: 'decision-undecided' }],
    });
    const after = await seen(maja, idea);
    expect(after).toMatchObject({ step: 'explore-set-up', version: idea.version + 1, marks: [] });
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items.slice(0, 2)).toMatchObject([
      {
        kind: 'idea-moved',
        from: 'explore-idea',
        to: 'explore-set-up',
        by: { name: 'Oskar' },
        reason: 'The need is real.',
        details: { decision: decision.id },
      },
      {
        kind: 'decision-made',
        by: { name: 'Oskar' },
        reason: 'The need is real.',
        details: { decision: 'time', decisionId: decision.id, outcome: 'yes' },
      },
    ]);
    const written = `select (select xmin::text from app.idea where number = $1) as idea, (select xmin::text from app.decision where id = $2) as decision`;
    const [row] = await polku.sql<{ idea: string; decision: string }>(written, [idea.number, decision.id]);
    expect(row?.idea).toBe(row?.decision);
    expect(refusedFor(await oskar.post(`/decisions/${decision.id}/outcome`, { outcome: 'adapt', reason: 'No.' }))).toEqual([
      409,
      'decision-undecided',
    ]);
  });

  it('leads along the whole path: time, money, scale-up', async () => {
    expect((await setUp(polku)).step).toBe('explore-set-up');
    const idea = await scaling(polku);
    expect(idea.step).toBe('scale');
    const maja = await polku.as('maja');
    const page = (await maja.get(`/ideas/${idea.number}/decisions`)).body as DecisionPage;
    expect(page.items.map((it) => [it.kind, it.outcome])).toEqual([
      ['scale-up', 'yes'],
      ['money', 'yes'],
      ['time', 'yes'],
    ]);
    expect(idea.path.map((it) => [it.step, it.state, it.gate])).toEqual([
      ['submitted', 'done', null],
      ['explore-idea', 'done', 'time'],
      ['explore-set-up', 'done', 'money'],
      ['pilot', 'done', 'scale-up'],
      ['scale', 'now', null],
      ['in-use', 'ahead', null],
    ]);
  });

  it('does not hold for a second time: after a way back a new decision is needed', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await setUp(polku);
    await moved(hanna, idea, 'explore-idea', { reason: 'The need has changed.' });
    const back = await seen(maja, idea);
    expect(back.next?.checks.find((it) => it.code === 'decision-made')).toMatchObject({
      met: false,
      params: { kind: 'time', state: 'none' },
    });
    const refused = await maja.post(`/ideas/${idea.number}/transitions`, { to: 'explore-set-up', version: back.version });
    expect(refusedFor(refused)).toEqual([409, 'decision-made']);
    await decided(polku, await asked(polku, idea, 'time'), 'yes');
    expect((await seen(maja, idea)).step).toBe('explore-set-up');
  });

  it('writes nothing when the move is refused meanwhile', async () => {
    const [maja, hanna, oskar] = [await polku.as('maja'), await polku.as('hanna'), await polku.as('oskar')];
    const idea = await setUp(polku);
    const decision = await asked(polku, idea, 'money');
    await maja.patch(`/ideas/${idea.number}`, { version: idea.version, effectGoal: null });
    const yes = () => oskar.post(`/decisions/${decision.id}/outcome`, { outcome: 'yes', reason: 'Go.' });
    expect(refusedFor(await yes())).toEqual([409, 'effect-goal-set']);
    const untouched = (await maja.get(`/ideas/${idea.number}/decisions`)).body as DecisionPage;
    expect(untouched.items[0]).toMatchObject({ id: decision.id, state: 'requested', outcome: null });
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items[0]?.kind).toBe('idea-edited');
    await maja.patch(`/ideas/${idea.number}`, { version: idea.version + 1, effectGoal: SET_UP.effectGoal });
    await moved(hanna, await seen(hanna, idea), 'parked', { reason: 'Wait.', fields: { returnOn: '2026-03-20' } });
    expect(refusedFor(await yes())).toEqual([409, 'decision-fits-step']);
    await moved(hanna, await seen(hanna, idea), 'explore-set-up');
    expect((await yes()).status).toBe(201);
    expect((await seen(maja, idea)).step).toBe('pilot');
  });

  it('happens once, however often it is sent', async () => {
    const oskar = await polku.as('oskar');
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time');
    const body = { outcome: 'yes', reason: 'Go.' };
    const answers = await Promise.all([1, 2, 3].map(() => oskar.post(`/decisions/${decision.id}/outcome`, body)));
    expect(answers.map((it) => it.status).sort()).toEqual([201, 409, 409]);
    expect(
      await polku.sql(`select 1 from app.transition t join app.idea i on i.id = t.idea_id where i.number = $1`, [idea.number]),
    ).toHaveLength(2);
  });
});

describe('deciding otherwise', () => {
  it('adapt leaves the idea where it is, and it can be asked again', async () => {
    const maja = await polku.as('maja');
    const idea = await exploring(polku);
    const made = await decided(polku, await asked(polku, idea, 'time'), 'adapt', {
      reason: 'The need is clear, the way is not.',
      mustChange: 'Talk to the schools first.',
    });
    expect(made).toMatchObject({ state: 'decided', outcome: 'adapt', mustChange: 'Talk to the schools first.', againstVerdict: false });
    const after = await seen(maja, idea);
    expect(after).toMatchObject({ step: 'explore-idea', version: idea.version, marks: [] });
    expect(after.next?.checks.find((it) => it.code === 'decision-made')).toMatchObject({
      met: false,
      params: { kind: 'time', state: 'decided' },
    });
    await decided(polku, await asked(polku, idea, 'time'), 'yes');
    expect((await seen(maja, idea)).step).toBe('explore-set-up');
  });

  it('stop needs a lesson, and ends the idea with its reason', async () => {
    const [maja, oskar] = [await polku.as('maja'), await polku.as('oskar')];
    const idea = await setUp(polku);
    const decision = await asked(polku, idea, 'money');
    const bare = await oskar.post(`/decisions/${decision.id}/outcome`, { outcome: 'stop', reason: 'Too dear.' });
    expect(refusedFor(bare)).toEqual([409, 'lesson-written']);
    await decided(polku, decision, 'stop', { reason: 'Too dear.', lesson: LESSON });
    const stopped = await seen(maja, idea);
    expect(stopped).toMatchObject({ step: 'stopped', lessons: [{ ...LESSON, by: { name: 'Oskar' } }] });
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items.slice(0, 2).map((it) => [it.kind, it.to, it.reason, it.details['outcome']])).toEqual([
      ['idea-moved', 'stopped', 'Too dear.', undefined],
      ['decision-made', null, 'Too dear.', 'stop'],
    ]);
  });

  it('stop takes the lesson that an experiment has left', async () => {
    const maja = await polku.as('maja');
    const idea = await tested(polku);
    expect(unmet(idea)).toEqual(['decision-made']);
    await decided(polku, await asked(polku, idea, 'scale-up'), 'stop', {
      reason: 'It works, but not for us.',
      explanation: 'Two schools cannot carry it, and no other school wants it.',
    });
    expect((await seen(maja, idea)).step).toBe('stopped');
  });

  it('is always with a reason', async () => {
    const oskar = await polku.as('oskar');
    const decision = await asked(polku, await exploring(polku), 'time');
    for (const reason of [undefined, '', '   ']) {
      const response = await oskar.post(`/decisions/${decision.id}/outcome`, { outcome: 'adapt', mustChange: 'All of it.', reason });
      expect([response.status, response.body.fields[0]]).toMatchObject([422, { path: 'reason', code: 'required' }]);
    }
  });
});

describe('who decides', () => {
  it('is the decider who was asked, and nobody else', async () => {
    const [irena, piotr, maja] = [await polku.as('irena'), await polku.as('piotr'), await polku.as('maja')];
    const decision = await asked(polku, await exploring(polku), 'time');
    for (const other of [irena, piotr]) {
      const response = await other.post(`/decisions/${decision.id}/outcome`, { outcome: 'yes', reason: 'Go.' });
      expect([refusedFor(response), response.body.refusals[0].params]).toEqual([[409, 'role-in'], { roles: ['decider'] }]);
    }
    expect((await maja.post(`/decisions/${decision.id}/outcome`, { outcome: 'yes', reason: 'Go.' })).status).toBe(403);
  });

  it('nobody of another organisation, no resident, and nobody for what is no decision', async () => {
    const [elin, sanna, oskar] = [await polku.as('elin'), await polku.as('sanna'), await polku.as('oskar')];
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time');
    const body = { outcome: 'adapt', reason: 'No.', mustChange: 'All of it.' };
    expect((await elin.post(`/decisions/${decision.id}/outcome`, body)).status).toBe(404);
    expect((await elin.at('aleksandrow').get(`/ideas/${idea.number}/decisions`)).status).toBe(404);
    expect(((await elin.get('/decisions')).body as DecisionPage).items).toEqual([]);
    expect((await sanna.get('/decisions')).status).toBe(403);
    expect((await sanna.post(`/decisions/${decision.id}/outcome`, body)).status).toBe(403);
    expect((await oskar.post('/decisions/the-first/outcome', body)).status).toBe(422);
    expect((await oskar.post(`/decisions/${NOBODY}/outcome`, body)).status).toBe(404);
    expect((await oskar.post('/ideas/999999/decisions', { kind: 'time', decider: NOBODY, deadline: '2026-03-31' })).status).toBe(404);
  });
});
