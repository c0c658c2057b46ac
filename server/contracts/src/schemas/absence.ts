import { z } from 'zod';
import { calendarDay, personView } from './fields.js';

/** `PUT O/absence`: from the first to the last day on which the asking member is away, and who decides meanwhile. */
export const setAbsence = z.strictObject({
  from: calendarDay,
  until: calendarDay,
  /** A member who may decide: a manager, the hub or an administrator, never the absent themselves. */
  delegate: z.uuid(),
});
export type SetAbsence = z.infer<typeof setAbsence>;

/** An absence that is announced or under way. */
export const absence = z.object({
  from: z.string(),
  until: z.string(),
  delegate: personView.nullable(),
  /** Whether it is under way today. */
  away: z.boolean(),
});
export type Absence = z.infer<typeof absence>;

/** `GET O/absence`. */
export const absenceView = z.object({
  /** The asking member's own absence; null when none is announced or under way. */
  absence: absence.nullable(),
  /** For whom the asking member decides today, and until when. */
  standsInFor: z.array(z.object({ member: personView, until: z.string() })),
});
export type AbsenceView = z.infer<typeof absenceView>;
