import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { personView } from './fields.js';

/** The others who have an idea open and in sight, in order of name. */
export const presenceView = z.object({
  people: z.array(personView).max(LIMITS.lookers),
  /** All of them, also those who are not named. */
  total: z.number().int(),
});
export type PresenceView = z.infer<typeof presenceView>;

/** What a live stream says of who has which idea open: as a whole when it begins, then the ideas where that has changed. */
export const livePresence = z.object({
  whole: z.boolean(),
  ideas: z.array(presenceView.extend({ number: z.number().int() })),
});
export type LivePresence = z.infer<typeof livePresence>;
