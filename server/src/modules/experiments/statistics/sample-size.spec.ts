import { meanDifferenceInterval, meanInterval, pairedDifferenceInterval } from './mean.js';
import { rateInterval, rateRatioInterval } from './rate.js';
import {
  exposureForRate,
  exposureForRateRatio,
  sampleSizeForMean,
  sampleSizeForMeanDifference,
  sampleSizeForPairedDifference,
  sampleSizeForShare,
  sampleSizeForShareDifference,
} from './sample-size.js';
import { shareDifferenceInterval } from './share-difference.js';
import { wilsonInterval } from './wilson.js';

const widthOf = ({ lower, upper }: { lower: number | null; upper: number | null }): number => Number(upper) - Number(lower);

describe('how many to observe before the start', () => {
  it('for a share is the smallest number whose Wilson interval is narrow enough', () => {
    // Known in closed form for a half: the width is z / √(n + z²), so n = z²/w² - z² = 380.3 for ten points at 95 %.
    expect(sampleSizeForShare({ width: 0.1, confidence: 95 })).toBe(381);
    // And for none: z²/(n + z²), so n = z²/w - z² = 34.6.
    expect(sampleSizeForShare({ width: 0.1, confidence: 95, share: 0 })).toBe(35);
    const few = Number(sampleSizeForShare({ width: 0.1, confidence: 95, share: 0.2 }));
    const [fives, before] = [Math.ceil(few / 5) * 5, Math.floor((few - 1) / 5) * 5];
    expect(widthOf(wilsonInterval(fives / 5, fives, 95))).toBeLessThanOrEqual(0.1);
    expect(widthOf(wilsonInterval(before / 5, before, 95))).toBeGreaterThan(0.1);
  });

  it('for a difference of shares is so many in each group', () => {
    const half = Number(sampleSizeForShareDifference({ width: 0.2, confidence: 95 }));
    const even = half + (half % 2);
    const of = (total: number, share: number) => ({ successes: total * share, total });
    expect(widthOf(shareDifferenceInterval(of(even, 0.5), of(even, 0.5), 95))).toBeLessThanOrEqual(0.2);
    expect(widthOf(shareDifferenceInterval(of(even - 2, 0.5), of(even - 2, 0.5), 95))).toBeGreaterThan(0.2);
    expect(sampleSizeForShareDifference({ width: 0.2, confidence: 95, test: 0.1, comparison: 0.2 })).toBeLessThan(half);
  });

  it('for a mean is the smallest number whose t interval is narrow enough', () => {
    const count = Number(sampleSizeForMean({ width: 2, confidence: 95, deviation: 3 }));
    expect(widthOf(meanInterval({ count, mean: 7, deviation: 3 }, 95))).toBeLessThanOrEqual(2);
    expect(widthOf(meanInterval({ count: count - 1, mean: 7, deviation: 3 }, 95))).toBeGreaterThan(2);
    // The normal approximation says 34.6, t a few more.
    expect(count).toBe(38);
    expect(sampleSizeForMean({ width: 1_000, confidence: 95, deviation: 1 })).toBe(2);
  });

  it('for a change of the same subjects is so many subjects', () => {
    const count = Number(sampleSizeForPairedDifference({ width: 1, confidence: 90, deviation: 1.2 }));
    expect(widthOf(pairedDifferenceInterval({ count, mean: 0, deviation: 1.2 }, 90))).toBeLessThanOrEqual(1);
    expect(widthOf(pairedDifferenceInterval({ count: count - 1, mean: 0, deviation: 1.2 }, 90))).toBeGreaterThan(1);
  });

  it('for a difference of means is so many in each group', () => {
    const widthAt = (count: number): number =>
      widthOf(meanDifferenceInterval({ count, mean: 0, deviation: 2 }, { count, mean: 0, deviation: 5 }, 95));
    const count = Number(sampleSizeForMeanDifference({ width: 3, confidence: 95, test: 2, comparison: 5 }));
    expect(widthAt(count)).toBeLessThanOrEqual(3);
    expect(widthAt(count - 1)).toBeGreaterThan(3);
  });

  it('for a rate is exposure', () => {
    // Where nothing is expected the width is 3.6889 / exposure.
    expect(exposureForRate({ width: 0.01, confidence: 95, rate: 0 })).toBeCloseTo(368.888, 2);
    // 10 events in 100 are 13.595 / 100 wide.
    const { lower, upper } = rateInterval({ events: 10, exposure: 100 }, 95);
    expect(exposureForRate({ width: upper - lower, confidence: 95, rate: 0.1 })).toBeCloseTo(100, 5);
    // Another unit of exposure changes the figure and not what is meant.
    expect(exposureForRate({ width: (upper - lower) * 1e9, confidence: 95, rate: 1e8 })).toBeCloseTo(1e-7, 12);
  });

  it('for a ratio of rates is exposure, up to a factor between the ends', () => {
    const { lower, upper } = rateRatioInterval({ events: 30, exposure: 100 }, { events: 20, exposure: 100 }, 95);
    expect(exposureForRateRatio({ factor: Number(upper) / lower, confidence: 95, test: 0.3, comparison: 0.2 })).toBeCloseTo(100, 4);
  });

  it('grows with the confidence', () => {
    const sizes = [80, 90, 95, 99].map((confidence) => Number(sampleSizeForShare({ width: 0.1, confidence })));
    expect(sizes).toEqual([...new Set(sizes)].sort((a, b) => a - b));
  });

  it('is not told above ten million', () => {
    expect(sampleSizeForShare({ width: 0.0001, confidence: 95 })).toBeNull();
    expect(sampleSizeForShareDifference({ width: 0.0001, confidence: 95 })).toBeNull();
    expect(sampleSizeForMean({ width: 0.0001, confidence: 95, deviation: 1 })).toBeNull();
    expect(sampleSizeForMeanDifference({ width: 0.0001, confidence: 95, test: 1, comparison: 1 })).toBeNull();
    expect(exposureForRate({ width: 0.0001, confidence: 95, rate: 1 })).toBeNull();
    expect(exposureForRateRatio({ factor: 1.0001, confidence: 95, test: 1, comparison: 1 })).toBeNull();
  });

  it('refuses what cannot be wished or expected', () => {
    expect(() => sampleSizeForShare({ width: 0, confidence: 95 })).toThrow(RangeError);
    expect(() => sampleSizeForShare({ width: 0.1, confidence: 100 })).toThrow(RangeError);
    expect(() => sampleSizeForShare({ width: 0.1, confidence: 95, share: 1.1 })).toThrow(RangeError);
    expect(() => sampleSizeForShareDifference({ width: 0.1, confidence: 95, test: Number.NaN })).toThrow(RangeError);
    expect(() => sampleSizeForMean({ width: 1, confidence: 95, deviation: 0 })).toThrow(RangeError);
    expect(() => sampleSizeForMeanDifference({ width: 1, confidence: 95, test: 1, comparison: -1 })).toThrow(RangeError);
    expect(() => exposureForRate({ width: 1, confidence: 95, rate: -1 })).toThrow(RangeError);
    expect(() => exposureForRateRatio({ factor: 1, confidence: 95, test: 1, comparison: 1 })).toThrow(RangeError);
    expect(() => exposureForRateRatio({ factor: 2, confidence: 95, test: 0, comparison: 1 })).toThrow(RangeError);
  });
});
