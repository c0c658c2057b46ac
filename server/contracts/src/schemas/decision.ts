import { z } from 'zod';
import { DECISION_KINDS, DECISION_STATES, OUTCOMES } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { cursor, deadline, limit, page, personView, requiredText, text } from './fields.js';
import { lessonInput } from './idea.js';
import { refusal } from './problem.js';

/** `POST O/ideas/:number/decisions`. */
export const askDecision = z.strictObject({
  kind: z.enum(DECISION_KINDS),
  /** The member who decides. */
  decider: z.uuid(),
  deadline,
  note: text(LIMITS.text).nullish(),
});
export type AskDecision = z.infer<typeof askDecision>;

/** `POST O/decisions/:id/outcome`. `stop` needs the lesson. */
export const makeDecision = z.strictObject({
  outcome: z.enum(OUTCOMES),
  /** In plain words, for the submitter. */
  reason: requiredText(LIMITS.text),
  lesson: lessonInput.optional(),
});
export type MakeDecision = z.infer<typeof makeDecision>;

/** `GET O/decisions?mine=`: `mine=true` lists what waits for the asking person. */
export const listDecisions = z.object({
  mine: z.stringbool().optional(),
  state: z.enum(DECISION_STATES).optional(),
  cursor,
  limit: limit(LIMITS.page, 25),
});
export type ListDecisions = z.infer<typeof listDecisions>;

export const decisionView = z.object({
  id: z.uuid(),
  idea: z.object({ number: z.number().int(), title: z.string(), step: z.string(), stepName: z.string() }),
  kind: z.enum(DECISION_KINDS),
  state: z.enum(DECISION_STATES),
  /** The transition that a `yes` takes. */
  from: z.string(),
  to: z.string(),
  toName: z.string(),
  decider: personView.nullable(),
  askedBy: personView.nullable(),
  askedAt: z.string(),
  deadline: z.string(),
  overdue: z.boolean(),
  note: z.string().nullable(),
  outcome: z.enum(OUTCOMES).nullable(),
  reason: z.string().nullable(),
  decidedAt: z.string().nullable(),
  /** Why the asking person may not decide it now; empty: may. */
  refusals: z.array(refusal),
});
export type DecisionView = z.infer<typeof decisionView>;

export const decisionPage = page(decisionView);
export type DecisionPage = z.infer<typeof decisionPage>;
