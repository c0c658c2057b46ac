import type { ExperimentView, MeasurementView } from '#contracts';
import { aTestCard } from '../../../ui/test-card/testing/a-test-card';
import { aVerdict } from '../../../ui/verdict/testing/a-verdict';
import type { ExperimentMove } from '../end/endings';

export const tomek = { id: '01900000-0000-7000-8000-000000000002', name: 'Tomek', unit: 'Health' };
export const maja = { id: '01900000-0000-7000-8000-000000000001', name: 'Maja', unit: 'Education' };

/** A move that is open. */
export const aMove = (to: ExperimentMove['to'], more: Partial<ExperimentMove> = {}): ExperimentMove => ({
  to,
  asks: [],
  refusals: [],
  ...more,
});

/** 17 of 20 days in the first two weeks. */
export const aMeasurement = (more: Partial<MeasurementView> = {}): MeasurementView => ({
  id: '01900000-0000-7000-8000-0000000000f1',
  group: 'test',
  on: '2026-03-16',
  successes: 17,
  total: 20,
  value: null,
  before: null,
  count: null,
  exposure: null,
  note: null,
  by: tomek,
  at: '2026-03-16T10:00:00Z',
  withdrawn: false,
  corrections: [],
  ...more,
});

/** Tomek's experiment with the screen of ivy, under way. */
export const anExperiment = (more: Partial<ExperimentView> = {}): ExperimentView => ({
  id: '01900000-0000-7000-8000-0000000000e1',
  number: 1,
  idea: { number: 12, title: 'Ivy screens' },
  title: 'Does a green screen keep dust out of the yard?',
  version: 4,
  state: 'running',
  overdue: false,
  card: aTestCard(),
  original: null,
  amendments: [],
  amendedAfterData: false,
  lockedAt: '2026-03-02T08:00:00Z',
  lockedBy: tomek,
  endedAt: null,
  result: null,
  lesson: null,
  basedOn: null,
  successor: null,
  measurements: [aMeasurement()],
  observations: [],
  engagements: [],
  verdict: aVerdict(),
  series: [{ on: '2026-03-16', line: 'test', estimate: 0.85, lower: 0.64, upper: 0.948 }],
  availableTransitions: [aMove('measured'), aMove('stopped', { asks: ['lesson'] })],
  mayEdit: false,
  mayAmend: true,
  mayMeasure: true,
  mayCorrect: true,
  ...more,
});

/** The same while it is planned: nothing locked, nothing measured. */
export const aPlan = (more: Partial<ExperimentView> = {}): ExperimentView =>
  anExperiment({
    state: 'planned',
    version: 1,
    lockedAt: null,
    lockedBy: null,
    measurements: [],
    series: [],
    verdict: aVerdict({ verdict: 'no-data', estimate: null, lower: null, upper: null, groups: { test: null, comparison: null } }),
    availableTransitions: [aMove('running'), aMove('stopped', { asks: ['lesson'] })],
    mayEdit: true,
    mayAmend: false,
    mayMeasure: false,
    mayCorrect: false,
    ...more,
  });
