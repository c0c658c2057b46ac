import type { ExperimentView, HistoryPage } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON } from '../../../test/factories.js';
import { measured, piloting, planned, refusedFor, seen, steered } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const NOBODY = '019ab000-0000-7000-8000-000000000000';

/** A running experiment in which 90 of 200 were counted. */
async function counted(card: object = {}): Promise<ExperimentView> {
  const maja = await polku.as('maja');
  return measured(maja, await steered(maja, await planned(polku, await piloting(polku), card), 'running'), 90, 200, { note: 'School 12' });
}

const corrections = (experiment: ExperimentView, index = 0) =>
  `/experiments/${experiment.id}/measurements/${experiment.measurements[index]?.id}/corrections`;

describe('correcting a measurement', () => {
  it('puts the new values in force and keeps the old ones, with who, when and why', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const experiment = await counted();
    const yesterday = polku.clock.now();
    polku.clock.moveTo(new Date('2026-03-03T11:00:00Z'));
    const once = await maja.post(corrections(experiment), {
      on: '2026-03-03',
      successes: 60,
      total: 200,
      reason: 'A sheet counted twice.',
    });
    expect([once.status, once.body.verdict.groups.test.successes]).toEqual([201, 60]);
    const twice = await hanna.post(corrections(experiment), {
      group: 'comparison',
      on: '2026-03-03',
      successes: 60,
      total: 201,
      note: 'Both schools',
      reason: 'One more family.',
    });
    const nothing = { value: null, before: null, count: null, exposure: null };
    const [was, then, now] = [
      { group: 'test', on: '2026-03-02', successes: 90, total: 200, note: 'School 12', ...nothing },
      { group: 'test', on: '2026-03-03', successes: 60, total: 200, note: null, ...nothing },
      { group: 'comparison', on: '2026-03-03', successes: 60, total: 201, note: 'Both schools', ...nothing },
    ];
    const at = polku.clock.now().toISOString();
    const maja_ = expect.objectContaining({ name: 'Maja' }) as unknown;
    expect(twice.body.measurements).toEqual([
      {
        ...now,
        id: experiment.measurements[0]?.id,
        by: maja_,
        at: yesterday.toISOString(),
        withdrawn: false,
        corrections: [
          { at, by: maja_, reason: 'A sheet counted twice.', before: was, after: then },
          { at, by: expect.objectContaining({ name: 'Hanna' }) as unknown, reason: 'One more family.', before: then, after: now },
        ],
      },
    ]);
    expect(twice.body.verdict).toMatchObject({ verdict: 'no-data', groups: { test: null, comparison: { total: 201 } } });
    expect(twice.body.version).toBe(experiment.version);
    const history = (await maja.get(`/ideas/${experiment.idea.number}/history`)).body as HistoryPage;
    expect(history.items[0]).toMatchObject({
      kind: 'measurement-corrected',
      reason: 'One more family.',
      details: { measurement: experiment.measurements[0]?.id, withdrawn: false },
    });
    polku.clock.moveTo(yesterday);
  });

  it('can withdraw it: it stays to be seen and no longer counts', async () => {
    const maja = await polku.as('maja');
    const experiment = await counted();
    await measured(maja, experiment, 1, 100);
    const withdrawn = (await maja.post(corrections(experiment), { withdrawn: true, reason: 'The wrong school.' })).body as ExperimentView;
    expect(withdrawn.measurements.map((it) => [it.successes, it.withdrawn, it.corrections.map(({ after }) => after)])).toEqual([
      [90, true, [null]],
      [1, false, []],
    ]);
    expect(withdrawn.verdict.groups.test).toMatchObject({ successes: 1, total: 100 });
    expect(withdrawn.series).toEqual([expect.objectContaining({ line: 'test', estimate: 0.01 })]);
    expect((await seen(maja, experiment.idea)).marks[0]).toMatchObject({ verdict: 'not-met' });
    const again = await maja.post(corrections(experiment), { on: '2026-03-02', successes: 1, total: 2, reason: 'It counts after all.' });
    expect(refusedFor(again)).toEqual([409, 'measurement-in-force']);
  });

  it('leaves nothing to finish with when all was withdrawn', async () => {
    const maja = await polku.as('maja');
    const experiment = await counted();
    await maja.post(corrections(experiment), { withdrawn: true, reason: 'The wrong school.' });
    const refused = await maja.post(`/experiments/${experiment.id}/transitions`, { to: 'measured', version: experiment.version });
    expect(refusedFor(refused)).toEqual([409, 'measured']);
  });

  it('that changes nothing leaves no trace', async () => {
    const maja = await polku.as('maja');
    const experiment = await counted();
    const same = { on: '2026-03-02', successes: 90, total: 200, note: 'School 12', reason: 'To be sure.' };
    const response = await maja.post(corrections(experiment), same);
    expect([response.status, response.body.measurements[0].corrections]).toEqual([201, []]);
  });

  it('is for the team and the hub, until the conclusion', async () => {
    const [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
    const experiment = await counted();
    const values = { on: '2026-03-02', successes: 80, total: 200, reason: 'A sheet counted twice.' };
    expect(refusedFor(await tomek.post(corrections(experiment), values))).toEqual([409, 'role-in']);
    const done = await steered(maja, experiment, 'measured');
    expect((await maja.post(corrections(experiment), values)).status).toBe(201);
    await steered(maja, done, 'concluded', { result: 'Yes.', lesson: LESSON });
    expect(refusedFor(await maja.post(corrections(experiment), { ...values, successes: 70 }))).toEqual([409, 'experiment-under-way']);
  });

  it('says what is wrong with it', async () => {
    const [maja, elin] = [await polku.as('maja'), await polku.as('elin')];
    const experiment = await counted();
    const faults = async (body: object) => {
      const response = await maja.post(corrections(experiment), body);
      return [response.status, ...(response.body.fields ?? []).map((it: { path: string; code: string }) => `${it.path} ${it.code}`)];
    };
    const reason = 'A sheet counted twice.';
    expect(await faults({ on: '2026-03-02', successes: 1, total: 2 })).toEqual([422, 'reason required']);
    expect(await faults({ successes: 1, total: 2, reason })).toEqual([422, 'on required']);
    expect(await faults({ on: '2026-03-03', successes: 1, total: 2, reason })).toEqual([422, 'on in-the-future']);
    expect(await faults({ on: '2026-03-02', successes: 3, total: 2, reason })).toEqual([422, 'successes more-than-total']);
    expect(await faults({ on: '2026-03-02', value: 3, reason })).toEqual([
      422,
      'successes required',
      'total required',
      'value unknown-field',
    ]);
    expect(await faults({ withdrawn: true, on: '2026-03-02', total: 2, reason })).toEqual([422, 'on unknown-field', 'total unknown-field']);
    expect((await maja.post(`/experiments/${experiment.id}/measurements/${NOBODY}/corrections`, { withdrawn: true, reason })).status).toBe(
      404,
    );
    const other = await counted();
    const mixed = `/experiments/${other.id}/measurements/${experiment.measurements[0]?.id}/corrections`;
    expect((await maja.post(mixed, { withdrawn: true, reason })).status).toBe(404);
    expect((await elin.post(corrections(experiment), { withdrawn: true, reason })).status).toBe(404);
  });

  it('of a checklist counts the items that it gives back', async () => {
    const maja = await polku.as('maja');
    const plan = await planned(polku, await piloting(polku), { kind: 'checklist', threshold: 8, sampleSize: 10, baseline: null });
    const list = await measured(maja, await steered(maja, plan, 'running'), 6, 9);
    const body = { on: '2026-03-02', successes: 7, total: 10, reason: 'The tenth, too.' };
    expect((await maja.post(corrections(list), body)).body.verdict).toMatchObject({ verdict: 'not-met', estimate: 7 });
    const tooMany = await maja.post(corrections(list), { ...body, total: 11 });
    expect([tooMany.status, tooMany.body.fields[0]]).toMatchObject([422, { path: 'total', code: 'too-large' }]);
  });
});
