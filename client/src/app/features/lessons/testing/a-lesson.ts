import type { LessonItem } from '#contracts';

type Experiment = NonNullable<LessonItem['experiment']>;

/** The first experiment of Maja's idea. */
export const anExperiment = (more: Partial<Experiment> = {}): Experiment => ({
  id: '01900000-0000-7000-8000-0000000000e1',
  number: 1,
  title: 'Do people sit?',
  kind: 'proportion',
  verdict: 'not-met',
  state: 'concluded',
  ...more,
});

/** What Maja's experiment has taught. */
export const aLesson = (more: Partial<LessonItem> = {}): LessonItem => ({
  id: '01900000-0000-7000-8000-0000000000a1',
  at: '2026-03-02T08:00:00Z',
  by: { id: '01900000-0000-7000-8000-000000000001', name: 'Maja', unit: 'Education' },
  observed: 'Nobody sat there.',
  learned: 'A bench without shade is no bench.',
  therefore: 'Plant first.',
  saved: null,
  idea: { number: 12, title: 'Green bus stops', step: 'pilot', stepName: 'Pilot' },
  experiment: anExperiment(),
  unit: 'Roads',
  ...more,
});
