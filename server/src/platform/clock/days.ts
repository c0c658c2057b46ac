import { DateTime } from 'luxon';

/** The first and the last millisecond of a day in a time zone. */
interface Bounds {
  readonly start: number;
  readonly end: number;
}

// The same few days are asked for again and again, and time zones are slow to reckon with.
const MOST_KEPT = 1_000;
const bounds = new Map<string, Bounds>();
const latest = new Map<string, Bounds & { readonly day: string }>();

/** The day it is in a time zone at a moment, as `2026-03-31`. */
export function dayOf(moment: Date, timeZone: string): string {
  const known = latest.get(timeZone);
  if (known && known.start <= moment.getTime() && moment.getTime() <= known.end) return known.day;
  const day = DateTime.fromJSDate(moment, { zone: timeZone }).toISODate();
  if (day === null) throw new RangeError(`not a moment in a known time zone: ${timeZone}`);
  keep(latest, timeZone, { day, ...boundsOf(day, timeZone) });
  return day;
}

/** The last millisecond of a day (`2026-03-31`) in a time zone. @throws RangeError for what is no day. */
export function endOfDay(day: string, timeZone: string): Date {
  return new Date(boundsOf(day, timeZone).end);
}

/** The first millisecond of a day (`2026-03-31`) in a time zone. @throws RangeError for what is no day. */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(boundsOf(day, timeZone).start);
}

function boundsOf(day: string, timeZone: string): Bounds {
  const name = `${timeZone} ${day}`;
  const known = bounds.get(name);
  if (known) return known;
  const within = DateTime.fromISO(day, { zone: timeZone });
  if (!within.isValid) throw new RangeError(`not a day in a known time zone: ${day}, ${timeZone}`);
  const found = { start: within.startOf('day').toMillis(), end: within.endOf('day').toMillis() };
  keep(bounds, name, found);
  return found;
}

function keep<V>(map: Map<string, V>, key: string, value: V): void {
  if (map.size >= MOST_KEPT) map.clear();
  map.set(key, value);
}

/** The next time it is three at night in a time zone, after a moment: when nobody waits for an answer. */
export function nextNight(moment: Date, timeZone: string): Date {
  const now = DateTime.fromJSDate(moment, { zone: timeZone });
  const three = { hour: 3, minute: 0, second: 0, millisecond: 0 };
  const tonight = now.set(three);
  return (tonight > now ? tonight : now.plus({ days: 1 }).set(three)).toJSDate();
}
