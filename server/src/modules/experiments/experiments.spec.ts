import type { ExperimentPage, ExperimentView, HistoryPage } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON, moved, submitted } from '../../../test/factories.js';
import { exploring, measured, piloting, planned, refusedFor, seen, steered, wholeCard } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const NOBODY = '019ab000-0000-7000-8000-000000000000';

describe('planning an experiment', () => {
  it('starts with an empty card, whose start says what it lacks', async () => {
    const maja = await polku.as('maja');
    const idea = await exploring(polku);
    const response = await maja.post(`/ideas/${idea.number}/experiments`, { title: 'The map at two schools' });
    expect(response.status).toBe(201);
    const experiment = response.body as ExperimentView;
    expect(experiment).toMatchObject({
      number: 1,
      idea: { number: idea.number, title: idea.title },
      version: 1,
      state: 'planned',
      card: { hypothesis: null, kind: 'proportion', direction: 'at-least', confidence: 95, endsOn: null },
      lockedAt: null,
      lesson: null,
      measurements: [],
      verdict: { verdict: 'no-data', method: 'wilson', estimate: null, neededMore: null },
      original: null,
      amendments: [],
      basedOn: null,
      successor: null,
      mayEdit: true,
      mayAmend: false,
      mayMeasure: false,
      mayCorrect: false,
    });
    const start = experiment.availableTransitions.find((it) => it.to === 'running');
    expect(start?.refusals).toEqual([
      { code: 'idea-on-step', params: { steps: ['pilot'] }, link: null },
      expect.objectContaining({
        code: 'test-card-complete',
        params: {
          fields: [
            ...['hypothesis', 'method', 'metric', 'baseline', 'threshold', 'group', 'place', 'startsOn', 'endsOn', 'costCap'],
            ...['responsible', 'risks', 'personalData', 'participantInformation'],
          ],
        },
        link: `/aleksandrow/ideas/${idea.number}#experiments`,
      }),
    ]);
  });

  it('numbers the experiments of an idea and lists them first to last', async () => {
    const maja = await polku.as('maja');
    const idea = await submitted(maja);
    const [first, second] = [await planned(polku, idea), await planned(polku, idea)];
    const page = (await maja.get(`/ideas/${idea.number}/experiments`)).body as ExperimentPage;
    expect(page.items.map((it) => [it.id, it.number])).toEqual([
      [first.id, 1],
      [second.id, 2],
    ]);
    expect((await maja.get(`/experiments/${second.id}`)).body).toEqual(second);
  });

  it('is for the team and the hub', async () => {
    const [maja, tomek, piotr] = [await polku.as('maja'), await polku.as('tomek'), await polku.as('piotr')];
    const idea = await submitted(maja);
    const foreign = await tomek.post(`/ideas/${idea.number}/experiments`, { title: 'Mine' });
    expect([foreign.status, foreign.body.refusals]).toEqual([
      409,
      [{ code: 'role-in', params: { roles: ['team', 'hub'] }, link: `/aleksandrow/ideas/${idea.number}#team` }],
    ]);
    expect((await piotr.post(`/ideas/${idea.number}/experiments`, { title: 'Admins belong to the hub' })).status).toBe(201);
    await tomek.put(`/ideas/${idea.number}/team/${polku.founded.members.tomek}`);
    expect((await tomek.post(`/ideas/${idea.number}/experiments`, { title: 'Now I may' })).status).toBe(201);
  });

  it('is not for a submitter who declined the team', async () => {
    const maja = await polku.as('maja');
    const idea = await submitted(maja, { joinTeam: false });
    expect(refusedFor(await maja.post(`/ideas/${idea.number}/experiments`, { title: 'Mine' }))).toEqual([409, 'role-in']);
  });

  it('says field by field what is wrong', async () => {
    const maja = await polku.as('maja');
    const idea = await submitted(maja);
    const response = await maja.post(`/ideas/${idea.number}/experiments`, {
      title: ' ',
      card: { threshold: 1.2, confidence: 94, endsOn: '2026-02-30', colour: 'red' },
    });
    expect([response.status, response.body.fields.map((it: { path: string; code: string }) => [it.path, it.code])]).toEqual([
      422,
      [
        ['title', 'required'],
        ['card.confidence', 'unknown-value'],
        ['card.endsOn', 'not-a-date'],
        ['card.colour', 'unknown-field'],
        ['card.threshold', 'too-large'],
      ],
    ]);
  });
});

