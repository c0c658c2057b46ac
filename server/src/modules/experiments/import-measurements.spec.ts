import { type ExperimentView, LIMITS } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { measured, piloting, planned, refusedFor, seen, steered } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

async function running(card: object = {}): Promise<ExperimentView> {
  return steered(await polku.as('maja'), await planned(polku, await piloting(polku), card), 'running');
}

const TEXT = 'Dzień;Grupa;Sukcesy;Z ilu\n2.3.2026;testowa;90;200\n1.3.2026;porównawcza;10;200\n';

describe('importing measurements', () => {
  it('records all of them, as one event', async () => {
    const maja = await polku.as('maja');
    const experiment = await running();
    const response = await maja.post(`/experiments/${experiment.id}/measurements/import`, { text: TEXT });
    expect([response.status, response.body]).toMatchObject([201, { total: 2, errors: [], errorCount: 0 }]);
    expect(response.body.experiment).toMatchObject({
      verdict: { verdict: 'met', groups: { test: { total: 200 }, comparison: { total: 200 } } },
      measurements: [
        { on: '2026-03-01', group: 'comparison', successes: 10, by: { name: 'Maja' } },
        { on: '2026-03-02', group: 'test', successes: 90 },
      ],
    });
    const history = await maja.get(`/ideas/${experiment.idea.number}/history`);
    expect(history.body.items[0]).toMatchObject({ kind: 'measurements-imported', details: { count: 2, experimentNumber: 1 } });
    expect(history.body.items[1].kind).toBe('experiment-moved');
  });

  it('writes nothing when one row is wrong, and nothing in a dry run', async () => {
    const maja = await polku.as('maja');
    const experiment = await running();
    const wrong = await maja.post(`/experiments/${experiment.id}/measurements/import`, { text: `${TEXT}3.3.2026;testowa;1;2\n` });
    expect([wrong.status, wrong.body]).toEqual([
      201,
      { total: 3, errors: [{ row: 4, column: 'Dzień', code: 'in-the-future' }], errorCount: 1, experiment: null },
    ]);
    const dry = await maja.post(`/experiments/${experiment.id}/measurements/import`, { text: TEXT, dryRun: true });
    expect([dry.status, dry.body]).toEqual([201, { total: 2, errors: [], errorCount: 0, experiment: null }]);
    expect((await maja.get(`/experiments/${experiment.id}`)).body).toEqual(experiment);
    expect((await seen(maja, experiment.idea)).marks[0]).toMatchObject({ verdict: null });
  });

  it('takes so many and no more, those that are there already counted in', async () => {
    const maja = await polku.as('maja');
    const experiment = await running();
    await measured(maja, experiment, 1, 2);
    const rows = (count: number) => `on,successes,total\n${'2026-03-02,1,2\n'.repeat(count)}`;
    const tooMany = await maja.post(`/experiments/${experiment.id}/measurements/import`, { text: rows(LIMITS.measurements) });
    expect([tooMany.status, tooMany.body.errors, tooMany.body.experiment]).toEqual([
      201,
      [{ row: null, column: null, code: 'too-many-rows' }],
      null,
    ]);
    const full = await maja.post(`/experiments/${experiment.id}/measurements/import`, { text: rows(LIMITS.measurements - 1) });
    expect([full.status, full.body.experiment.measurements.length]).toEqual([201, LIMITS.measurements]);
  });

  it('lists the first errors and counts the rest', async () => {
    const experiment = await running();
    const text = `on,successes,total\n${'2026-03-02,3,2\n'.repeat(150)}`;
    const response = await (await polku.as('maja')).post(`/experiments/${experiment.id}/measurements/import`, { text });
    expect([response.body.total, response.body.errors.length, response.body.errorCount]).toEqual([150, LIMITS.importErrors, 150]);
  });

  it('is for the team and the hub while the experiment runs', async () => {
    const [maja, tomek, hanna, elin] = [await polku.as('maja'), await polku.as('tomek'), await polku.as('hanna'), await polku.as('elin')];
    const experiment = await planned(polku, await piloting(polku));
    const path = `/experiments/${experiment.id}/measurements/import`;
    expect(refusedFor(await maja.post(path, { text: TEXT }))).toEqual([409, 'no-transition']);
    const started = await steered(maja, experiment, 'running');
    expect(refusedFor(await tomek.post(path, { text: TEXT }))).toEqual([409, 'role-in']);
    expect((await elin.post(path, { text: TEXT })).status).toBe(404);
    expect((await hanna.post(path, { text: TEXT })).status).toBe(201);
    await steered(maja, started, 'measured');
    expect(refusedFor(await maja.post(path, { text: TEXT }))).toEqual([409, 'no-transition']);
  });

  it('refuses a text that is too long or holds what cannot be stored', async () => {
    const maja = await polku.as('maja');
    const path = `/experiments/${(await running()).id}/measurements/import`;
    const long = await maja.post(path, { text: 'x'.repeat(LIMITS.measurementText + 1) });
    expect([long.status, long.body.fields[0]]).toMatchObject([422, { path: 'text', code: 'too-long' }]);
    const bad = await maja.post(path, { text: 'on;successes;total\u0000' });
    expect([bad.status, bad.body.fields[0]]).toMatchObject([422, { path: 'text', code: 'bad-character' }]);
  });
});
