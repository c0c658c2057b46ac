import { DateTime } from 'luxon';

/** The day it is in a time zone at a moment, as `2026-03-31`. */
export function dayOf(moment: Date, timeZone: string): string {
  const day = DateTime.fromJSDate(moment, { zone: timeZone }).toISODate();
  if (day === null) throw new RangeError(`not a moment in a known time zone: ${timeZone}`);
  return day;
}

/** The last millisecond of a day (`2026-03-31`) in a time zone. @throws RangeError for what is no day. */
export function endOfDay(day: string, timeZone: string): Date {
  const end = DateTime.fromISO(day, { zone: timeZone }).endOf('day');
  if (!end.isValid) throw new RangeError(`not a day in a known time zone: ${day}, ${timeZone}`);
  return end.toJSDate();
}

/** The first millisecond of a day (`2026-03-31`) in a time zone. @throws RangeError for what is no day. */
export function startOfDay(day: string, timeZone: string): Date {
  const start = DateTime.fromISO(day, { zone: timeZone }).startOf('day');
  if (!start.isValid) throw new RangeError(`not a day in a known time zone: ${day}, ${timeZone}`);
  return start.toJSDate();
}

/** The next time it is three at night in a time zone, after a moment: when nobody waits for an answer. */
export function nextNight(moment: Date, timeZone: string): Date {
  const now = DateTime.fromJSDate(moment, { zone: timeZone });
  const three = { hour: 3, minute: 0, second: 0, millisecond: 0 };
  const tonight = now.set(three);
  return (tonight > now ? tonight : now.plus({ days: 1 }).set(three)).toJSDate();
}
