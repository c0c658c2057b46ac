import type { Interval, NoInterval } from './interval.js';
import { studentReach, tailOf } from './quantiles.js';
import { changesOf, summaryOf, type Pair, type Sample, type Summary } from './summary.js';

/**
 * The interval of a mean, in the unit of the values, at a two-sided `confidence` in percent, by Student's t with
 * n - 1 degrees of freedom. Student (W. S. Gosset), "The probable error of a mean", Biometrika 6(1), 1908, pages 1-25.
 * No interval for a single value (`too-few`) or for values that are all the same (`no-spread`).
 * Throws a RangeError for values, counts or deviations that cannot be.
 */
export function meanInterval(sample: Sample, confidence: number): Interval | NoInterval {
  tailOf(confidence);
  const { count, mean, deviation } = summaryOf(sample);
  if (count < 2) return { estimate: mean, lower: null, upper: null, reason: 'too-few' };
  if (deviation === 0) return { estimate: mean, lower: null, upper: null, reason: 'no-spread' };
  return around(mean, studentReach(confidence, count - 1) * (deviation / Math.sqrt(count)));
}

/**
 * The interval of the mean change of the same subjects, after minus before, by Student's t on their differences (the
 * use to which Student 1908, section IX, puts it); from the pairs or from the summary of the differences.
 * Else as `meanInterval`.
 */
export function pairedDifferenceInterval(pairs: readonly Pair[] | Summary, confidence: number): Interval | NoInterval {
  return meanInterval('count' in pairs ? pairs : changesOf(pairs), confidence);
}

/**
 * The interval of the difference of two independent means, test minus comparison, at a two-sided `confidence` in
 * percent, whether or not the two spread alike. B. L. Welch, "The generalization of 'Student's' problem when several
 * different population variances are involved", Biometrika 34(1-2), 1947, pages 28-35; degrees of freedom by
 * F. E. Satterthwaite, "An approximate distribution of estimates of variance components", Biometrics Bulletin 2(6),
 * 1946, pages 110-114. No interval when a group has a single value (`too-few`) or neither spreads (`no-spread`).
 * Throws a RangeError as `meanInterval` does.
 */
export function meanDifferenceInterval(test: Sample, comparison: Sample, confidence: number): Interval | NoInterval {
  tailOf(confidence);
  const [one, other] = [summaryOf(test), summaryOf(comparison)];
  const estimate = one.mean - other.mean;
  if (one.count < 2 || other.count < 2) return { estimate, lower: null, upper: null, reason: 'too-few' };
  const [oneError, otherError] = [one.deviation / Math.sqrt(one.count), other.deviation / Math.sqrt(other.count)];
  const error = Math.hypot(oneError, otherError);
  if (error === 0) return { estimate, lower: null, upper: null, reason: 'no-spread' };
  // Welch-Satterthwaite with each variance as a part of the whole, so that nothing overflows.
  const freedom = 1 / ((oneError / error) ** 4 / (one.count - 1) + (otherError / error) ** 4 / (other.count - 1));
  return around(estimate, studentReach(confidence, freedom) * error);
}

function around(estimate: number, reach: number): Interval {
  const interval = { estimate, lower: estimate - reach, upper: estimate + reach };
  if (!Number.isFinite(interval.lower) || !Number.isFinite(interval.upper)) throw new RangeError('the values are too large');
  return interval;
}