describe('editing an experiment', () => {
  it('replaces the card, against the version that was seen', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const experiment = await planned(polku, await submitted(maja));
    const edited = await maja.patch(`/experiments/${experiment.id}`, { version: 1, card: { hypothesis: 'Shorter.' } });
    expect([edited.status, edited.body.version, edited.body.title]).toEqual([200, 2, experiment.title]);
    expect(edited.body.card).toMatchObject({ hypothesis: 'Shorter.', method: null, threshold: null });
    const stale = await hanna.patch(`/experiments/${experiment.id}`, { version: 1, title: 'Too late' });
    expect([stale.status, stale.body.code]).toEqual([409, 'version-conflict']);
    expect(stale.body.current).toMatchObject({ version: 2, title: experiment.title, card: { hypothesis: 'Shorter.' } });
    const same = await maja.patch(`/experiments/${experiment.id}`, { version: 2, title: experiment.title });
    expect([same.status, same.body.version]).toEqual([200, 2]);
  });

  it('is for the team and the hub', async () => {
    const [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
    const experiment = await planned(polku, await submitted(maja));
    expect(refusedFor(await tomek.patch(`/experiments/${experiment.id}`, { version: 1, title: 'Mine' }))).toEqual([409, 'role-in']);
    expect((await tomek.get(`/experiments/${experiment.id}`)).body.mayEdit).toBe(false);
  });

  it('ends with the start: a locked card cannot be edited', async () => {
    const maja = await polku.as('maja');
    const experiment = await planned(polku, await piloting(polku));
    const running = await steered(maja, experiment, 'running');
    expect(running).toMatchObject({
      state: 'running',
      lockedBy: { name: 'Maja' },
      lockedAt: polku.clock.now().toISOString(),
      mayEdit: false,
    });
    const refused = await maja.patch(`/experiments/${experiment.id}`, {
      version: running.version,
      card: wholeCard(polku, { threshold: 0.1 }),
    });
    expect(refusedFor(refused)).toEqual([409, 'card-unlocked']);
    expect((await maja.get(`/experiments/${experiment.id}`)).body.card.threshold).toBe(0.3);
  });
});

