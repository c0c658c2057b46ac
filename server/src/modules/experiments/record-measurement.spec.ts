import { startTestApp, type TestApp } from '../../../test/app.js';
import { measured, piloting, planned, refusedFor, steered } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

describe('measuring', () => {
  it('counts the test group alone, and says by the interval whether the threshold is met', async () => {
    const maja = await polku.as('maja');
    const running = await steered(maja, await planned(polku, await piloting(polku)), 'running');
    const unsure = await measured(maja, running, 10, 30);
    expect(unsure.verdict).toMatchObject({ verdict: 'inconclusive', successes: 10, total: 30, confidence: 95, threshold: 0.3 });
    await measured(maja, running, 1, 100, { group: 'comparison', note: 'School 7' });
    const met = await measured(maja, running, 80, 170, { on: '2026-03-01' });
    expect(met.verdict).toMatchObject({ verdict: 'met', successes: 90, total: 200, estimate: 0.45 });
    // The Wilson interval of 90 of 200 at 95 %.
    expect(met.verdict.lower).toBeCloseTo(0.3827, 3);
    expect(met.verdict.upper).toBeCloseTo(0.5193, 3);
    expect(met.measurements.map((it) => [it.on, it.group, it.successes, it.total, it.note, it.by?.name])).toEqual([
      ['2026-03-01', 'test', 80, 170, null, 'Maja'],
      ['2026-03-02', 'test', 10, 30, null, 'Maja'],
      ['2026-03-02', 'comparison', 1, 100, 'School 7', 'Maja'],
    ]);
    expect((await maja.get(`/experiments/${running.id}/verdict`)).body).toEqual(met.verdict);
  });

  it('happens while the experiment runs, by the team and the hub', async () => {
    const [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
    const experiment = await planned(polku, await piloting(polku));
    const early = await maja.post(`/experiments/${experiment.id}/measurements`, { on: '2026-03-02', successes: 1, total: 2 });
    expect([early.status, early.body.refusals[0].code, early.body.refusals[0].params.from]).toEqual([409, 'no-transition', 'planned']);
    const running = await steered(maja, experiment, 'running');
    expect(refusedFor(await tomek.post(`/experiments/${running.id}/measurements`, { on: '2026-03-02', successes: 1, total: 2 }))).toEqual([
      409,
      'role-in',
    ]);
    await measured(maja, running, 1, 2);
    await steered(maja, running, 'measured');
    expect(refusedFor(await maja.post(`/experiments/${running.id}/measurements`, { on: '2026-03-02', successes: 1, total: 2 }))).toEqual([
      409,
      'no-transition',
    ]);
  });

  it('cannot count more successes than were observed, nor what has not happened yet', async () => {
    const maja = await polku.as('maja');
    const running = await steered(maja, await planned(polku, await piloting(polku)), 'running');
    const response = await maja.post(`/experiments/${running.id}/measurements`, { on: '2026-03-02', successes: 3, total: 2 });
    expect([response.status, response.body.fields[0]]).toMatchObject([422, { path: 'successes', code: 'more-than-total' }]);
    const ahead = await maja.post(`/experiments/${running.id}/measurements`, { on: '2026-03-03', successes: 1, total: 2 });
    expect([ahead.status, ahead.body.fields[0].code]).toEqual([422, 'in-the-future']);
    const nothing = await maja.post(`/experiments/${running.id}/measurements`, { on: '0000-01-01', successes: 0, total: 1 });
    expect(nothing.status).toBe(422);
  });
});
