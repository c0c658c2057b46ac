import { z } from 'zod';
import { EXPERIMENT_STATES, LESSON_ENDS, METRIC_KINDS, VERDICTS } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { cursor, limit, page, text } from './fields.js';
import { lessonView } from './idea.js';

/**
 * `GET O/lessons`, the newest first: `q` searches words of lessons and of what they were learned from, `unit` is the id of a unit, `kind`
 * what the experiment measured, `ended` how it ended; an idea's own lesson is of one that was stopped.
 */
export const listLessons = z.strictObject({
  q: text(300).optional(),
  unit: z.uuid().optional(),
  kind: z.enum(METRIC_KINDS).optional(),
  ended: z.enum(LESSON_ENDS).optional(),
  cursor,
  limit: limit(LIMITS.page, 25),
});
export type ListLessons = z.infer<typeof listLessons>;

export const lessonItem = lessonView.extend({
  id: z.uuid(),
  idea: z.object({ number: z.number().int(), title: z.string(), step: z.string(), stepName: z.string() }),
  /** The experiment it was learned from; null for the lesson of the idea itself. */
  experiment: z
    .object({
      id: z.uuid(),
      number: z.number().int(),
      title: z.string(),
      kind: z.enum(METRIC_KINDS),
      verdict: z.enum(VERDICTS),
      state: z.enum(EXPERIMENT_STATES),
    })
    .nullable(),
  /** The unit of the idea's owner, else of its submitter. */
  unit: z.string().nullable(),
});
export type LessonItem = z.infer<typeof lessonItem>;

export const lessonPage = page(lessonItem);
export type LessonPage = z.infer<typeof lessonPage>;
