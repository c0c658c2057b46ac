import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { calendarDay, cursor, limit, page, personView, requiredLine, requiredText } from './fields.js';

/** `POST O/ideas/:number/engagements`: residents or users were involved. */
export const recordEngagement = z.strictObject({
  on: calendarDay,
  /** The group that was involved, not its people by name. */
  who: requiredLine(LIMITS.shortText),
  /** How many they were. */
  count: z.number().int().min(1).max(LIMITS.count).nullish(),
  /** In which way: a walk, a workshop, a letter. */
  how: requiredLine(LIMITS.shortText),
  /** What was heard. */
  heard: requiredText(LIMITS.text),
  /** The experiment of this idea in which it was. */
  experiment: z.uuid().nullish(),
});
export type RecordEngagement = z.infer<typeof recordEngagement>;

/** `GET O/ideas/:number/engagements`. */
export const listEngagements = z.strictObject({ cursor, limit: limit(LIMITS.page, 25) });
export type ListEngagements = z.infer<typeof listEngagements>;

export const engagementView = z.object({
  id: z.uuid(),
  on: z.string(),
  who: z.string(),
  count: z.number().int().nullable(),
  how: z.string(),
  heard: z.string(),
  /** The step on which the idea stood. */
  step: z.string(),
  stepName: z.string(),
  experiment: z.uuid().nullable(),
  by: personView.nullable(),
  at: z.string(),
});
export type EngagementView = z.infer<typeof engagementView>;

/** The latest day first. */
export const engagementPage = page(engagementView);
export type EngagementPage = z.infer<typeof engagementPage>;
