import { z } from 'zod';
import { ROLLOUT_STATES } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { day, personView, text, version } from './fields.js';
import { refusal } from './problem.js';

/** `PUT O/ideas/:number/rollout`. `version` is needed once there is one. */
export const planRollout = z.strictObject({
  version: version.optional(),
  /** The receiving unit. */
  unit: text(LIMITS.shortText).nullish(),
  /** The member who answers for it. */
  owner: z.uuid().nullish(),
  expectedEffect: z.strictObject({ value: z.number(), unit: text(LIMITS.shortText).min(1, 'required'), by: day }).nullish(),
  followUpOn: day.nullish(),
});
export type PlanRollout = z.infer<typeof planRollout>;

/** `POST O/ideas/:number/rollout/transitions`. */
export const moveRollout = z.strictObject({
  to: z.string().min(1, 'required').max(100),
  version,
  reason: text(LIMITS.text).nullish(),
});
export type MoveRollout = z.infer<typeof moveRollout>;

export const rolloutTransition = z.object({
  to: z.enum(ROLLOUT_STATES),
  asks: z.array(z.enum(['reason'])),
  refusals: z.array(refusal),
});

/** `GET O/ideas/:number/rollout`; 204 while there is none. */
export const rolloutView = z.object({
  version: z.number().int(),
  state: z.enum(ROLLOUT_STATES),
  unit: z.string().nullable(),
  owner: personView.nullable(),
  expectedEffect: z.object({ value: z.number(), unit: z.string(), by: z.string() }).nullable(),
  followUpOn: z.string().nullable(),
  availableTransitions: z.array(rolloutTransition),
  mayEdit: z.boolean(),
});
export type RolloutView = z.infer<typeof rolloutView>;
