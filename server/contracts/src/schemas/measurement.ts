import { z } from 'zod';
import { FIELD_CODES } from '../codes.js';
import { GROUPS } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { calendarDay, line, personView, readable, requiredText } from './fields.js';

const value = z.number().min(-LIMITS.value).max(LIMITS.value);
const count = z.number().int().min(0).max(LIMITS.count);

/** What was seen. Which of it is needed follows from the kind of the experiment's metric (`METRICS`); the rest must be absent. */
const values = {
  group: z.enum(GROUPS).default('test'),
  on: calendarDay,
  /** Of `total` observed, how many were successes (or items that are fulfilled). */
  successes: count.optional(),
  total: z.number().int().min(1).max(LIMITS.count).optional(),
  /** What was measured, in the card's unit; of a pair, what was measured after. */
  value: value.optional(),
  /** Of a pair, what was measured before. */
  before: value.optional(),
  /** How many events. */
  count: z.number().int().min(0).max(LIMITS.events).optional(),
  /** For how much of the card's unit events were counted. */
  exposure: z.number().min(1e-6).max(LIMITS.value).optional(),
  note: line(LIMITS.shortText).nullish(),
};

const withinTotal = (it: { successes?: number; total?: number }): boolean => (it.successes ?? 0) <= (it.total ?? LIMITS.count);
const moreThanTotal = { path: ['successes'], message: 'more-than-total' };

/** `POST O/experiments/:id/measurements`. */
export const recordMeasurement = z.strictObject(values).refine(withinTotal, moreThanTotal);
export type RecordMeasurement = z.infer<typeof recordMeasurement>;

/** `POST O/experiments/:id/measurements/:measurement/corrections`: the same values anew, or `withdrawn`; the old ones stay readable. */
export const correctMeasurement = z
  .strictObject({
    ...values,
    /** Left out, the group stays. */
    group: z.enum(GROUPS).optional(),
    on: calendarDay.optional(),
    withdrawn: z.literal(true).optional(),
    reason: requiredText(LIMITS.text),
  })
  .refine(withinTotal, moreThanTotal)
  .refine((it) => it.withdrawn === true || it.on !== undefined, { path: ['on'], message: 'required' });
export type CorrectMeasurement = z.infer<typeof correctMeasurement>;

/**
 * `POST O/experiments/:id/measurements/import`: pasted text or the content of a CSV file. The first row names the columns, by the
 * fields' own names or in one of the languages. All or nothing.
 */
export const importMeasurements = z.strictObject({
  text: z.string().refine(readable, 'bad-character').max(LIMITS.measurementText),
  /** Validate only. */
  dryRun: z.boolean().optional(),
});
export type ImportMeasurements = z.infer<typeof importMeasurements>;

/** The values of a measurement, as they are or were. */
export const measuredView = z.object({
  group: z.enum(GROUPS),
  on: z.string(),
  successes: z.number().int().nullable(),
  total: z.number().int().nullable(),
  value: z.number().nullable(),
  before: z.number().nullable(),
  count: z.number().int().nullable(),
  exposure: z.number().nullable(),
  note: z.string().nullable(),
});
export type MeasuredView = z.infer<typeof measuredView>;

export const measurementView = measuredView.extend({
  id: z.uuid(),
  by: personView.nullable(),
  at: z.string(),
  /** It no longer counts. */
  withdrawn: z.boolean(),
  /** First to last; `after` is null where it was withdrawn. */
  corrections: z.array(
    z.object({ at: z.string(), by: personView.nullable(), reason: z.string(), before: measuredView, after: measuredView.nullable() }),
  ),
});
export type MeasurementView = z.infer<typeof measurementView>;

/** `POST O/experiments/:id/observations`: what was seen, in words. */
export const recordObservation = z.strictObject({ on: calendarDay, text: requiredText(LIMITS.text) });
export type RecordObservation = z.infer<typeof recordObservation>;

export const observationView = z.object({
  id: z.uuid(),
  on: z.string(),
  text: z.string(),
  by: personView.nullable(),
  at: z.string(),
});
export type ObservationView = z.infer<typeof observationView>;

/** What is wrong with a text of measurements, and where: rows count from 1 with the header as row 1. */
export const measurementFault = z.object({ row: z.number().int().nullable(), column: z.string().nullable(), code: z.enum(FIELD_CODES) });
export type MeasurementFault = z.infer<typeof measurementFault>;
