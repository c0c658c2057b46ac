import type { Estimate } from './interval.js';

/** What is wished of a value: at least, or at most, the threshold, in the unit of the value. */
export interface Goal {
  readonly direction: 'at-least' | 'at-most';
  readonly threshold: number;
}

/** Where an interval lies: wholly on the good side of the threshold, wholly on the bad side, or neither (`open`). */
export type Side = 'good' | 'bad' | 'open';

/**
 * The side of the threshold on which the whole interval lies. The threshold itself is good: "at least 30 %" holds at
 * 30 %. Always `open` without an interval. Throws a RangeError when the threshold is not a finite number.
 */
export function sideOf(estimate: Estimate, { direction, threshold }: Goal): Side {
  if (!Number.isFinite(threshold)) throw new RangeError(`not a threshold: ${threshold}`);
  if (estimate.lower === null) return 'open';
  const lower = estimate.lower;
  const upper = estimate.upper ?? Infinity;
  if (direction === 'at-least' ? lower >= threshold : upper <= threshold) return 'good';
  return (direction === 'at-least' ? upper < threshold : lower > threshold) ? 'bad' : 'open';
}