describe('running an experiment', () => {
  it('goes from the plan to the lesson, and the idea knows it', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await piloting(polku);
    expect(idea).toMatchObject({ step: 'pilot', due: null });
    const experiment = await planned(polku, idea);
    const running = await steered(hanna, experiment, 'running', { reason: 'Both schools agreed.' });
    const atEndOfPeriod = '2026-04-10T21:59:59.999Z';
    expect(await seen(maja, idea)).toMatchObject({
      due: atEndOfPeriod,
      version: idea.version,
      marks: [{ kind: 'experiment', state: 'running', verdict: null, startsOn: '2026-03-02', endsOn: '2026-04-10' }],
    });
    const timers = `select t.due from app.timer t join app.idea i on i.id = t.subject where t.kind = 'step-due' and i.number = $1`;
    expect(await polku.sql(timers, [idea.number])).toEqual([{ due: new Date(atEndOfPeriod) }]);
    expect((await seen(maja, idea)).next?.checks.find((it) => it.code === 'experiment-concluded')?.met).toBe(false);

    await measured(maja, running, 60, 150);
    const counted = await measured(maja, running, 30, 50);
    expect(counted.version).toBe(running.version);
    const finished = await steered(maja, running, 'measured');
    expect(finished.availableTransitions.find((it) => it.to === 'concluded')).toEqual({
      to: 'concluded',
      asks: ['result', 'lesson'],
      refusals: [],
    });
    const bare = await maja.post(`/experiments/${experiment.id}/transitions`, { to: 'concluded', version: finished.version });
    expect(refusedFor(bare)).toEqual([409, 'result-written', 'lesson-written']);
    const concluded = await steered(maja, finished, 'concluded', { result: 'Nearly half changed.', lesson: LESSON });
    expect(concluded).toMatchObject({
      state: 'concluded',
      result: 'Nearly half changed.',
      lesson: { ...LESSON, by: { name: 'Maja' } },
      endedAt: polku.clock.now().toISOString(),
      availableTransitions: [],
      mayEdit: false,
    });
    const after = await seen(maja, idea);
    expect(after.marks).toEqual([expect.objectContaining({ kind: 'experiment', state: 'concluded', verdict: 'met' })]);
    expect(after.lessons).toEqual([expect.objectContaining(LESSON)]);
    expect(after.next?.checks.filter((it) => !it.met).map((it) => it.code)).toEqual(['decision-made']);
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items.slice(0, 6).map((item) => [item.kind, item.from, item.to, item.by?.name, item.reason])).toEqual([
      ['experiment-moved', 'measured', 'concluded', 'Maja', null],
      ['experiment-moved', 'running', 'measured', 'Maja', null],
      ['measurement-recorded', null, null, 'Maja', null],
      ['measurement-recorded', null, null, 'Maja', null],
      ['experiment-moved', 'planned', 'running', 'Hanna', 'Both schools agreed.'],
      ['experiment-planned', null, 'planned', 'Maja', null],
    ]);
  });

  it('does not start outside the pilot, for strangers, without its card, or in a period that is over', async () => {
    const [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
    const early = await planned(polku, await exploring(polku));
    expect(refusedFor(await maja.post(`/experiments/${early.id}/transitions`, { to: 'running', version: 1 }))).toEqual([
      409,
      'idea-on-step',
    ]);
    const idea = await piloting(polku);
    const over = await planned(polku, idea, { startsOn: '2026-02-01', endsOn: '2026-03-01' });
    const refused = await tomek.post(`/experiments/${over.id}/transitions`, { to: 'running', version: 1 });
    expect(refusedFor(refused)).toEqual([409, 'role-in', 'period-valid', 'starts-now-or-later']);
    const backwards = await planned(polku, idea, { startsOn: '2026-05-01', endsOn: '2026-04-01', place: '' });
    expect(refusedFor(await maja.post(`/experiments/${backwards.id}/transitions`, { to: 'running', version: 1 }))).toEqual([
      409,
      'test-card-complete',
      'period-valid',
    ]);
  });

  it('refuses an old version with the present experiment, an unknown state, and a state that cannot be reached', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const experiment = await planned(polku, await piloting(polku));
    await steered(maja, experiment, 'running');
    const stale = await hanna.post(`/experiments/${experiment.id}/transitions`, { to: 'stopped', version: 1, lesson: LESSON });
    expect([stale.status, stale.body.code, stale.body.current.state]).toEqual([409, 'version-conflict', 'running']);
    const unknown = await hanna.post(`/experiments/${experiment.id}/transitions`, { to: 'the-moon', version: 2 });
    expect([unknown.status, unknown.body.fields[0].code]).toEqual([422, 'unknown-step']);
    expect(refusedFor(await hanna.post(`/experiments/${experiment.id}/transitions`, { to: 'concluded', version: 2 }))).toEqual([
      409,
      'no-transition',
    ]);
    expect(refusedFor(await hanna.post(`/experiments/${experiment.id}/transitions`, { to: 'measured', version: 2 }))).toEqual([
      409,
      'measured',
    ]);
  });

  it('stops from anywhere with a lesson, and then counts as no conclusion', async () => {
    const maja = await polku.as('maja');
    const idea = await piloting(polku);
    const running = await steered(maja, await planned(polku, idea), 'running');
    expect(refusedFor(await maja.post(`/experiments/${running.id}/transitions`, { to: 'stopped', version: 2 }))).toEqual([
      409,
      'lesson-written',
    ]);
    const stopped = await steered(maja, running, 'stopped', { lesson: LESSON });
    expect(stopped).toMatchObject({ state: 'stopped', lesson: LESSON, endedAt: polku.clock.now().toISOString() });
    const unmet = (await seen(maja, idea)).next?.checks.filter((it) => !it.met).map((it) => it.code);
    expect(unmet).toEqual(['experiment-concluded', 'decision-made']);
  });

  it('gives an idea that enters its pilot later the end of the experiment that was planned before', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await piloting(polku);
    await planned(polku, idea);
    await moved(hanna, idea, 'parked', { reason: 'After the holidays.', fields: { returnOn: '2026-03-20' } });
    await moved(hanna, await seen(maja, idea), 'pilot');
    expect((await seen(maja, idea)).due).toBe('2026-04-10T21:59:59.999Z');
  });
});

