import type { ExperimentView, MetricKind, SeriesPoint } from '#contracts';
import { isContrast, isShare, kindOfGroup, type Meant } from '../../../ui/verdict/metric-numbers';

/** What a line of a picture shows. */
export type LineName = SeriesPoint['line'];

/** A line of estimates over time. */
export interface Line {
  readonly name: LineName;
  readonly points: readonly SeriesPoint[];
}

/** One picture: lines that share a scale, and what they are measured against. */
export interface Picture {
  readonly key: 'verdict' | 'groups';
  readonly meant: Meant;
  readonly lines: readonly Line[];
  readonly threshold: number | null;
  readonly baseline: number | null;
  /** The days from which and to which it is drawn, as `YYYY-MM-DD`. */
  readonly from: string;
  readonly to: string;
}

type Measured = Pick<ExperimentView, 'card' | 'series'>;

const earliest = (days: readonly string[]): string => days.reduce((one, other) => (one < other ? one : other));
const latest = (days: readonly string[]): string => days.reduce((one, other) => (one > other ? one : other));

/**
 * The pictures of an experiment. Where two groups are compared, the verdict is about the difference or ratio: it has a picture of its own with
 * the threshold, and the groups another. Else the groups stand in one picture.
 */
export const picturesOf = ({ card, series }: Measured): readonly Picture[] => {
  if (series.length === 0) return [];
  const { kind, unit, threshold, baseline, startsOn, endsOn } = card;
  const days = [...series.map(({ on }) => on), startsOn, endsOn].filter((it) => it !== null);
  const frame = { from: earliest(days), to: latest(days) };
  const lines = (names: readonly LineName[]): Line[] =>
    names.map((name) => ({ name, points: series.filter(({ line }) => line === name) })).filter(({ points }) => points.length > 0);
  const pictures: Picture[] = isContrast(kind)
    ? [
        { key: 'verdict', meant: { kind, unit }, lines: lines(['contrast']), threshold, baseline: null, ...frame },
        {
          key: 'groups',
          meant: { kind: kindOfGroup(kind), unit },
          lines: lines(['test', 'comparison']),
          threshold: null,
          baseline: null,
          ...frame,
        },
      ]
    : [{ key: 'verdict', meant: { kind, unit }, lines: lines(['test', 'comparison']), threshold, baseline, ...frame }];
  return pictures.filter((it) => it.lines.length > 0);
};

// A picture of values that hardly differ must not make a mountain of them.
const leastHeight = (kind: MetricKind, largest: number): number => (isShare(kind) ? 0.05 : largest * 0.05 || 1);

/**
 * Between which values a picture is drawn: all that it shows, with a margin. Where nothing measured is negative it does not reach below 0, and
 * shares do not reach above 1.
 */
export const heightOf = ({ meant: { kind }, lines, threshold, baseline }: Picture): { readonly from: number; readonly to: number } => {
  const points = lines.flatMap((it) => it.points);
  const values = [threshold, baseline, ...points.flatMap(({ estimate, lower, upper }) => [estimate, lower, upper])].filter(
    (it) => it !== null,
  );
  const [least, largest] = [Math.min(...values), Math.max(...values)];
  const margin = Math.max(largest - least, leastHeight(kind, Math.abs(largest))) * 0.1;
  return {
    from: least >= 0 ? Math.max(0, least - margin) : least - margin,
    to: kind === 'proportion' ? Math.min(1, largest + margin) : largest + margin,
  };
};

/** The days that are named below a picture: the first, and at most five more at equal distances. */
export const namedDays = ({ from, to }: Pick<Picture, 'from' | 'to'>): readonly number[] => {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const step = Math.max(1, Math.ceil((last - first) / 5));
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
};

const dayLength = 86_400_000;

/** Days as numbers on a scale. */
export const dayNumber = (day: string): number => Math.round(Date.parse(day) / dayLength);

/** The day of a number on the scale, as `YYYY-MM-DD`. */
export const dayOfNumber = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);
