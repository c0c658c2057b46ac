import { computed, inject, Injectable, signal } from '@angular/core';
import { Languages } from './languages';
import { injectTranslate } from './translate';

const dayLength = 86_400_000;

/** Days before a promise falls due from which on that is near. */
const NEAR = 7;

/** When a promise falls due, as a tag says it. */
export interface DueMark {
  readonly text: string;
  readonly meaning: 'late' | 'waiting' | 'unclear';
}

/** Days and times in words of the chosen language, in the organisation's time zone. All take ISO 8601 texts. */
@Injectable({ providedIn: 'root' })
export class Moments {
  private readonly languages = inject(Languages);
  private readonly t = injectTranslate();
  private readonly timeZone = signal<string | undefined>(undefined);
  private readonly formats = new Map<string, Intl.DateTimeFormat>();
  private readonly counts = computed(
    () => new Intl.NumberFormat(this.languages.locale(), { style: 'unit', unit: 'day', unitDisplay: 'narrow' }),
  );

  /** Where the organisation is, as a time zone; undefined outside one. */
  readonly zone = this.timeZone.asReadonly();

  /** The time zone in which days are counted; undefined: that of the browser. */
  useZone(timeZone: string | undefined): void {
    this.timeZone.set(timeZone);
  }

  /** So many days, as short as can be: `12d`. */
  shortDays(count: number): string {
    return this.counts().format(count);
  }

  /** `4 Dec`, with the year when it is another than this one. */
  day(iso: string): string {
    const sameYear = this.isoDay(iso).slice(0, 4) === this.today().slice(0, 4);
    return this.format({ day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }, iso);
  }

  /** `Friday 4 December 2026`. */
  longDay(iso: string): string {
    return this.format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, iso);
  }

  /** `4 Dec 2026, 14:05`. */
  dayAndTime(iso: string): string {
    return this.format({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }, iso);
  }

  /** `4 Dec 2026, 14:05:09`: to tell apart what happened in one minute. */
  dayAndSecond(iso: string): string {
    return this.format({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' }, iso);
  }

  /** `this minute`, and before it the day and second. */
  justNowOr(iso: string): string {
    return Date.now() - new Date(iso).getTime() < 60_000 ? this.ago(iso) : this.dayAndSecond(iso);
  }

  /** `14:05`. */
  time(iso: string): string {
    return this.format({ hour: '2-digit', minute: '2-digit' }, iso);
  }

  /** `5 minutes ago`, `yesterday`, and from a week on the day. */
  ago(iso: string): string {
    const passed = Date.now() - new Date(iso).getTime();
    if (passed >= 7 * dayLength) return this.day(iso);
    const relative = new Intl.RelativeTimeFormat(this.languages.locale(), { numeric: 'auto', style: 'long' });
    const days = this.daysUntil(iso);
    if (days < 0) return relative.format(days, 'day');
    const minutes = Math.round(passed / 60_000);
    return minutes < 60 ? relative.format(-Math.max(minutes, 0), 'minute') : relative.format(-Math.round(minutes / 60), 'hour');
  }

  /** The weekday within a week, else the day: `Tue`, `4 Dec`. */
  soonDay(iso: string): string {
    const days = this.daysUntil(iso);
    return days >= 0 && days < 7 ? this.format({ weekday: 'short' }, iso) : this.day(iso);
  }

  /** `answer by Tue`, `today`, `2 days late`. */
  due(iso: string, state: 'open' | 'overdue'): string {
    const days = this.daysUntil(iso);
    if (state === 'overdue') return this.t('ui.due.late', { days: Math.max(-days, 0) });
    return days === 0 ? this.t('ui.due.today') : this.t('ui.due.by', { day: this.soonDay(iso) });
  }

  /** When a promise falls due, in words, and whether that is past, near or quiet still; null where nothing was promised. */
  dueMark({ due, overdue }: { readonly due: string | null; readonly overdue: boolean }): DueMark | null {
    if (due === null) return null;
    if (overdue) return { text: this.due(due, 'overdue'), meaning: 'late' };
    return { text: this.due(due, 'open'), meaning: this.daysUntil(due) < NEAR ? 'waiting' : 'unclear' };
  }

  /** This moment. */
  now(): string {
    return new Date().toISOString();
  }

  /** This day as `YYYY-MM-DD`. */
  today(): string {
    return this.isoDay(this.now());
  }

  /** Whole days from today to that day; negative when it has passed. */
  daysUntil(iso: string): number {
    return Math.round((Date.parse(this.isoDay(iso)) - Date.parse(this.today())) / dayLength);
  }

  /** The day after so many working days, as `YYYY-MM-DD`; weekends do not count. */
  workingDaysFromNow(count: number): string {
    const day = new Date(`${this.today()}T12:00:00Z`);
    for (let left = count; left > 0;) {
      day.setUTCDate(day.getUTCDate() + 1);
      if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) left -= 1;
    }
    return day.toISOString().slice(0, 10);
  }

  /** The day of a moment as `YYYY-MM-DD`. */
  isoDay(iso: string): string {
    // A bare day is that day everywhere.
    if (/^\d{4}-\d{2}-\d{2}$/.test(iso)) return iso;
    const parts = this.formatter('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }, this.timeZone()).formatToParts(
      new Date(iso),
    );
    const part = (type: string): string => parts.find((it) => it.type === type)?.value ?? '';
    return `${part('year')}-${part('month')}-${part('day')}`;
  }

  private format(options: Intl.DateTimeFormatOptions, iso: string): string {
    const bare = /^\d{4}-\d{2}-\d{2}$/.test(iso);
    return this.formatter(this.languages.locale(), options, bare ? 'UTC' : this.timeZone()).format(new Date(iso));
  }

  // Making a format is slow, and a board shows hundreds of days.
  private formatter(locale: string, options: Intl.DateTimeFormatOptions, timeZone: string | undefined): Intl.DateTimeFormat {
    const key = `${locale} ${timeZone ?? ''} ${Object.entries(options).flat().join(' ')}`;
    const known = this.formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
    this.formats.set(key, known);
    return known;
  }
}
