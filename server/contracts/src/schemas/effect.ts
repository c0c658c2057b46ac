import { z } from 'zod';
import { ROLLOUT_STATES } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { cursor, limit, line, page, personView } from './fields.js';
import { effectAmendmentView, expectedEffectView, measuredEffectView } from './rollout.js';

/**
 * `GET O/effects`: what was expected of rollouts, and what came of it. `unit` is the name of the receiving unit. With a state from which
 * a rollout goes on, the next follow-up comes first, else the newest rollout.
 */
export const listEffects = z.strictObject({
  state: z.enum(ROLLOUT_STATES).optional(),
  unit: line(LIMITS.shortText).optional(),
  cursor,
  limit: limit(LIMITS.page, 25),
});
export type ListEffects = z.infer<typeof listEffects>;

export const effectView = z.object({
  idea: z.object({ number: z.number().int(), title: z.string() }),
  state: z.enum(ROLLOUT_STATES),
  /** The receiving unit. */
  unit: z.string().nullable(),
  owner: personView.nullable(),
  expected: expectedEffectView.nullable(),
  /** How its promise was changed since the rollout began, first to last. */
  amendments: z.array(effectAmendmentView),
  measured: measuredEffectView.nullable(),
  /** Whether what was measured is at least, or at most, what was expected; null before it is measured. */
  reached: z.boolean().nullable(),
  /** What was reached was measured after the day by which it was expected. */
  reachedLate: z.boolean(),
  /** The day by which the effect was expected is past, and nobody has measured it. */
  effectOverdue: z.boolean(),
  /** No yes to scale-up was decided here: the idea came to its step otherwise, such as by an import. */
  undecided: z.boolean(),
  followUpOn: z.string().nullable(),
  /** It is in use, the day of follow-up is past, and nobody has measured the effect. */
  overdue: z.boolean(),
});
export type EffectView = z.infer<typeof effectView>;

/** All rollouts of the organisation, or of one receiving unit, in whatever state. */
export const effectSummary = z.object({
  total: z.number().int(),
  inUse: z.number().int(),
  followedUp: z.number().int(),
  /** By the day that was promised. */
  reached: z.number().int(),
  reachedLate: z.number().int(),
  missed: z.number().int(),
  /** The follow-up is overdue, or the day by which the effect was expected is past, and nobody has measured it. */
  overdue: z.number().int(),
});
export type EffectSummary = z.infer<typeof effectSummary>;

export const effectPage = page(effectView).extend({ summary: effectSummary });
export type EffectPage = z.infer<typeof effectPage>;
