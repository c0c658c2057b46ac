import { type FieldProblem, type Group, MEASURED_VALUES, type MeasuredView, METRICS } from '#contracts';
import type { TestCard } from './test-card.js';

/** What a measurement says: the values of its kind; the others are null. */
export type Measured = MeasuredView;

/** Values as they were sent. */
export type SentValues = Partial<Measured> & { readonly group: Group };

/** The days on which something can have been measured, both included; null: as early, or as late, as one likes. */
export interface MeasuringPeriod {
  readonly first: string | null;
  readonly last: string | null;
}

/** What a measurement must fit into. */
export interface MeasuringLimits {
  /** The day it is in the organisation's time zone. */
  readonly today: string;
  readonly period: MeasuringPeriod;
  /** Items of a checklist that have not been looked at; null for other kinds. */
  readonly itemsLeft: number | null;
}

/** Any day that has been. */
export const ANY_DAY: MeasuringPeriod = { first: null, last: null };

/** The days of the card: what was counted before them, or goes on after them, is another experiment. */
export function measuringPeriod({ startsOn, endsOn }: Pick<TestCard, 'startsOn' | 'endsOn'>): MeasuringPeriod {
  return { first: startsOn, last: endsOn };
}

/** What is wrong with the values of a measurement; nothing when they fit the kind of metric on the card. */
export function faultsOf(
  { kind }: Pick<TestCard, 'kind'>,
  sent: SentValues,
  { today, period, itemsLeft }: MeasuringLimits,
): FieldProblem[] {
  const metric = METRICS[kind];
  const faults: FieldProblem[] = [];
  if (sent.group === 'comparison' && metric.comparison === 'none') {
    faults.push({ path: 'group', code: 'unknown-value', message: 'What is measured here has no comparison group.' });
  }
  if (sent.on !== undefined && sent.on > today) {
    faults.push({ path: 'on', code: 'in-the-future', message: 'What has not happened yet cannot have been measured.' });
  }
  if (sent.on !== undefined && sent.on <= today && !isWithin(period, sent.on, sent.group)) {
    faults.push({
      path: 'on',
      code: 'outside-period',
      message: `Must lie within the days of the experiment, ${period.first} to ${period.last}.`,
    });
  }
  if (itemsLeft !== null && (sent.total ?? 0) > itemsLeft) {
    faults.push({ path: 'total', code: 'too-large', message: `The list has ${itemsLeft} items left.` });
  }
  for (const name of MEASURED_VALUES) {
    const isThere = sent[name] !== undefined && sent[name] !== null;
    if (metric.values.includes(name) && !isThere) faults.push({ path: name, code: 'required', message: 'Must be there.' });
    if (!metric.values.includes(name) && isThere) {
      faults.push({ path: name, code: 'unknown-field', message: 'What is measured here has no such value.' });
    }
  }
  return faults;
}

/** What others are compared with may be of an earlier time. */
function isWithin({ first, last }: MeasuringPeriod, day: string, group: Group): boolean {
  return (group === 'comparison' || first === null || day >= first) && (last === null || day <= last);
}

/** The values that were sent, with null for those that the kind does not have. */
export function measuredFrom(sent: SentValues & { readonly on: string }): Measured {
  return {
    group: sent.group,
    on: sent.on,
    successes: sent.successes ?? null,
    total: sent.total ?? null,
    value: sent.value ?? null,
    before: sent.before ?? null,
    count: sent.count ?? null,
    exposure: sent.exposure ?? null,
    note: sent.note || null,
  };
}

/** The values alone, of a measurement that carries more. */
export function valuesOf({ group, on, successes, total, value, before, count, exposure, note }: Measured): Measured {
  return { group, on, successes, total, value, before, count, exposure, note };
}

/** Group, day and numbers, without what people wrote: as events keep it. */
export function numbersOf(measured: Measured): Readonly<Record<string, string | number>> {
  const { note: _written, ...numbers } = valuesOf(measured);
  return Object.fromEntries(Object.entries(numbers).filter((entry): entry is [string, string | number] => entry[1] !== null));
}
