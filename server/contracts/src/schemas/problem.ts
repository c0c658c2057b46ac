import { z } from 'zod';
import { FIELD_CODES, PROBLEM_CODES, REFUSAL_CODES } from '../codes.js';

/** Why something is refused: which guard, with what, and the page where it can be satisfied. */
export const refusal = z.object({
  code: z.enum(REFUSAL_CODES),
  params: z.record(z.string(), z.unknown()),
  /** A path of the client, or null where nothing can be done about it. */
  link: z.string().nullable(),
});
export type Refusal = z.infer<typeof refusal>;

/** What is wrong with one field; `path` has dots, as in `card.threshold`. */
export const fieldProblem = z.object({
  path: z.string(),
  code: z.enum(FIELD_CODES),
  message: z.string(),
});
export type FieldProblem = z.infer<typeof fieldProblem>;

/** Problem details (RFC 9457). */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.enum(PROBLEM_CODES),
  detail: z.string(),
  /** With `refused` (409). */
  refusals: z.array(refusal).optional(),
  /** With `version-conflict` (409): the thing as it is now. */
  current: z.unknown().optional(),
  /** With `invalid` (422), and with `unreadable` (400) where a part of a form is at fault. */
  fields: z.array(fieldProblem).optional(),
  /** With `too-large` (413): the most bytes; with 429: the limit that was reached. */
  limit: z.number().optional(),
  /** With 429 and `busy` (503), in seconds. */
  retryAfter: z.number().optional(),
});
export type Problem = z.infer<typeof problem>;
