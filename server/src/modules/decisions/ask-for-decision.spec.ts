import type { DecisionPage, DecisionView, HistoryPage } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { moved, submitted } from '../../../test/factories.js';
import { asked, decided, exploring, piloting, refusedFor, seen } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const NOBODY = '019ab000-0000-7000-8000-000000000000';

/** A question of somebody for a decision; Oskar's until March ends, unless said otherwise. */
function ask(actor: Actor, idea: { number: number }, kind: string, more: object = {}) {
  return actor.post(`/ideas/${idea.number}/decisions`, { kind, decider: polku.founded.members.oskar, deadline: '2026-03-31', ...more });
}

describe('asking for a decision', () => {
  it('names a decider and a deadline, and the idea shows that it waits', async () => {
    const maja = await polku.as('maja');
    const idea = await exploring(polku);
    const response = await ask(maja, idea, 'time', { note: 'Two days a week for a month.' });
    expect(response.status).toBe(201);
    const decision = response.body as DecisionView;
    expect(decision).toMatchObject({
      idea: { number: idea.number, title: idea.title, step: 'explore-idea', stepName: 'Explore idea' },
      kind: 'time',
      state: 'requested',
      from: 'explore-idea',
      to: 'explore-set-up',
      decider: { name: 'Oskar' },
      askedBy: { name: 'Maja' },
      askedAt: polku.clock.now().toISOString(),
      // A day means its end, in Warsaw.
      deadline: '2026-03-31T21:59:59.999Z',
      overdue: false,
      note: 'Two days a week for a month.',
      outcome: null,
      reason: null,
      decidedAt: null,
    });
    const waiting = await seen(maja, idea);
    expect(waiting.step).toBe('explore-idea');
    expect(waiting.marks).toEqual([{ kind: 'decision-asked', decision: 'time', deadline: decision.deadline }]);
    const onward = waiting.availableTransitions.find((it) => it.to === 'explore-set-up');
    expect(onward?.refusals).toEqual([
      { code: 'decision-made', params: { kind: 'time', state: 'requested' }, link: `/aleksandrow/ideas/${idea.number}#decisions` },
    ]);
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items[0]).toMatchObject({
      kind: 'decision-asked',
      by: { name: 'Maja' },
      details: { decision: 'time', decisionId: decision.id, decider: polku.founded.members.oskar, deadline: decision.deadline },
    });
  });

  it('is for the team and the hub', async () => {
    const [tomek, hanna] = [await polku.as('tomek'), await polku.as('hanna')];
    const idea = await exploring(polku);
    expect(refusedFor(await ask(tomek, idea, 'time'))).toEqual([409, 'role-in']);
    expect((await ask(hanna, idea, 'time')).status).toBe(201);
  });

  it('asks for the gate that leads on from where the idea stands, and for no other', async () => {
    const maja = await polku.as('maja');
    const idea = await submitted(maja);
    expect(refusedFor(await ask(maja, idea, 'time'))).toEqual([409, 'decision-fits-step']);
    const further = await exploring(polku);
    for (const kind of ['money', 'scale-up', 'accept'])
      expect(refusedFor(await ask(maja, further, kind))).toEqual([409, 'decision-fits-step']);
  });

  it('waits until everything else is there', async () => {
    const maja = await polku.as('maja');
    const idea = await exploring(polku);
    await decided(polku, await asked(polku, idea, 'time'), 'yes');
    const early = await ask(maja, idea, 'money');
    expect(refusedFor(early)).toEqual([409, 'effect-goal-set', 'field-filled', 'field-filled', 'field-filled', 'field-filled']);
    expect(early.body.refusals[1]).toEqual({
      code: 'field-filled',
      params: { field: 'schedule' },
      link: `/aleksandrow/ideas/${idea.number}#fields`,
    });
    expect(refusedFor(await ask(maja, await piloting(polku), 'scale-up'))).toEqual([409, 'experiment-concluded', 'lesson-written']);
  });

  it('cannot be asked twice while it waits', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await exploring(polku);
    const answers = await Promise.all([ask(maja, idea, 'time'), ask(hanna, idea, 'time', { decider: polku.founded.members.irena })]);
    expect(answers.map((it) => it.status).sort()).toEqual([201, 409]);
    expect(answers.filter((it) => it.status === 409).map(refusedFor)).toEqual([[409, 'decision-open']]);
  });

  it('needs a decider who decides: a manager, the hub or an administrator of this organisation', async () => {
    const maja = await polku.as('maja');
    const idea = await exploring(polku);
    for (const decider of [polku.founded.members.tomek, polku.founded.members.sanna, polku.founded.members.elin, NOBODY]) {
      const response = await ask(maja, idea, 'time', { decider });
      expect([response.status, response.body.fields]).toEqual([422, [expect.objectContaining({ path: 'decider', code: 'not-a-member' })]]);
    }
    expect((await ask(maja, idea, 'time', { decider: polku.founded.members.piotr })).status).toBe(201);
  });

  it('needs a deadline that lies ahead', async () => {
    const maja = await polku.as('maja');
    const idea = await exploring(polku);
    for (const [deadline, code] of [
      ['2026-03-01', 'in-the-past'],
      ['2026-03-02T11:00:00Z', 'in-the-past'],
      ['2026-02-30', 'not-a-date'],
      ['0000-01-01', 'year-out-of-range'],
      ['0001-01-01T00:00:00Z', 'year-out-of-range'],
      ['2200-01-01', 'year-out-of-range'],
      ['9999-12-31', 'year-out-of-range'],
      ['tomorrow', 'not-a-date'],
      ['9999-12-31T23:59:59-14:00', 'year-out-of-range'],
    ]) {
      const response = await ask(maja, idea, 'time', { deadline });
      expect([deadline, response.status, response.body.fields?.[0]]).toMatchObject([deadline, 422, { path: 'deadline', code }]);
    }
    const today = await ask(maja, idea, 'time', { deadline: '2026-03-02' });
    expect([today.status, today.body.deadline]).toEqual([201, '2026-03-02T22:59:59.999Z']);
  });

  it('tells that its deadline has passed', async () => {
    const maja = await polku.as('maja');
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time', { deadline: '2026-03-02T13:00:00+01:00' });
    expect([decision.deadline, decision.overdue]).toEqual(['2026-03-02T12:00:00.000Z', false]);
    polku.clock.moveTo(new Date('2026-03-02T12:00:01Z'));
    const page = (await maja.get(`/ideas/${idea.number}/decisions`)).body as DecisionPage;
    expect(page.items.map((it) => it.overdue)).toEqual([true]);
    polku.clock.moveTo(new Date('2026-03-02T11:00:00Z'));
  });
});

