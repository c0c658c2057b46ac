import type { Interval } from './interval.js';
import { scoreInterval, shareOf, type ShareCounts } from './wilson.js';

/**
 * The interval of the difference of two independent shares, test minus comparison, between -1 and 1, at a two-sided
 * `confidence` in percent: the hybrid score interval, which squares and adds the distances to the ends of the two
 * Wilson intervals. R. G. Newcombe, "Interval estimation for the difference between independent proportions:
 * comparison of eleven methods", Statistics in Medicine 17(8), 1998, pages 873-890, method 10, without continuity
 * correction. Throws a RangeError for counts that cannot be.
 */
export function shareDifferenceInterval(test: ShareCounts, comparison: ShareCounts, confidence: number): Interval {
  return hybridScoreInterval(
    { share: shareOf(test), total: test.total },
    { share: shareOf(comparison), total: comparison.total },
    confidence,
  );
}

/** A share among so many, be its count a whole number or not. */
export interface SharePart {
  readonly share: number;
  readonly total: number;
}

/** Newcombe's interval for shares that were observed or might yet be. */
export function hybridScoreInterval(test: SharePart, comparison: SharePart, confidence: number): Interval {
  const ones = scoreInterval(test.share, test.total, confidence);
  const others = scoreInterval(comparison.share, comparison.total, confidence);
  const estimate = ones.estimate - others.estimate;
  return {
    estimate,
    lower: Math.max(-1, estimate - Math.hypot(ones.estimate - ones.lower, others.upper - others.estimate)),
    upper: Math.min(1, estimate + Math.hypot(ones.upper - ones.estimate, others.estimate - others.lower)),
  };
}
