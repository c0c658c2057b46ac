import { z } from 'zod';
import { CONFIDENCES, DIRECTIONS, EXPERIMENT_STATES, METRIC_KINDS, VERDICT_METHODS, VERDICTS } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { engagementView } from './engagement.js';
import { page, personView, requiredLine, requiredText, text, version } from './fields.js';
import { lessonInput, lessonView } from './idea.js';
import { measurementFault, measurementView, observationView } from './measurement.js';
import { refusal } from './problem.js';
import { cardField, testCardInput, testCardView } from './test-card.js';

/** `POST O/ideas/:number/experiments`. */
export const planExperiment = z.strictObject({ title: requiredLine(LIMITS.title), card: testCardInput.prefault({}) });
export type PlanExperiment = z.infer<typeof planExperiment>;

/** `PATCH O/experiments/:id`: the card is replaced as a whole, while it is not locked. */
export const editExperiment = z.strictObject({
  version,
  title: requiredLine(LIMITS.title).optional(),
  card: testCardInput.optional(),
});
export type EditExperiment = z.infer<typeof editExperiment>;

/** `POST O/experiments/:id/amendments`: the card as a whole, as it is to be from now on. The card as it was stays beside it. */
export const amendExperiment = z.strictObject({ version, card: testCardInput, reason: requiredText(LIMITS.text) });
export type AmendExperiment = z.infer<typeof amendExperiment>;

/** `POST O/experiments/:id/transitions`. `concluded` and `stopped` need the lesson, `concluded` a result. */
export const moveExperiment = z.strictObject({
  to: z.string().min(1, 'required').max(100),
  version,
  reason: text(LIMITS.text).nullish(),
  result: text(LIMITS.text).nullish(),
  lesson: lessonInput.optional(),
  /** With `concluded` or `stopped`: a new experiment is planned with the same card, less its dates. */
  adapt: z.literal(true).optional(),
});
export type MoveExperiment = z.infer<typeof moveExperiment>;

/** One group in numbers; null where the kind of metric has no such number. */
export const groupSummary = z.object({
  /** How many were observed: in `total`, or as many as there are measurements. */
  size: z.number().int(),
  /** The share, mean, rate or mean difference of the group. */
  estimate: z.number().nullable(),
  successes: z.number().int().nullable(),
  total: z.number().int().nullable(),
  /** How many events. */
  count: z.number().int().nullable(),
  exposure: z.number().nullable(),
  /** The standard deviation of what was measured. */
  deviation: z.number().nullable(),
});
export type GroupSummary = z.infer<typeof groupSummary>;

/** `GET O/experiments/:id/verdict`: what the rule says; numbers are null where there is nothing to compute from. */
export const verdictView = z.object({
  verdict: z.enum(VERDICTS),
  method: z.enum(VERDICT_METHODS),
  kind: z.enum(METRIC_KINDS),
  unit: z.string().nullable(),
  estimate: z.number().nullable(),
  /** The interval at `confidence`; null too for a complete count, which has none. */
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  confidence: z.literal(CONFIDENCES),
  direction: z.enum(DIRECTIONS),
  threshold: z.number().nullable(),
  /** Of an inconclusive verdict: how many more would probably decide it; null where that cannot be said. */
  neededMore: z.number().int().nullable(),
  /** The interval has no upper end. */
  unbounded: z.boolean(),
  completeCount: z.boolean(),
  /** The test card was amended after something had been measured. */
  amendedAfterData: z.boolean(),
  groups: z.object({ test: groupSummary.nullable(), comparison: groupSummary.nullable() }),
});
export type VerdictView = z.infer<typeof verdictView>;

/** How an estimate came to be, day by day: all that was measured up to that day. */
export const seriesPoint = z.object({
  on: z.string(),
  /** A group, or the two compared. */
  line: z.enum(['test', 'comparison', 'contrast']),
  estimate: z.number(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
});
export type SeriesPoint = z.infer<typeof seriesPoint>;

export const experimentTransition = z.object({
  to: z.enum(EXPERIMENT_STATES),
  asks: z.array(z.enum(['reason', 'result', 'lesson'])),
  refusals: z.array(refusal),
});

/** A change of a locked card. `before` and `after` of `responsible` are people, of `costCap` money, else the plain value. */
export const amendmentView = z.object({
  number: z.number().int(),
  at: z.string(),
  by: personView.nullable(),
  reason: z.string(),
  fields: z.array(z.object({ field: cardField, before: z.unknown(), after: z.unknown() })),
  /** Something had been measured before. */
  afterData: z.boolean(),
});
export type AmendmentView = z.infer<typeof amendmentView>;

const experimentLink = z.object({ id: z.uuid(), number: z.number().int() });

export const experimentView = z.object({
  id: z.uuid(),
  /** First, second … experiment of its idea. */
  number: z.number().int(),
  idea: z.object({ number: z.number().int(), title: z.string() }),
  title: z.string(),
  version: z.number().int(),
  state: z.enum(EXPERIMENT_STATES),
  /** Its end is past, and it is neither concluded nor stopped. */
  overdue: z.boolean(),
  /** The card in force. */
  card: testCardView,
  /** The card as it was locked at the start; null when it was never amended. */
  original: testCardView.nullable(),
  /** First to last. */
  amendments: z.array(amendmentView),
  amendedAfterData: z.boolean(),
  /** When the card was locked: at the start. */
  lockedAt: z.string().nullable(),
  lockedBy: personView.nullable(),
  endedAt: z.string().nullable(),
  result: z.string().nullable(),
  lesson: lessonView.nullable(),
  /** The experiment whose card this one adapts, and the one that adapts this one. */
  basedOn: experimentLink.nullable(),
  successor: experimentLink.nullable(),
  /** By day; those that were withdrawn too. */
  measurements: z.array(measurementView),
  observations: z.array(observationView),
  engagements: z.array(engagementView),
  verdict: verdictView,
  series: z.array(seriesPoint),
  availableTransitions: z.array(experimentTransition),
  /** What the asking person may do now: change the plan, amend the locked card, measure, correct and observe. */
  mayEdit: z.boolean(),
  mayAmend: z.boolean(),
  mayMeasure: z.boolean(),
  mayCorrect: z.boolean(),
});
export type ExperimentView = z.infer<typeof experimentView>;

export const experimentPage = page(experimentView);
export type ExperimentPage = z.infer<typeof experimentPage>;

/** What came of an import of measurements. With errors, and in a dry run, nothing was written and `experiment` is null. */
export const measurementsImport = z.object({
  /** How many measurements the text holds. */
  total: z.number().int(),
  errors: z.array(measurementFault),
  /** How many errors there are in all; `errors` lists the first of them. */
  errorCount: z.number().int(),
  experiment: experimentView.nullable(),
});
export type MeasurementsImport = z.infer<typeof measurementsImport>;
