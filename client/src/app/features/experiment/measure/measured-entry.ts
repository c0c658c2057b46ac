import { applyWhen, validate, type SchemaPathTree } from '@angular/forms/signals';
import type { Group, MeasuredValue, MeasuredView, MetricKind, RecordMeasurement } from '#contracts';
import { LIMITS, MEASURED_VALUES, METRICS } from '#contracts/constants';
import { atMost, needed, numberBetween, numberIn, wholeFrom, type FieldFault } from '../../../ui/form/text-rules';

/** A measurement as its form holds it: numbers as written. */
export type MeasuredEntry = Readonly<Record<MeasuredValue, string>> & {
  readonly on: string;
  readonly group: Group;
  readonly note: string;
};

/** A form for the next measurement of that day and group. */
export const blankMeasured = (on: string, group: Group = 'test'): MeasuredEntry => ({
  on,
  group,
  note: '',
  successes: '',
  total: '',
  value: '',
  before: '',
  count: '',
  exposure: '',
});

/** The form of a measurement that is there; `decimal` is the language's sign for it. */
export const measuredEntryOf = (measured: MeasuredView, decimal: string): MeasuredEntry => {
  const written = (value: number | null): string => (value === null ? '' : String(value).replace('.', decimal));
  const entry = blankMeasured(measured.on, measured.group);
  return MEASURED_VALUES.reduce((all, name) => ({ ...all, [name]: written(measured[name]) }), { ...entry, note: measured.note ?? '' });
};

/** What is sent: the values that the kind has, and no others. */
export const recordOf = (entry: MeasuredEntry, kind: MetricKind): RecordMeasurement => {
  const values: Partial<Record<MeasuredValue, number>> = {};
  for (const name of METRICS[kind].values) values[name] = numberIn(entry[name]) ?? 0;
  return { group: entry.group, on: entry.on, ...values, note: entry.note.trim() || null };
};

/** What the values of a measurement must be, by the kind of the experiment. */
export const measuredRules = (path: SchemaPathTree<MeasuredEntry>, kind: () => MetricKind): void => {
  const asks = (name: MeasuredValue) => (): boolean => METRICS[kind()].values.includes(name);
  needed(path.on);
  atMost(path.note, LIMITS.shortText);
  for (const name of MEASURED_VALUES) applyWhen(path[name], asks(name), needed);
  for (const name of ['successes', 'count'] as const) applyWhen(path[name], asks(name), (it) => wholeFrom(it, 0));
  applyWhen(path.total, asks('total'), (it) => wholeFrom(it, 1));
  for (const name of ['value', 'before'] as const) {
    applyWhen(path[name], asks(name), (it) => numberBetween(it, -LIMITS.value, LIMITS.value));
  }
  applyWhen(path.exposure, asks('exposure'), (it) => numberBetween(it, 0.000001, LIMITS.value));
  validate(path.successes, ({ value, valueOf }): FieldFault | undefined => {
    const total = numberIn(valueOf(path.total));
    return asks('successes')() && total !== null && (numberIn(value()) ?? 0) > total ? { kind: 'more-than-total' } : undefined;
  });
};
