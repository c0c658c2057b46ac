import type { Estimate } from './interval.js';

/** What is wished of a value: at least, or at most, the threshold, in the unit of the value. */
export interface Goal {
  readonly direction: 'at-least' | 'at-most';
  readonly threshold: number;
}

/** Where an interval lies: wholly on the good side of the threshold, wholly on the bad side, or neither (`open`). */
export type Side = 'good' | 'bad' | 'open';

/** A millionth of a millionth: far more than sums of ten thousand numbers lose in their last digits, far less than anybody measures. */
const ROUNDING = 1e-12;
/** What differences and means lose of the largest number that goes into them: its last digits, however small the outcome. */
const LAST_DIGITS = 16 * Number.EPSILON;

/**
 * The side of the threshold on which the whole interval lies. The threshold itself is good: "at least 30 %" holds at
 * 30 %, and nine tenths less eight tenths are at least one tenth, although not in binary fractions: what differs from the
 * threshold by less than the rounding of numbers as large as `scale` is the threshold.
 * Always `open` without an interval. Throws a RangeError when the threshold is not a finite number.
 *
 * @param scale the largest number that the estimate was computed from, in its unit
 */
export function sideOf(estimate: Estimate, { direction, threshold }: Goal, scale = 0): Side {
  if (!Number.isFinite(threshold)) throw new RangeError(`not a threshold: ${threshold}`);
  if (estimate.lower === null) return 'open';
  const lower = estimate.lower;
  const upper = estimate.upper ?? Infinity;
  const slack = Math.max(ROUNDING * Math.abs(threshold), LAST_DIGITS * scale);
  if (direction === 'at-least' ? lower >= threshold - slack : upper <= threshold + slack) return 'good';
  return (direction === 'at-least' ? upper < threshold - slack : lower > threshold + slack) ? 'bad' : 'open';
}
