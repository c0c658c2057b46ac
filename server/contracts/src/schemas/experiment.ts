import { z } from 'zod';
import { CONFIDENCES, EXPERIMENT_STATES, VERDICTS } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { day, page, personView, text, version } from './fields.js';
import { lessonInput, lessonView } from './idea.js';
import { refusal } from './problem.js';

const short = text(LIMITS.shortText).nullish();

/**
 * A test card while it is being planned: anything may still be missing; the start asks for all of it.
 * The metric is a proportion: `baseline` and `threshold` are shares between 0 and 1.
 */
export const testCardInput = z.strictObject({
  /** We believe that … */
  hypothesis: text(LIMITS.text).nullish(),
  /** To verify, we will … */
  method: text(LIMITS.text).nullish(),
  /** And measure … */
  metric: short,
  kind: z.enum(['proportion']).default('proportion'),
  baseline: z.number().min(0).max(1).nullish(),
  /** We are right if the share is `at-least` or `at-most` the threshold. */
  direction: z.enum(['at-least', 'at-most']).default('at-least'),
  threshold: z.number().min(0).max(1).nullish(),
  /** In percent. */
  confidence: z.literal(CONFIDENCES).default(95),
  group: short,
  place: short,
  startsOn: day.nullish(),
  endsOn: day.nullish(),
});
export type TestCardInput = z.infer<typeof testCardInput>;

export const testCardView = z.object({
  hypothesis: z.string().nullable(),
  method: z.string().nullable(),
  metric: z.string().nullable(),
  kind: z.enum(['proportion']),
  baseline: z.number().nullable(),
  direction: z.enum(['at-least', 'at-most']),
  threshold: z.number().nullable(),
  confidence: z.literal(CONFIDENCES),
  group: z.string().nullable(),
  place: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
});
export type TestCardView = z.infer<typeof testCardView>;

/** `POST O/ideas/:number/experiments`. */
export const planExperiment = z.strictObject({ title: text(LIMITS.title).min(1, 'required'), card: testCardInput.prefault({}) });
export type PlanExperiment = z.infer<typeof planExperiment>;

/** `PATCH O/experiments/:id`: the card is replaced as a whole, while it is not locked. */
export const editExperiment = z.strictObject({
  version,
  title: text(LIMITS.title).min(1, 'required').optional(),
  card: testCardInput.optional(),
});
export type EditExperiment = z.infer<typeof editExperiment>;

/** `POST O/experiments/:id/transitions`. `concluded` and `stopped` need the lesson, `concluded` a result. */
export const moveExperiment = z.strictObject({
  to: z.string().min(1, 'required').max(100),
  version,
  reason: text(LIMITS.text).nullish(),
  result: text(LIMITS.text).nullish(),
  lesson: lessonInput.optional(),
});
export type MoveExperiment = z.infer<typeof moveExperiment>;

/** `POST O/experiments/:id/measurements`: of `total` observed, how many were `successes`. */
export const recordMeasurement = z
  .strictObject({
    group: z.enum(['test', 'comparison']).default('test'),
    on: day,
    successes: z.number().int().min(0).max(1_000_000_000),
    total: z.number().int().min(1).max(1_000_000_000),
    note: text(LIMITS.shortText).nullish(),
  })
  .refine((it) => it.successes <= it.total, { path: ['successes'], message: 'more-than-total' });
export type RecordMeasurement = z.infer<typeof recordMeasurement>;

export const measurementView = z.object({
  id: z.uuid(),
  group: z.enum(['test', 'comparison']),
  on: z.string(),
  successes: z.number().int(),
  total: z.number().int(),
  note: z.string().nullable(),
  by: personView.nullable(),
  at: z.string(),
});
export type MeasurementView = z.infer<typeof measurementView>;

/** `GET O/experiments/:id/verdict`: shares between 0 and 1; null where there is nothing to compute from. */
export const verdictView = z.object({
  verdict: z.enum(VERDICTS),
  method: z.literal('wilson'),
  successes: z.number().int(),
  total: z.number().int(),
  estimate: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  confidence: z.literal(CONFIDENCES),
  direction: z.enum(['at-least', 'at-most']),
  threshold: z.number().nullable(),
});
export type VerdictView = z.infer<typeof verdictView>;

export const experimentTransition = z.object({
  to: z.enum(EXPERIMENT_STATES),
  asks: z.array(z.enum(['reason', 'result', 'lesson'])),
  refusals: z.array(refusal),
});

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
  card: testCardView,
  /** When the card was locked: at the start. */
  lockedAt: z.string().nullable(),
  lockedBy: personView.nullable(),
  endedAt: z.string().nullable(),
  result: z.string().nullable(),
  lesson: lessonView.nullable(),
  measurements: z.array(measurementView),
  verdict: verdictView,
  availableTransitions: z.array(experimentTransition),
  mayEdit: z.boolean(),
});
export type ExperimentView = z.infer<typeof experimentView>;

export const experimentPage = page(experimentView);
export type ExperimentPage = z.infer<typeof experimentPage>;
