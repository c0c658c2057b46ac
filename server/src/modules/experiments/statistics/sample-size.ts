import type { Interval } from './interval.js';
import { meanDifferenceInterval, meanInterval } from './mean.js';
import { tailOf } from './quantiles.js';
import { conditionalInterval, poissonInterval } from './rate.js';
import { smallestAmount, smallestWhole } from './search.js';
import { hybridScoreInterval } from './share-difference.js';
import { scoreInterval } from './wilson.js';

/*
 * How much to observe so that the interval becomes as narrow as one wishes, reckoned before the start from what one
 * expects. Searched on the very interval that will be computed at the end, not by a formula that comes near it.
 * If what is found differs from what was expected, the interval comes out wider or narrower.
 *
 * null: it would take more than ten million observations (or, where exposure is asked for, events).
 * Each throws a RangeError for what cannot be wished or expected.
 */

/** Larger samples than this are not planned. */
export const LARGEST_SAMPLE = 10_000_000;

/** How narrow the interval should be, from its lower to its upper end in the unit of the value, at a confidence in percent. */
export interface WishedWidth {
  readonly width: number;
  readonly confidence: number;
}

/** How many to observe for a share; the expected `share` defaults to the one that needs most. */
export function sampleSizeForShare({ width, confidence, share = 0.5 }: WishedWidth & { readonly share?: number }): number | null {
  checkWish(width, confidence);
  checkShare(share);
  return smallestWhole(1, LARGEST_SAMPLE, (total) => widthOf(scoreInterval(share, total, confidence)) <= width);
}

/** How many to observe in each of two equal groups for a difference of shares; the expected shares default to those that need most. */
export function sampleSizeForShareDifference({
  width,
  confidence,
  test = 0.5,
  comparison = 0.5,
}: WishedWidth & { readonly test?: number; readonly comparison?: number }): number | null {
  checkWish(width, confidence);
  checkShare(test);
  checkShare(comparison);
  return smallestWhole(
    1,
    LARGEST_SAMPLE,
    (total) => widthOf(hybridScoreInterval({ share: test, total }, { share: comparison, total }, confidence)) <= width,
  );
}

/** How many values for a mean, at an expected standard `deviation` above 0, in the unit of the values. */
export function sampleSizeForMean({ width, confidence, deviation }: WishedWidth & { readonly deviation: number }): number | null {
  checkWish(width, confidence);
  checkPositive(deviation, 'a standard deviation');
  return smallestWhole(2, LARGEST_SAMPLE, (count) => {
    const interval = meanInterval({ count, mean: 0, deviation }, confidence);
    return interval.lower !== null && widthOf(interval) <= width;
  });
}

/** How many subjects, measured before and after, at an expected standard `deviation` of their changes above 0. */
export function sampleSizeForPairedDifference(wish: WishedWidth & { readonly deviation: number }): number | null {
  return sampleSizeForMean(wish);
}

/** How many values in each of two equal groups for a difference of means, at the expected standard deviations of both, above 0. */
export function sampleSizeForMeanDifference({
  width,
  confidence,
  test,
  comparison,
}: WishedWidth & { readonly test: number; readonly comparison: number }): number | null {
  checkWish(width, confidence);
  checkPositive(test, 'a standard deviation');
  checkPositive(comparison, 'a standard deviation');
  return smallestWhole(2, LARGEST_SAMPLE, (count) => {
    const interval = meanDifferenceInterval({ count, mean: 0, deviation: test }, { count, mean: 0, deviation: comparison }, confidence);
    return interval.lower !== null && widthOf(interval) <= width;
  });
}

/** How much exposure for a rate, at an expected `rate` of 0 or more events per unit of exposure; need not be whole. */
export function exposureForRate({ width, confidence, rate }: WishedWidth & { readonly rate: number }): number | null {
  checkWish(width, confidence);
  if (rate !== 0) checkPositive(rate, 'a rate');
  const fewest = 1 / Math.max(rate, width);
  return smallestAmount(
    fewest,
    LARGEST_SAMPLE * fewest,
    (exposure) => widthOf(poissonInterval({ events: rate * exposure, exposure }, confidence)) <= width,
  );
}

/** How narrow the interval of a ratio should be: its upper end at most `factor` (above 1) times its lower, at a confidence in percent. */
export interface WishedFactor {
  readonly factor: number;
  readonly confidence: number;
}

/**
 * How much exposure in each of two groups of equal exposure for a ratio of rates, at expected rates of both, above 0.
 * A ratio is wished for by a factor and not by a width, since twice and half as often are equally far from the same.
 */
export function exposureForRateRatio({
  factor,
  confidence,
  test,
  comparison,
}: WishedFactor & { readonly test: number; readonly comparison: number }): number | null {
  tailOf(confidence);
  if (!(factor > 1 && Number.isFinite(factor))) throw new RangeError(`not a factor above 1: ${factor}`);
  checkPositive(test, 'a rate');
  checkPositive(comparison, 'a rate');
  const fewest = 1 / (test + comparison);
  return smallestAmount(fewest, LARGEST_SAMPLE * fewest, (exposure) => {
    const interval = conditionalInterval({ events: test * exposure, exposure }, { events: comparison * exposure, exposure }, confidence);
    return interval.upper !== null && interval.upper <= factor * interval.lower;
  });
}

function widthOf({ lower, upper }: Interval): number {
  return upper - lower;
}

function checkWish(width: number, confidence: number): void {
  tailOf(confidence);
  checkPositive(width, 'a width');
}

function checkShare(share: number): void {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`not a share: ${share}`);
}

function checkPositive(value: number, what: string): void {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`not ${what}: ${value}`);
}