describe('nobody decides on their own idea', () => {
  it('neither its submitter nor its owner can be named', async () => {
    const [maja, hanna, oskar] = [await polku.as('maja'), await polku.as('hanna'), await polku.as('oskar')];
    const own = await submitted(oskar);
    await moved(hanna, own, 'explore-idea');
    expect(refusedFor(await ask(hanna, own, 'time'))).toEqual([409, 'not-own-idea']);
    const idea = await exploring(polku);
    await hanna.patch(`/ideas/${idea.number}`, { version: idea.version, owner: polku.founded.members.oskar });
    expect(refusedFor(await ask(maja, idea, 'time'))).toEqual([409, 'not-own-idea']);
    expect((await ask(maja, idea, 'time', { decider: polku.founded.members.irena })).status).toBe(201);
  });

  it('who became the owner meanwhile cannot decide any more', async () => {
    const [hanna, oskar] = [await polku.as('hanna'), await polku.as('oskar')];
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time');
    await hanna.patch(`/ideas/${idea.number}`, { version: idea.version, owner: polku.founded.members.oskar });
    expect(refusedFor(await oskar.post(`/decisions/${decision.id}/outcome`, { outcome: 'yes', reason: 'Mine.' }))).toEqual([
      409,
      'not-own-idea',
    ]);
    const page = (await oskar.get('/decisions?mine=true&limit=100')).body as DecisionPage;
    expect(page.items.find((it) => it.id === decision.id)?.refusals.map((it) => it.code)).toEqual(['not-own-idea']);
  });

  it('who has ever owned it can neither decide nor be asked, however often it was handed on', async () => {
    const [maja, hanna, oskar] = [await polku.as('maja'), await polku.as('hanna'), await polku.as('oskar')];
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time');
    const { members } = polku.founded;
    for (const [at, owner] of [members.oskar, members.tomek, null, members.irena].entries()) {
      expect((await hanna.patch(`/ideas/${idea.number}`, { version: idea.version + at, owner })).status).toBe(200);
    }
    expect(refusedFor(await oskar.post(`/decisions/${decision.id}/outcome`, { outcome: 'yes', reason: 'Not mine any more.' }))).toEqual([
      409,
      'not-own-idea',
    ]);
    const page = (await oskar.get('/decisions?mine=true&limit=100')).body as DecisionPage;
    expect(page.items.find((it) => it.id === decision.id)?.refusals.map((it) => it.code)).toEqual(['not-own-idea']);
    await polku.sql(`delete from app.decision where id = $1`, [decision.id]);
    expect(refusedFor(await ask(maja, idea, 'time'))).toEqual([409, 'not-own-idea']);
    expect(refusedFor(await ask(maja, idea, 'time', { decider: members.irena }))).toEqual([409, 'not-own-idea']);
    expect((await ask(maja, idea, 'time', { decider: members.piotr })).status).toBe(201);
  });
});
