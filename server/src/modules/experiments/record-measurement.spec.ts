import type { ExperimentView, MetricKind } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON } from '../../../test/factories.js';
import { measured, piloting, planned, refusedFor, seen, steered } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

/** A running experiment of Maja's. */
async function running(card: object = {}): Promise<ExperimentView> {
  return steered(await polku.as('maja'), await planned(polku, await piloting(polku), card), 'running');
}

/** What can be wrong with a measurement, as the answer says it. */
async function faults(experiment: ExperimentView, body: object): Promise<string[]> {
  const response = await (await polku.as('maja')).post(`/experiments/${experiment.id}/measurements`, { on: '2026-03-02', ...body });
  expect(response.status).toBe(422);
  return response.body.fields.map((it: { path: string; code: string }) => `${it.path} ${it.code}`);
}

describe('measuring', () => {
  it('counts the test group alone, and says by the interval whether the threshold is met', async () => {
    const maja = await polku.as('maja');
    const experiment = await running();
    const today = polku.clock.now();
    polku.clock.moveTo(new Date('2026-03-03T11:00:00Z'));
    const unsure = await measured(maja, experiment, 10, 30, { on: '2026-03-03' });
    expect(unsure.verdict).toMatchObject({
      verdict: 'inconclusive',
      groups: { test: { successes: 10, total: 30 }, comparison: null },
      confidence: 95,
      threshold: 0.3,
    });
    await measured(maja, experiment, 1, 100, { on: '2026-03-03', group: 'comparison', note: 'School 7' });
    const met = await measured(maja, experiment, 80, 170, { on: '2026-03-02' });
    expect(met.verdict).toMatchObject({
      verdict: 'met',
      groups: { test: { successes: 90, total: 200 }, comparison: { total: 100 } },
      estimate: 0.45,
      neededMore: null,
    });
    // The Wilson interval of 90 of 200 at 95 %.
    expect(met.verdict.lower).toBeCloseTo(0.3827, 3);
    expect(met.verdict.upper).toBeCloseTo(0.5193, 3);
    expect(met.measurements.map((it) => [it.on, it.group, it.successes, it.total, it.note, it.by?.name])).toEqual([
      ['2026-03-02', 'test', 80, 170, null, 'Maja'],
      ['2026-03-03', 'test', 10, 30, null, 'Maja'],
      ['2026-03-03', 'comparison', 1, 100, 'School 7', 'Maja'],
    ]);
    expect(met.series.map((it) => [it.on, it.line, Number(it.estimate.toFixed(4))])).toEqual([
      ['2026-03-02', 'test', 0.4706],
      ['2026-03-03', 'test', 0.45],
      ['2026-03-03', 'comparison', 0.01],
    ]);
    expect((await maja.get(`/experiments/${experiment.id}/verdict`)).body).toEqual(met.verdict);
    polku.clock.moveTo(today);
  });

  it('happens within the days of the experiment; what it is compared with may be older, but not younger', async () => {
    const maja = await polku.as('maja');
    const experiment = await running({ endsOn: '2026-03-04' });
    const noon = polku.clock.now();
    polku.clock.moveTo(new Date('2026-03-06T11:00:00Z'));
    const outside = ['on outside-period'];
    const values = { successes: 1, total: 2 };
    for (const on of ['2026-03-01', '2026-03-05']) expect(await faults(experiment, { on, ...values })).toEqual(outside);
    expect(await faults(experiment, { on: '0001-01-01', group: 'comparison', ...values })).toEqual(['on year-out-of-range']);
    expect(await faults(experiment, { on: '2026-03-05', group: 'comparison', ...values })).toEqual(outside);
    for (const on of ['2026-03-02', '2026-03-04']) await measured(maja, experiment, 1, 2, { on });
    const { measurements } = await measured(maja, experiment, 1, 2, { on: '2025-03-03', group: 'comparison' });
    const old = measurements.find(({ group }) => group === 'comparison')?.id;
    const body = { group: 'test', on: '2025-03-03', ...values, reason: 'It was the test.' };
    const turned = await maja.post(`/experiments/${experiment.id}/measurements/${old}/corrections`, body);
    expect([turned.status, turned.body.fields[0]]).toMatchObject([422, { path: 'on', code: 'outside-period' }]);
    const pasted = { text: 'date;successes;total\n2026-03-02;1;2\n2026-03-01;1;2', dryRun: true };
    const read = await maja.post(`/experiments/${experiment.id}/measurements/import`, pasted);
    expect(read.body.errors).toEqual([{ row: 3, column: 'date', code: 'outside-period' }]);
    polku.clock.moveTo(noon);
  });

  it('is finished, and concluded, only when the rule can say something of it', async () => {
    const maja = await polku.as('maja');
    const experiment = await running({ kind: 'proportion-difference', baseline: null, threshold: 0.1 });
    const finish = async () => {
      const { status, body } = await maja.post(`/experiments/${experiment.id}/transitions`, {
        to: 'measured',
        version: experiment.version,
      });
      return [status, body.refusals?.[0]];
    };
    expect(await finish()).toMatchObject([409, { code: 'measured', params: { group: 'none' } }]);
    await measured(maja, experiment, 1, 2, { group: 'comparison' });
    expect(await finish()).toMatchObject([409, { code: 'measured', params: { group: 'test' } }]);
    const { measurements } = await measured(maja, experiment, 1, 2);
    const done = await steered(maja, experiment, 'measured');
    const of = measurements.find(({ group }) => group === 'comparison')?.id;
    await maja.post(`/experiments/${experiment.id}/measurements/${of}/corrections`, { withdrawn: true, reason: 'The wrong school.' });
    const end = { to: 'concluded', version: done.version, result: 'It worked.', lesson: LESSON };
    const refused = await maja.post(`/experiments/${experiment.id}/transitions`, end);
    expect([refused.status, refused.body.refusals[0]]).toMatchObject([409, { code: 'measured', params: { group: 'comparison' } }]);
  });

  it('happens while the experiment runs, by the team and the hub', async () => {
    const [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
    const experiment = await planned(polku, await piloting(polku));
    const body = { on: '2026-03-02', successes: 1, total: 2 };
    const early = await maja.post(`/experiments/${experiment.id}/measurements`, body);
    expect([early.status, early.body.refusals[0].code, early.body.refusals[0].params.from]).toEqual([409, 'no-transition', 'planned']);
    const started = await steered(maja, experiment, 'running');
    expect(refusedFor(await tomek.post(`/experiments/${started.id}/measurements`, body))).toEqual([409, 'role-in']);
    expect([started.mayMeasure, started.mayCorrect, (await tomek.get(`/experiments/${started.id}`)).body.mayMeasure]).toEqual([
      true,
      true,
      false,
    ]);
    await measured(maja, started, 1, 2);
    const done = await steered(maja, started, 'measured');
    expect([done.mayMeasure, done.mayCorrect]).toEqual([false, true]);
    expect(refusedFor(await maja.post(`/experiments/${started.id}/measurements`, body))).toEqual([409, 'no-transition']);
  });

  it('cannot count more successes than were observed, nor what has not happened yet', async () => {
    const experiment = await running();
    expect(await faults(experiment, { successes: 3, total: 2 })).toEqual(['successes more-than-total']);
    expect(await faults(experiment, { on: '2026-03-03', successes: 1, total: 2 })).toEqual(['on in-the-future']);
    expect(await faults(experiment, { on: '0000-01-01', successes: 0, total: 1 })).toEqual(['on year-out-of-range']);
    expect(await faults(experiment, { successes: 0.5, total: 2 })).toEqual(['successes not-whole']);
  });

  it('has an end: so many measurements and no more', async () => {
    const maja = await polku.as('maja');
    const experiment = await running();
    await polku.sql(
      `insert into app.measurement (id, organisation_id, experiment_id, group_name, measured_on, successes, total, at)
       select gen_random_uuid(), organisation_id, id, 'test', '2026-03-01', 1, 2, now() from app.experiment, generate_series(1, 1999) where id = $1`,
      [experiment.id],
    );
    const last = await measured(maja, experiment, 1, 2);
    expect([last.measurements.length, last.verdict.groups.test?.total, last.series.length]).toEqual([2_000, 4_000, 2]);
    expect(await faults(experiment, { successes: 1, total: 2 })).toEqual(['body too-many']);
  });
});

interface Example {
  readonly card: object;
  readonly measurements: readonly object[];
  readonly expected: object;
  readonly superfluous: object;
}

const EXAMPLES: Readonly<Record<MetricKind, Example>> = {
  proportion: {
    card: {},
    measurements: [{ successes: 90, total: 200 }],
    expected: { verdict: 'met', method: 'wilson', estimate: 0.45 },
    superfluous: { value: 1 },
  },
  'proportion-difference': {
    card: { kind: 'proportion-difference', baseline: null, threshold: 0.05 },
    measurements: [
      { successes: 56, total: 70 },
      { group: 'comparison', successes: 48, total: 80 },
    ],
    expected: { verdict: 'met', method: 'newcombe', groups: { comparison: { total: 80, estimate: 0.6 } } },
    superfluous: { exposure: 1 },
  },
  mean: {
    card: { kind: 'mean', unit: 'minutes', threshold: 5, baseline: 4 },
    measurements: [5.5, 6.3, 5.8, 7.2, 6.6].map((value) => ({ value })),
    expected: { verdict: 'met', method: 'student', unit: 'minutes', groups: { test: { size: 5, estimate: expect.closeTo(6.28, 10) } } },
    superfluous: { before: 1 },
  },
  'mean-difference': {
    card: { kind: 'mean-difference', unit: 'minutes', baseline: null, threshold: 0 },
    measurements: [
      ...[5.5, 6.3, 5.8, 7.2].map((value) => ({ value })),
      ...[4.1, 4.4, 3.9, 4.8].map((value) => ({ group: 'comparison', value })),
    ],
    expected: { verdict: 'met', method: 'welch', groups: { comparison: { size: 4, deviation: expect.closeTo(0.3916, 3) } } },
    superfluous: { count: 1 },
  },
  rate: {
    card: { kind: 'rate', unit: 'near miss a week', direction: 'at-most', threshold: 2, baseline: 3 },
    measurements: [
      { count: 4, exposure: 6.5 },
      { count: 6, exposure: 3.5 },
    ],
    expected: { verdict: 'met', method: 'garwood', estimate: 1, groups: { test: { size: 2, count: 10, exposure: 10 } } },
    superfluous: { total: 1 },
  },
  'rate-ratio': {
    card: { kind: 'rate-ratio', unit: 'week', direction: 'at-most', baseline: null, threshold: 0.9 },
    measurements: [
      { count: 2, exposure: 20 },
      { group: 'comparison', count: 0, exposure: 20 },
    ],
    expected: { verdict: 'inconclusive', method: 'conditional-exact', estimate: null, upper: null, unbounded: true },
    superfluous: { successes: 1 },
  },
  paired: {
    card: { kind: 'paired', unit: 'minutes', direction: 'at-most', baseline: null, threshold: 0 },
    measurements: [
      { before: 10, value: 8 },
      { before: 12, value: 9 },
      { before: 9, value: 8 },
    ],
    expected: { verdict: 'inconclusive', method: 'paired-t', estimate: -2, groups: { test: { size: 3, deviation: 1 } } },
    superfluous: { total: 1 },
  },
  checklist: {
    card: { kind: 'checklist', baseline: null, threshold: 8, sampleSize: 10 },
    measurements: [
      { successes: 4, total: 4 },
      { successes: 4, total: 5 },
    ],
    expected: { verdict: 'met', method: 'checklist', estimate: 8, lower: null },
    superfluous: { count: 1 },
  },
};

describe.each(Object.entries(EXAMPLES) as [MetricKind, Example][])(
  'measuring a %s',
  (kind, { card, measurements, expected, superfluous }) => {
    it('takes its values and no others, and gives the verdict of its method', async () => {
      const maja = await polku.as('maja');
      const experiment = await running(card);
      const example = measurements[0] ?? {};
      expect(await faults(experiment, { ...example, ...superfluous })).toEqual([`${Object.keys(superfluous)[0]} unknown-field`]);
      expect((await faults(experiment, {})).toSorted()).toEqual(
        Object.keys(example)
          .map((name) => `${name} required`)
          .toSorted(),
      );
      let last = experiment;
      for (const body of measurements) {
        const response = await maja.post(`/experiments/${experiment.id}/measurements`, { on: '2026-03-02', ...body });
        expect(response.status).toBe(201);
        last = response.body as ExperimentView;
      }
      expect(last.verdict).toMatchObject({ kind, ...expected });
      expect(last.measurements).toMatchObject(measurements);
      const { verdict } = last.verdict;
      expect((await seen(maja, experiment.idea)).marks).toEqual([expect.objectContaining({ kind: 'experiment', verdict })]);
      expect((await maja.get(`/experiments/${experiment.id}/verdict`)).body).toEqual(last.verdict);
    });
  },
);

describe('a comparison group', () => {
  it('is not there for pairs and checklists', async () => {
    const paired = await running(EXAMPLES.paired.card);
    expect(await faults(paired, { group: 'comparison', before: 1, value: 2 })).toEqual(['group unknown-value']);
    const list = await running(EXAMPLES.checklist.card);
    expect(await faults(list, { group: 'comparison', successes: 1, total: 2 })).toEqual(['group unknown-value']);
  });
});

describe('a checklist', () => {
  it('has no more items than its card says', async () => {
    const experiment = await running(EXAMPLES.checklist.card);
    await measured(await polku.as('maja'), experiment, 5, 8);
    expect(await faults(experiment, { successes: 1, total: 3 })).toEqual(['total too-large']);
  });
});

describe('events', () => {
  it('are not counted by the million in one measurement', async () => {
    const experiment = await running(EXAMPLES.rate.card);
    expect(await faults(experiment, { count: 1_000_001, exposure: 1 })).toEqual(['count too-large']);
    expect(await faults(experiment, { count: 1, exposure: 0 })).toEqual(['exposure too-small']);
  });
});

describe('a complete count', () => {
  it('has no interval: the value itself is compared', async () => {
    const maja = await polku.as('maja');
    const experiment = await running({ completeCount: true, threshold: 0.44 });
    const counted = await measured(maja, experiment, 90, 200);
    expect(counted.verdict).toMatchObject({ verdict: 'met', method: 'complete-count', completeCount: true, lower: null, upper: null });
    expect(counted.series).toEqual([{ on: '2026-03-02', line: 'test', estimate: 0.45, lower: null, upper: null }]);
    expect((await seen(maja, experiment.idea)).marks[0]).toMatchObject({ verdict: 'met' });
  });
});
