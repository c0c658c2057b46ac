import { z } from 'zod';
import { EVENT_KINDS } from '../kinds.js';

/**
 * `GET O/live`: server-sent events. Each has the published place as its `id`, so `Last-Event-ID` resumes without loss.
 * - `event: ready`, data `{place}`: the stream starts here; what comes later is sent.
 * - `event: reset`, data `{place}`: too much was missed; load again what is shown.
 * - `event: change`, data `LiveChange`: something happened to an idea.
 * - `event: notified`, data `{}`: the person has something new to read, or read something elsewhere (no `id`: ask again after a reconnect).
 * - `event: presence`, data `LivePresence`: who has which idea open (no `id`: a new stream begins with the whole).
 * - `event: signed-out`: the session has ended; the stream closes.
 */
export const liveChange = z.object({
  place: z.string(),
  kind: z.enum(EVENT_KINDS),
  number: z.number().int(),
  at: z.string(),
  /** With `idea-moved`, `idea-submitted`, `idea-imported` and `idea-placed`, which stays on its step. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** The idea's version after it, or null where it did not change. */
  version: z.number().int().nullable(),
  /** Whether the asking person did it. */
  own: z.boolean(),
});
export type LiveChange = z.infer<typeof liveChange>;

export const liveStart = z.object({ place: z.string() });
export type LiveStart = z.infer<typeof liveStart>;
