import type { Group, GroupSummary, MetricKind } from '#contracts';
import type { Measured } from './measured.js';
import { changesOf, type EventCounts, type ShareCounts, type Summary, summaryOf } from './statistics/index.js';

/** What was measured in one group, added up; the values of means as they are. */
export interface GroupCount {
  readonly group: Group;
  /** How many measurements. */
  readonly rows: number;
  readonly successes: number;
  readonly total: number;
  readonly count: number;
  readonly exposure: number;
  readonly values: readonly number[];
  /** Of pairs, what stands before each of `values`. */
  readonly befores: readonly number[];
}

/** Adds up measurements by group; a group without any is not there. */
export function groupCounts(measurements: readonly Measured[]): GroupCount[] {
  return [...Map.groupBy(measurements, (it) => it.group)].map(([group, theirs]) => {
    const sum = (field: 'successes' | 'total' | 'count' | 'exposure') => theirs.reduce((all, it) => all + (it[field] ?? 0), 0);
    return {
      group,
      rows: theirs.length,
      successes: sum('successes'),
      total: sum('total'),
      count: sum('count'),
      exposure: sum('exposure'),
      values: theirs.flatMap((it) => it.value ?? []),
      befores: theirs.flatMap((it) => it.before ?? []),
    };
  });
}

/** A group as shares. */
export function sharesOf({ successes, total }: GroupCount): ShareCounts {
  return { successes, total };
}

/** A group as events. */
export function eventsOf({ count, exposure }: GroupCount): EventCounts {
  return { events: count, exposure };
}

/** A group as values, or where they come in pairs, as what changed. */
export function valuesSummary({ values, befores }: GroupCount): Summary {
  if (befores.length === 0) return summaryOf(values);
  return changesOf(befores.map((before, index) => ({ before, after: values[index] ?? 0 })));
}

/**
 * The largest number that was added to or taken from another on the way to a group's value, in its unit: what that value lost in its last
 * digits is as large as theirs. Quotients lose only their own.
 */
export function scaleOf(kind: MetricKind, { values, befores }: GroupCount): number {
  if (kind === 'proportion-difference') return 1;
  return [...values, ...befores].reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}

/** A group in numbers, as it is shown. */
export function groupSummary(kind: MetricKind, group: GroupCount): GroupSummary {
  const nothing = { successes: null, total: null, count: null, exposure: null, deviation: null };
  const { successes, total, count, exposure, rows } = group;
  switch (kind) {
    case 'proportion':
    case 'proportion-difference':
      return { ...nothing, size: total, estimate: successes / total, successes, total };
    case 'checklist':
      return { ...nothing, size: total, estimate: successes, successes, total };
    case 'rate':
    case 'rate-ratio':
      return { ...nothing, size: rows, estimate: count / exposure, count, exposure };
    case 'mean':
    case 'mean-difference':
    case 'paired': {
      const summary = valuesSummary(group);
      return { ...nothing, size: summary.count, estimate: summary.mean, deviation: summary.count < 2 ? null : summary.deviation };
    }
  }
}
