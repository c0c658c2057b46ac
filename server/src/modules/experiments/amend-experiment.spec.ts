import type { ExperimentView, HistoryPage, NotificationPage } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON } from '../../../test/factories.js';
import { CARD, measured, piloting, planned, refusedFor, seen, steered, wholeCard } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const NOBODY = '019ab000-0000-7000-8000-000000000000';

async function running(card: object = {}): Promise<ExperimentView> {
  return steered(await polku.as('maja'), await planned(polku, await piloting(polku), card), 'running');
}

const amendment = (experiment: { version: number }, changes: object, reason = 'School 40 joins later.') => ({
  version: experiment.version,
  card: wholeCard(polku, changes),
  reason,
});

describe('amending a locked test card', () => {
  it('keeps the original beside it, with who, when and why', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const started = await running();
    expect([started.mayEdit, started.mayAmend, started.original]).toEqual([false, true, null]);
    const first = await maja.post(`/experiments/${started.id}/amendments`, amendment(started, { threshold: 0.25, group: 'Three schools' }));
    expect([first.status, first.body.version, first.body.amendedAfterData]).toEqual([201, started.version + 1, false]);
    const second = await hanna.post(
      `/experiments/${started.id}/amendments`,
      amendment(first.body, { threshold: 0.2, group: 'Three schools', costCap: { amount: 700, currency: 'EUR' } }, 'Printing costs more.'),
    );
    const at = polku.clock.now().toISOString();
    expect(second.body).toMatchObject({
      card: { threshold: 0.2, group: 'Three schools', costCap: { amount: 700, currency: 'EUR' } },
      original: { threshold: 0.3, group: CARD.group, costCap: CARD.costCap, responsible: [{ name: 'Maja' }] },
      lockedAt: started.lockedAt,
      amendments: [
        {
          number: 1,
          at,
          by: { name: 'Maja' },
          reason: 'School 40 joins later.',
          fields: [
            { field: 'threshold', before: 0.3, after: 0.25 },
            { field: 'group', before: CARD.group, after: 'Three schools' },
          ],
          afterData: false,
        },
        {
          number: 2,
          by: { name: 'Hanna' },
          reason: 'Printing costs more.',
          fields: [
            { field: 'threshold', before: 0.25, after: 0.2 },
            { field: 'costCap', before: CARD.costCap, after: { amount: 700, currency: 'EUR' } },
          ],
        },
      ],
    });
    expect((await maja.get(`/experiments/${started.id}`)).body).toEqual(second.body);
  });

  it('is announced in the history, with what was and what is', async () => {
    const maja = await polku.as('maja');
    const started = await running();
    await maja.post(`/experiments/${started.id}/amendments`, amendment(started, { threshold: 0.25 }));
    const history = (await maja.get(`/ideas/${started.idea.number}/history`)).body as HistoryPage;
    expect(history.items[0]).toMatchObject({
      kind: 'experiment-amended',
      by: { name: 'Maja' },
      reason: 'School 40 joins later.',
      details: { experiment: started.id, fields: ['threshold'], afterData: false, before: { threshold: 0.3 }, after: { threshold: 0.25 } },
    });
  });

  it('is told to team and decider, in words with the reason, and not to who amended it', async () => {
    const [maja, oskar, tomek] = [await polku.as('maja'), await polku.as('oskar'), await polku.as('tomek')];
    const started = await running();
    await tomek.put(`/ideas/${started.idea.number}/team/${polku.founded.members.tomek}`);
    await measured(maja, started, 10, 20);
    await maja.post(`/experiments/${started.id}/amendments`, amendment(started, { threshold: 0.25 }));
    await polku.settle();
    const latest = async (actor: Actor) => ((await actor.get('/notifications')).body as NotificationPage).items[0];
    for (const actor of [oskar, tomek]) {
      expect(await latest(actor)).toMatchObject({
        kind: 'experiment-amended',
        text: expect.stringContaining(started.idea.title) as string,
        reason: 'School 40 joins later.',
        link: `/aleksandrow/experiments/${started.id}`,
      });
    }
    expect((await latest(oskar))?.text).toContain('after something had been measured');
    expect((await latest(maja))?.kind).not.toBe('experiment-amended');
  });

  it('after something has been measured marks the result, also when that was withdrawn', async () => {
    const maja = await polku.as('maja');
    const started = await running();
    const counted = await measured(maja, started, 50, 200);
    expect(counted.verdict).toMatchObject({ verdict: 'inconclusive', amendedAfterData: false });
    const [only] = counted.measurements;
    await maja.post(`/experiments/${started.id}/measurements/${only?.id}/corrections`, { withdrawn: true, reason: 'The wrong school.' });
    const amended = await maja.post(`/experiments/${started.id}/amendments`, amendment(started, { threshold: 0.15 }));
    expect(amended.body).toMatchObject({ amendedAfterData: true, amendments: [{ afterData: true }], verdict: { amendedAfterData: true } });
    const again = await measured(maja, started, 50, 200);
    expect(again.verdict).toMatchObject({ verdict: 'met', amendedAfterData: true });
    expect((await maja.get(`/experiments/${started.id}/verdict`)).body).toEqual(again.verdict);
  });

  it('to another end moves what the idea promises', async () => {
    const maja = await polku.as('maja');
    const started = await running();
    expect((await seen(maja, started.idea)).due).toBe('2026-04-10T21:59:59.999Z');
    await maja.post(`/experiments/${started.id}/amendments`, amendment(started, { endsOn: '2026-05-08' }));
    const after = await seen(maja, started.idea);
    expect([after.due, after.marks[0]]).toEqual(['2026-05-08T21:59:59.999Z', expect.objectContaining({ endsOn: '2026-05-08' })]);
    const timers = `select t.due from app.timer t join app.idea i on i.id = t.subject where t.kind = 'step-due' and i.number = $1`;
    expect(await polku.sql(timers, [started.idea.number])).toEqual([{ due: new Date('2026-05-08T21:59:59.999Z') }]);
  });

  it('leaves the promise alone when the end stays', async () => {
    const maja = await polku.as('maja');
    const started = await running();
    await polku.sql(`update app.idea set due = '2026-03-20T10:00:00Z' where number = $1`, [started.idea.number]);
    await maja.post(`/experiments/${started.id}/amendments`, amendment(started, { threshold: 0.25 }));
    expect((await seen(maja, started.idea)).due).toBe('2026-03-20T10:00:00.000Z');
  });

  it('is for the team and the hub, while the experiment is under way', async () => {
    const [maja, tomek, piotr] = [await polku.as('maja'), await polku.as('tomek'), await polku.as('piotr')];
    const plan = await planned(polku, await piloting(polku));
    const early = await maja.post(`/experiments/${plan.id}/amendments`, amendment(plan, { threshold: 0.25 }));
    expect([refusedFor(early), early.body.refusals[0].params]).toEqual([[409, 'experiment-under-way'], { state: 'planned' }]);
    const started = await steered(maja, plan, 'running');
    const foreign = await tomek.post(`/experiments/${plan.id}/amendments`, amendment(started, { threshold: 0.25 }));
    expect([refusedFor(foreign), (await tomek.get(`/experiments/${plan.id}`)).body.mayAmend]).toEqual([[409, 'role-in'], false]);
    await measured(maja, started, 90, 200);
    const done = await steered(maja, started, 'measured');
    const late = await piotr.post(`/experiments/${plan.id}/amendments`, amendment(done, { risks: 'None came true.' }));
    expect([late.status, late.body.amendedAfterData]).toEqual([201, true]);
    const concluded = await steered(maja, late.body, 'concluded', { result: 'Yes.', lesson: LESSON });
    expect(concluded.mayAmend).toBe(false);
    expect(refusedFor(await maja.post(`/experiments/${plan.id}/amendments`, amendment(concluded, { threshold: 0.1 })))).toEqual([
      409,
      'experiment-under-way',
    ]);
  });

  it('changes something, leaves the card complete, and its period possible', async () => {
    const maja = await polku.as('maja');
    const started = await running();
    const amend = async (changes: object) =>
      refusedFor(await maja.post(`/experiments/${started.id}/amendments`, amendment(started, changes)));
    expect(await amend({})).toEqual([409, 'card-changed']);
    expect(await amend({ place: null, personalData: true })).toEqual([409, 'test-card-complete']);
    expect(await amend({ endsOn: '2026-03-01' })).toEqual([409, 'period-valid']);
    expect(await amend({ startsOn: '2026-04-11' })).toEqual([409, 'start-kept', 'period-valid']);
    expect((await maja.get(`/experiments/${started.id}`)).body).toEqual(started);
  });

  it('can leave an end that has passed, but never move it: what has ended waits until somebody says what follows', async () => {
    const maja = await polku.as('maja');
    const started = await running({ endsOn: '2026-03-03' });
    await measured(maja, started, 90, 200);
    const done = await steered(maja, started, 'measured');
    const noon = polku.clock.now();
    polku.clock.moveTo(new Date('2026-03-04T11:00:00Z'));
    for (const endsOn of ['2026-03-02', '2026-03-06', '2026-09-30']) {
      const moved = await maja.post(`/experiments/${started.id}/amendments`, amendment(done, { endsOn }));
      expect([endsOn, ...refusedFor(moved)]).toEqual([endsOn, 409, 'end-ahead']);
    }
    const risks = await maja.post(`/experiments/${started.id}/amendments`, amendment(done, { endsOn: '2026-03-03', risks: 'Rain.' }));
    expect([risks.status, risks.body.overdue]).toEqual([201, true]);
    polku.clock.moveTo(noon);
  });

  it('can move the end within its last day', async () => {
    const maja = await polku.as('maja');
    const started = await running({ endsOn: '2026-03-02' });
    const longer = await maja.post(`/experiments/${started.id}/amendments`, amendment(started, { endsOn: '2026-03-06' }));
    expect([longer.status, longer.body.overdue]).toEqual([201, false]);
  });

  it('keeps every measurement that counts within its days, and begins no earlier than it did, nor in the future', async () => {
    const maja = await polku.as('maja');
    const noon = polku.clock.now();
    const started = await running();
    polku.clock.moveTo(new Date('2026-03-12T11:00:00Z'));
    await measured(maja, started, 90, 200, { on: '2026-03-04' });
    await measured(maja, started, 2, 200, { on: '2026-03-10' });
    const amend = async (changes: object) => {
      const { version } = (await maja.get(`/experiments/${started.id}`)).body as ExperimentView;
      return maja.post(`/experiments/${started.id}/amendments`, amendment({ version }, changes));
    };
    expect(refusedFor(await amend({ startsOn: '2026-03-05' }))).toEqual([409, 'period-holds-measurements']);
    expect((await amend({ startsOn: '2026-03-05' })).body.refusals[0].params).toEqual({ first: '2026-03-04', last: '2026-03-10' });
    expect(refusedFor(await amend({ startsOn: '2026-02-01' }))).toEqual([409, 'start-kept']);
    expect(refusedFor(await amend({ startsOn: '2026-03-20' }))).toEqual([409, 'start-kept', 'period-holds-measurements']);
    expect((await amend({ startsOn: '2026-03-04' })).status).toBe(201);
    const bad = ((await maja.get(`/experiments/${started.id}`)).body as ExperimentView).measurements.find(({ on }) => on === '2026-03-10');
    polku.clock.moveTo(new Date('2026-03-09T11:00:00Z'));
    expect(refusedFor(await amend({ startsOn: '2026-03-04', endsOn: '2026-03-09' }))).toEqual([409, 'period-holds-measurements']);
    await maja.post(`/experiments/${started.id}/measurements/${bad?.id}/corrections`, { reason: 'The meter was off.', withdrawn: true });
    expect((await amend({ startsOn: '2026-03-04', endsOn: '2026-03-09' })).status).toBe(201);
    polku.clock.moveTo(noon);
  });

  it('can change what is measured only before anything has been', async () => {
    const maja = await polku.as('maja');
    const started = await running();
    const other = { kind: 'mean', unit: 'minutes', baseline: 12, threshold: 10, direction: 'at-most' };
    const free = await maja.post(`/experiments/${started.id}/amendments`, amendment(started, other));
    expect([free.status, free.body.verdict]).toMatchObject([201, { method: 'student', kind: 'mean', unit: 'minutes' }]);
    await maja.post(`/experiments/${started.id}/measurements`, { on: '2026-03-02', value: 9 });
    expect(refusedFor(await maja.post(`/experiments/${started.id}/amendments`, amendment(free.body, {})))).toEqual([409, 'kind-fixed']);
  });

  it('says what is wrong: no reason, an old version, somebody who is no member, numbers out of range', async () => {
    const [maja, elin] = [await polku.as('maja'), await polku.as('elin')];
    const started = await running();
    const path = `/experiments/${started.id}/amendments`;
    const silent = await maja.post(path, amendment(started, { threshold: 0.2 }, ' '));
    expect([silent.status, silent.body.fields[0]]).toMatchObject([422, { path: 'reason', code: 'required' }]);
    const stale = await maja.post(path, amendment({ version: 1 }, { threshold: 0.2 }));
    expect([stale.status, stale.body.code, stale.body.current.version]).toEqual([409, 'version-conflict', started.version]);
    const range = await maja.post(path, amendment(started, { threshold: -0.2 }));
    expect([range.status, range.body.fields[0]]).toMatchObject([422, { path: 'card.threshold', code: 'too-small' }]);
    for (const stranger of [NOBODY, polku.founded.members.elin, polku.founded.members.sanna]) {
      const response = await maja.post(path, amendment(started, { responsible: [polku.founded.members.maja, stranger] }));
      expect([response.status, response.body.fields[0]]).toMatchObject([422, { path: 'card.responsible', code: 'not-a-member' }]);
    }
    expect((await elin.post(path, amendment(started, { threshold: 0.2 }))).status).toBe(404);
  });

  it('leaves rows that nobody can change', async () => {
    const maja = await polku.as('maja');
    const started = await running();
    await maja.post(`/experiments/${started.id}/amendments`, amendment(started, { threshold: 0.25 }));
    const asServer = (sql: string) =>
      polku
        .sql(`set role polku_app; select set_config('app.organisation', '${polku.founded.organisations.aleksandrow}', false); ${sql}`)
        .catch((error: unknown) => (error as Error).message);
    expect(await asServer(`update app.amendment set reason = 'No reason'`)).toContain('permission denied');
    expect(await asServer(`delete from app.amendment`)).toContain('permission denied');
    expect(await asServer(`delete from app.measurement_correction`)).toContain('permission denied');
  });
});
