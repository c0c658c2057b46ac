import type { ExperimentView, SeriesPoint } from '#contracts';
import { isContrast, kindOfGroup, type Meant } from '../../../ui/verdict/metric-numbers';

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

const dayLength = 86_400_000;

/** Days as numbers on a scale. */
export const dayNumber = (day: string): number => Math.round(Date.parse(day) / dayLength);

/** The day of a number on the scale, as `YYYY-MM-DD`. */
export const dayOfNumber = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);
