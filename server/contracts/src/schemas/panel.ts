import { z } from 'zod';
import { ANCHORED_SCORES, SCORES } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { personView, requiredText, text } from './fields.js';

/** A question that a scorecard answers, in the reader's language. */
export const criterionView = z.object({
  key: z.string(),
  name: z.string(),
  /** How much it counts beside the others. */
  weight: z.number(),
  /** What the lowest, the middle and the highest score mean. */
  anchors: z.array(z.object({ score: z.literal(ANCHORED_SCORES), meaning: z.string() })),
});
export type CriterionView = z.infer<typeof criterionView>;

/** `PUT O/decisions/:id/scorecard`: every criterion once; a score of null means that it does not apply. */
export const scoreDecision = z.strictObject({
  scores: z
    .array(
      z.strictObject({
        criterion: z.string().min(1, 'required').max(100),
        score: z.literal(SCORES).nullable(),
        note: text(LIMITS.text).nullish(),
      }),
    )
    .max(LIMITS.criteria),
});
export type ScoreDecision = z.infer<typeof scoreDecision>;

/** `POST O/decisions/:id/conflict`: a conflict of interest, in words that everybody reads. */
export const stepOut = z.strictObject({ reason: requiredText(LIMITS.text) });
export type StepOut = z.infer<typeof stepOut>;

export const scoreView = z.object({ criterion: z.string(), score: z.literal(SCORES).nullable(), note: z.string().nullable() });
export type ScoreView = z.infer<typeof scoreView>;

export const scorecardView = z.object({ member: personView.nullable(), at: z.string(), scores: z.array(scoreView) });
export type ScorecardView = z.infer<typeof scorecardView>;

/** What the panel says to a criterion: never only the mean. */
export const criterionSummary = z.object({
  criterion: z.string(),
  /** Mean, lowest and highest score; null when nobody gave one. */
  mean: z.number().nullable(),
  low: z.literal(SCORES).nullable(),
  high: z.literal(SCORES).nullable(),
  /** How many gave 1, 2, 3, 4 and 5. */
  counts: z.tuple([z.number().int(), z.number().int(), z.number().int(), z.number().int(), z.number().int()]),
  /** How many said that it does not apply. */
  notApplicable: z.number().int(),
});
export type CriterionSummary = z.infer<typeof criterionSummary>;
