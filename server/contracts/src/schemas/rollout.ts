import { z } from 'zod';
import { DIRECTIONS, ROLLOUT_STATES } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { calendarDay, line, personView, requiredLine, text, version } from './fields.js';
import { refusal } from './problem.js';

const effectValue = z.number().min(-1e12).max(1e12);

/** A step on the way into use; `doneOn` is the day on which it was reached. */
export const milestone = z.strictObject({ title: requiredLine(LIMITS.title), on: calendarDay, doneOn: calendarDay.nullish() });
export type Milestone = z.infer<typeof milestone>;

/** `PUT O/ideas/:number/rollout`: the plan as a whole. `version` is needed once there is one. */
export const planRollout = z.strictObject({
  version: version.optional(),
  /** The receiving unit. */
  unit: line(LIMITS.shortText).nullish(),
  /** The member who answers for it. */
  owner: z.uuid().nullish(),
  milestones: z.array(milestone).max(LIMITS.milestones).default([]),
  /** Reached with `at-least` or `at-most` this value. */
  expectedEffect: z
    .strictObject({
      value: effectValue,
      // A sign such as % is a unit.
      unit: line(LIMITS.shortText).min(1, 'required'),
      by: calendarDay,
      direction: z.enum(DIRECTIONS).default('at-least'),
    })
    .nullish(),
  followUpOn: calendarDay.nullish(),
  /** Why the expected effect, the day of follow-up or the receiving unit is another one, once the rollout has begun: such a change is an amendment. */
  reason: text(LIMITS.text).nullish(),
});
export type PlanRollout = z.infer<typeof planRollout>;

/** What was measured at the follow-up, in the unit of the expected effect. */
export const measuredEffectInput = z.strictObject({ value: effectValue, on: calendarDay, note: text(LIMITS.text).nullish() });
export type MeasuredEffectInput = z.infer<typeof measuredEffectInput>;

/** `POST O/ideas/:number/rollout/transitions`. `followed-up` needs the measured effect, `withdrawn` a reason. */
export const moveRollout = z.strictObject({
  to: z.string().min(1, 'required').max(100),
  version,
  reason: text(LIMITS.text).nullish(),
  measuredEffect: measuredEffectInput.optional(),
});
export type MoveRollout = z.infer<typeof moveRollout>;

export const rolloutTransition = z.object({
  to: z.enum(ROLLOUT_STATES),
  asks: z.array(z.enum(['reason', 'measuredEffect'])),
  refusals: z.array(refusal),
});

export const expectedEffectView = z.object({ value: z.number(), unit: z.string(), by: z.string(), direction: z.enum(DIRECTIONS) });
export type ExpectedEffectView = z.infer<typeof expectedEffectView>;

/** What a rollout promises: the effect, to whom it is handed, and when somebody looks whether it came. */
export const rolloutPromise = expectedEffectView.extend({
  /** Null: not set, or not kept by an older server. */
  followUpOn: z.string().nullable(),
  receivingUnit: z.string().nullable(),
});
export type RolloutPromise = z.infer<typeof rolloutPromise>;

/** A change of what a rollout that has begun promises: what stood there before stays. */
export const effectAmendmentView = z.object({
  number: z.number().int(),
  at: z.string(),
  by: personView.nullable(),
  reason: z.string(),
  before: rolloutPromise,
  after: rolloutPromise,
});
export type EffectAmendmentView = z.infer<typeof effectAmendmentView>;

export const measuredEffectView = z.object({ value: z.number(), on: z.string(), note: z.string().nullable() });
export type MeasuredEffectView = z.infer<typeof measuredEffectView>;

/** `GET O/ideas/:number/rollout`; 204 while there is none. */
export const rolloutView = z.object({
  version: z.number().int(),
  state: z.enum(ROLLOUT_STATES),
  unit: z.string().nullable(),
  owner: personView.nullable(),
  /** In the order of their days; `overdue` while the day is past, it is not reached and the rollout goes on. */
  milestones: z.array(z.object({ title: z.string(), on: z.string(), doneOn: z.string().nullable(), overdue: z.boolean() })),
  expectedEffect: expectedEffectView.nullable(),
  /** How its promise was changed since the rollout began, first to last; the first says what was promised at the beginning. */
  amendments: z.array(effectAmendmentView),
  /** It has begun once: whoever changes the expected effect, the day of follow-up or the receiving unit must say why. */
  effectLocked: z.boolean(),
  /** The day on which it came into use, or null: before it nothing can have been measured. */
  inUseSince: z.string().nullable(),
  followUpOn: z.string().nullable(),
  /** It is in use, the day of follow-up is past, and nobody has measured the effect. */
  overdue: z.boolean(),
  measuredEffect: measuredEffectView.nullable(),
  /** Whether what was measured is at least, or at most, what was expected; null before it is measured. */
  effectReached: z.boolean().nullable(),
  /** What was reached was measured after the day by which it was expected. */
  reachedLate: z.boolean(),
  /** The day by which the effect was expected is past, and nobody has measured it. */
  effectOverdue: z.boolean(),
  /** No yes to scale-up was decided here: the idea came to its step otherwise, such as by an import. */
  undecided: z.boolean(),
  availableTransitions: z.array(rolloutTransition),
  mayEdit: z.boolean(),
});
export type RolloutView = z.infer<typeof rolloutView>;
