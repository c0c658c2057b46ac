import type { VerdictView } from '#contracts';

/** Where the parts of an interval's picture stand, in percent of its width. */
export interface IntervalScale {
  /** The values at both ends of the line. */
  readonly least: number;
  readonly most: number;
  readonly lower: number;
  readonly width: number;
  readonly estimate: number;
  readonly threshold: number;
  readonly rightFrom: number;
  readonly rightWidth: number;
}

type Drawable = Pick<VerdictView, 'kind' | 'estimate' | 'lower' | 'upper' | 'threshold' | 'direction' | 'unbounded' | 'groups'>;

// Some air on both sides of everything that is to be seen.
const AIR = 0.18;

/** The ends of the line: all that is possible of a share or a list, else what there is to be seen with some air around it. */
const endsOf = ({ kind, estimate, lower, upper, threshold, groups }: Drawable): readonly [number, number] => {
  if (kind === 'proportion') return [0, 1];
  if (kind === 'checklist') return [0, Math.max(groups.test?.total ?? 0, threshold ?? 0, 1)];
  const seen = [estimate, lower, upper, threshold].filter((it) => it !== null);
  // Nothing happened is where differences begin, and a ratio of one says the same.
  if (kind === 'rate-ratio') seen.push(1);
  else if (kind !== 'mean') seen.push(0);
  const [least, most] = [Math.min(...seen), Math.max(...seen)];
  const air = (most - least || Math.abs(most) || 1) * AIR;
  if (kind === 'proportion-difference') return [Math.max(-1, least - air), Math.min(1, most + air)];
  const isNeverBelowZero = kind === 'rate' || kind === 'rate-ratio';
  return [isNeverBelowZero ? Math.max(0, least - air) : least - air, most + air];
};

/** Where to draw a verdict; null where there is nothing to draw. An interval without an upper end reaches the end of the line. */
export const intervalScale = (verdict: Drawable): IntervalScale | null => {
  const { estimate, threshold, direction, unbounded } = verdict;
  if (estimate === null || threshold === null) return null;
  const [least, most] = endsOf(verdict);
  const at = (value: number): number => Math.min(100, Math.max(0, ((value - least) / (most - least)) * 100));
  const lower = at(verdict.lower ?? estimate);
  const upper = unbounded ? 100 : at(verdict.upper ?? estimate);
  const border = at(threshold);
  return {
    least,
    most,
    lower,
    width: verdict.lower === null ? 0 : Math.max(upper - lower, 0.6),
    estimate: at(estimate),
    threshold: border,
    rightFrom: direction === 'at-least' ? border : 0,
    rightWidth: direction === 'at-least' ? 100 - border : border,
  };
};