describe('who answers for an experiment', () => {
  it('is a member on whom work may hang', async () => {
    const maja = await polku.as('maja');
    const idea = await submitted(maja);
    const { maja: member, sanna, elin } = polku.founded.members;
    for (const stranger of [NOBODY, sanna, elin]) {
      const card = { responsible: [member, stranger] };
      const response = await maja.post(`/ideas/${idea.number}/experiments`, { title: 'The map', card });
      expect([response.status, response.body.fields[0]]).toMatchObject([422, { path: 'card.responsible', code: 'not-a-member' }]);
    }
    const experiment = await planned(polku, idea);
    const edited = await maja.patch(`/experiments/${experiment.id}`, { version: 1, card: { responsible: [sanna] } });
    expect([edited.status, edited.body.fields[0].code]).toEqual([422, 'not-a-member']);
    expect(experiment.card.responsible).toEqual([{ id: member, name: 'Maja', unit: expect.any(String) as string }]);
  });
});

describe('who sees experiments', () => {
  it('nobody of another organisation knows that there is one', async () => {
    const [maja, elin] = [await polku.as('maja'), await polku.as('elin')];
    const idea = await submitted(maja);
    const { id } = await planned(polku, idea);
    expect((await elin.get(`/experiments/${id}`)).status).toBe(404);
    expect((await elin.patch(`/experiments/${id}`, { version: 1, title: 'Ours' })).status).toBe(404);
    expect((await elin.post(`/experiments/${id}/transitions`, { to: 'stopped', version: 1, lesson: LESSON })).status).toBe(404);
    expect((await elin.post(`/experiments/${id}/measurements`, { on: '2026-03-02', successes: 1, total: 2 })).status).toBe(404);
    expect((await elin.get(`/experiments/${id}/verdict`)).status).toBe(404);
    expect((await elin.at('aleksandrow').get(`/ideas/${idea.number}/experiments`)).status).toBe(404);
  });

  it('residents may not come here, and what is no id is invalid', async () => {
    const [maja, sanna] = [await polku.as('maja'), await polku.as('sanna')];
    const idea = await submitted(maja);
    const { id } = await planned(polku, idea);
    expect((await sanna.get(`/experiments/${id}`)).status).toBe(403);
    expect((await sanna.post(`/ideas/${idea.number}/experiments`, { title: 'Ours' })).status).toBe(403);
    expect((await maja.get('/experiments/first')).status).toBe(422);
    expect((await maja.get(`/experiments/${NOBODY}`)).status).toBe(404);
    expect((await maja.get('/ideas/999999/experiments')).status).toBe(404);
  });
});
