import type { ExactValue } from './interval.js';

/**
 * What was found by measuring everyone, in its own unit: there is nothing left to be uncertain about, so there is no
 * interval. Throws a RangeError when it is not a finite number.
 */
export function completeCount(value: number): ExactValue {
  if (!Number.isFinite(value)) throw new RangeError(`not a value: ${value}`);
  return { estimate: value, lower: value, upper: value, exact: true };
}

/**
 * How many points of a checklist of `total` are fulfilled: a count, with no interval. Throws a RangeError for counts
 * that cannot be.
 */
export function checklistCount(fulfilled: number, total: number): ExactValue {
  if (!Number.isSafeInteger(total) || total < 1) throw new RangeError(`not a number of points: ${total}`);
  if (!Number.isSafeInteger(fulfilled) || fulfilled < 0 || fulfilled > total) throw new RangeError(`not a part of ${total}: ${fulfilled}`);
  return completeCount(fulfilled);
}
