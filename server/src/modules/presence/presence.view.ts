import { LIMITS, type LivePresence, type PresenceView } from '#contracts';
import type { Looker } from './presence.repository.js';

/** Who has which idea open, by its number. */
export type Lookers = ReadonlyMap<number, readonly Looker[]>;

/** The others of those who look: nobody sees themselves. */
export function presenceOf(lookers: readonly Looker[], member: string): PresenceView {
  const others = lookers.filter(({ id }) => id !== member);
  return { people: others.slice(0, LIMITS.lookers).map(({ id, name, unit }) => ({ id, name, unit })), total: others.length };
}

/** All ideas that others have open, as a live stream begins with them. */
export function wholeFor(lookers: Lookers, member: string): LivePresence {
  const ideas = [...lookers].map(([number, those]) => ({ number, ...presenceOf(those, member) })).filter(({ total }) => total > 0);
  return { whole: true, ideas };
}

/** The ideas where something has changed for this member; null where nothing has. */
export function changesFor(before: Lookers, after: Lookers, changed: readonly number[], member: string): LivePresence | null {
  const ideas = changed
    .filter((number) => namesIn(before, number, member) !== namesIn(after, number, member))
    .map((number) => ({ number, ...presenceOf(after.get(number) ?? [], member) }));
  return ideas.length === 0 ? null : { whole: false, ideas };
}

/** The ideas that are not looked at by the same people as before. */
export function changedIdeas(before: Lookers, after: Lookers): number[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((number) => namesIn(before, number) !== namesIn(after, number));
}

function namesIn(lookers: Lookers, number: number, besides?: string): string {
  return JSON.stringify((lookers.get(number) ?? []).filter(({ id }) => id !== besides).map(({ id, name }) => [id, name]));
}
