import type { Interval } from './interval.js';
import { normalReach } from './quantiles.js';

/** An estimated share and the interval it lies in, all between 0 and 1. */
export type ShareInterval = Interval;

/** Of `total` observed, `successes`: whole numbers, the total at least 1. */
export interface ShareCounts {
  readonly successes: number;
  readonly total: number;
}

/**
 * The Wilson score interval of a share: of `total` observed, `successes`, at a two-sided `confidence` in percent.
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22(158), 1927, pages 209-212; without continuity correction. Unlike the interval
 * estimate ± z·error it stays between 0 and 1 and is honest for few observations and for shares near 0 or 1.
 * Throws a RangeError for counts that cannot be.
 */
export function wilsonInterval(successes: number, total: number, confidence: number): ShareInterval {
  return scoreInterval(shareOf({ successes, total }), total, confidence);
}

/** The observed share, between 0 and 1. Throws a RangeError for counts that cannot be. */
export function shareOf({ successes, total }: ShareCounts): number {
  if (!Number.isSafeInteger(total) || total < 1) throw new RangeError(`not a number of observations: ${total}`);
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > total) throw new RangeError(`not a part of ${total}: ${successes}`);
  return successes / total;
}

/** Wilson's interval where `share` of `total` were successes, be that a whole number or not: for what might yet be observed. */
export function scoreInterval(share: number, total: number, confidence: number): ShareInterval {
  const z = normalReach(confidence);
  const scale = 1 + z ** 2 / total;
  const centre = (share + z ** 2 / (2 * total)) / scale;
  const reach = (z / scale) * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  // At the edges the bound is exact in algebra; rounding must not put it a hair outside, nor the estimate outside the bounds.
  return {
    estimate: share,
    lower: share === 0 ? 0 : Math.min(share, Math.max(0, centre - reach)),
    upper: share === 1 ? 1 : Math.max(share, Math.min(1, centre + reach)),
  };
}
