import { dayOf, endOfDay, startOfDay } from '../../platform/clock/index.js';

/** When an organisation works: Monday to Friday in its time zone, less its holidays. */
export interface WorkingCalendar {
  /** An IANA time zone, as `Europe/Warsaw`. */
  readonly timeZone: string;
  /** Days without work, as `2026-12-25`. */
  readonly holidays: readonly string[];
}

/** After so many days without a single working day the calendar must be wrong; ten years hold any real run of holidays. */
const LONGEST_PAUSE = 3_660;
const A_DAY = 24 * 60 * 60 * 1_000;
const [SUNDAY, SATURDAY] = [0, 6];

/**
 * The end (23:59:59.999 local time) of the working day that is `days` working days after the local day of `from`:
 * a promise of five days is kept until that day is over. With 0 it is the local day of `from` itself, or the first
 * working day after it. Local days are counted, so that a change to or from summer time moves nothing.
 */
export function addWorkingDays(from: Date, days: number, calendar: WorkingCalendar): Date {
  return endOfDay(countWorkingDays(from, days, calendar, 1), calendar.timeZone);
}

/**
 * The start (00:00 local time) of the working day that is `days` working days before the local day of `from`: three working days
 * before the end of a Friday begin on Tuesday morning. With 0 it is the local day of `from` itself, or the last working day before it.
 */
export function subtractWorkingDays(from: Date, days: number, calendar: WorkingCalendar): Date {
  return startOfDay(countWorkingDays(from, days, calendar, -1), calendar.timeZone);
}

/** The local day (`2026-03-31`) that is reached after so many working days in one direction; it is always a working day. */
function countWorkingDays(from: Date, days: number, { timeZone, holidays }: WorkingCalendar, direction: 1 | -1): string {
  if (!Number.isInteger(days) || days < 0) throw new RangeError(`not a number of working days: ${days}`);
  // Dates alone are counted, each as its midnight in UTC, where every day is as long as the next.
  const free = new Set(holidays.map((day) => Date.parse(day)));
  let day = Date.parse(dayOf(from, timeZone));
  let left = days;
  let pause = 0;
  while (left > 0 || !isWorkingDay(day, free)) {
    day += direction * A_DAY;
    const works = isWorkingDay(day, free);
    pause = works ? 0 : pause + 1;
    if (works && left > 0) left -= 1;
    if (pause > LONGEST_PAUSE) throw new RangeError('the calendar has no working days');
  }
  return new Date(day).toISOString().slice(0, 10);
}

function isWorkingDay(day: number, free: ReadonlySet<number>): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== SUNDAY && weekday !== SATURDAY && !free.has(day);
}
