/** A day in milliseconds. */
export const DAY = 86_400_000;

/** A day that lies so many days ahead (or behind) in the organisation's time zone, as a date field takes it: `2026-03-31`. */
export function dayFromNow(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Warsaw' }).format(Date.now() + days * DAY);
}
