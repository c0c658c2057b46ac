import { meanDifferenceInterval, meanInterval } from './mean.js';
import {
  MOST_MORE,
  neededMoreForMean,
  neededMoreForMeanDifference,
  neededMoreForPairedDifference,
  neededMoreForRate,
  neededMoreForRateRatio,
  neededMoreForShare,
  neededMoreForShareDifference,
} from './needed-more.js';
import { rateInterval, rateRatioInterval } from './rate.js';
import { shareDifferenceInterval } from './share-difference.js';
import { sideOf, type Goal } from './side.js';
import { wilsonInterval } from './wilson.js';

const atLeast = (threshold: number): Goal => ({ direction: 'at-least', threshold });
const atMost = (threshold: number): Goal => ({ direction: 'at-most', threshold });

describe('how many more are needed', () => {
  it('for a share is as many as make Wilson’s interval leave the threshold, and not one fewer', () => {
    // 30 of 100 stays 30 %: whole counts every ten, so what is needed is found among them by hand.
    const more = neededMoreForShare({ successes: 30, total: 100 }, atLeast(0.25), 95);
    const tens = Array.from({ length: 100 }, (_, index) => index * 10);
    const byHand = tens.find((it) => wilsonInterval(30 + it * 0.3, 100 + it, 95).lower >= 0.25);
    expect(byHand).toBeGreaterThan(0);
    expect(more).toBeLessThanOrEqual(Number(byHand));
    expect(more).toBeGreaterThan(Number(byHand) - 10);
  });

  it('for a share that fails are as many as show that it fails', () => {
    const more = Number(neededMoreForShare({ successes: 2, total: 10 }, atLeast(0.4), 95));
    // One in five: every fifth count is whole.
    const before = 10 + Math.floor((more - 1) / 5) * 5;
    const after = 10 + Math.ceil(more / 5) * 5;
    expect(sideOf(wilsonInterval(before / 5, before, 95), atLeast(0.4))).toBe('open');
    expect(sideOf(wilsonInterval(after / 5, after, 95), atLeast(0.4))).toBe('bad');
  });

  it('for a share of none or all comes from the width alone', () => {
    // 0 of n is below 2 % when z²/(n + z²) is: n > z²·49 = 188.2.
    expect(neededMoreForShare({ successes: 0, total: 20 }, atMost(0.02), 95)).toBe(189 - 20);
    expect(neededMoreForShare({ successes: 20, total: 20 }, atLeast(0.98), 95)).toBe(189 - 20);
  });

  it('for a difference of shares keeps the ratio of the groups', () => {
    const [test, comparison] = [
      { successes: 12, total: 30 },
      { successes: 15, total: 60 },
    ];
    const more = neededMoreForShareDifference(test, comparison, atLeast(0), 95);
    expect(more).toEqual({ test: Number(more?.test), comparison: 2 * Number(more?.test) });
    expect(more?.test).toBeGreaterThan(0);
    const grown = (times: number): number =>
      shareDifferenceInterval({ successes: 12 * times, total: 30 * times }, { successes: 15 * times, total: 60 * times }, 95).lower;
    const times = 1 + Number(more?.test) / 30;
    expect(grown(Math.ceil(times))).toBeGreaterThanOrEqual(0);
    expect(grown(Math.floor(times))).toBeLessThan(0);
  });

  it('for a mean is as many as make Student’s interval leave the threshold, if the spread stays', () => {
    const sample = { count: 10, mean: 0.75, deviation: 1.789 };
    const more = Number(neededMoreForMean(sample, atLeast(0), 95));
    expect(more).toBeGreaterThan(0);
    expect(Number(meanInterval({ ...sample, count: 10 + more }, 95).lower)).toBeGreaterThanOrEqual(0);
    expect(Number(meanInterval({ ...sample, count: 9 + more }, 95).lower)).toBeLessThan(0);
    const pairs = [3, 5, 9, -1, 2].map((after) => ({ before: 0, after }));
    expect(neededMoreForPairedDifference(pairs, atLeast(3), 95)).toBe(neededMoreForMean([3, 5, 9, -1, 2], atLeast(3), 95));
    expect(neededMoreForPairedDifference(sample, atLeast(0), 95)).toBe(more);
  });

  it('for a difference of means keeps the ratio of the groups, rounded up', () => {
    const [test, comparison] = [
      { count: 9, mean: 5, deviation: 3 },
      { count: 6, mean: 3.5, deviation: 2 },
    ];
    const more = neededMoreForMeanDifference(test, comparison, atLeast(0), 95);
    const [ones, others] = [Number(more?.test), Number(more?.comparison)];
    expect(ones).toBe(Math.ceil(others * 1.5));
    const lowerWith = (one: number, other: number): number =>
      Number(meanDifferenceInterval({ ...test, count: 9 + one }, { ...comparison, count: 6 + other }, 95).lower);
    expect(lowerWith(ones, others)).toBeGreaterThanOrEqual(0);
    expect(lowerWith(Math.ceil((others - 1) * 1.5), others - 1)).toBeLessThan(0);
  });

  it('for a rate is exposure', () => {
    // Nothing in 10: the upper end, 3.6889 / exposure, is 0.1 at 36.889.
    expect(neededMoreForRate({ events: 0, exposure: 10 }, atMost(0.1), 95)).toBeCloseTo(26.8888, 3);
    const more = Number(neededMoreForRate({ events: 10, exposure: 100 }, atMost(0.15), 95));
    // Twice, three times … as much of both has whole counts.
    const times = 1 + more / 100;
    const upperAt = (it: number): number => rateInterval({ events: 10 * it, exposure: 100 * it }, 95).upper;
    expect(upperAt(Math.ceil(times))).toBeLessThanOrEqual(0.15);
    expect(upperAt(Math.floor(times))).toBeGreaterThan(0.15);
    expect(times).toBeGreaterThan(1);
  });

  it('for a ratio of rates is exposure in both groups', () => {
    const [test, comparison] = [
      { events: 8, exposure: 40 },
      { events: 10, exposure: 100 },
    ];
    const more = neededMoreForRateRatio(test, comparison, atLeast(1), 95);
    expect(Number(more?.comparison) / Number(more?.test)).toBeCloseTo(2.5, 9);
    const times = 1 + Number(more?.test) / 40;
    const lowerAt = (it: number): number =>
      rateRatioInterval({ events: 8 * it, exposure: 40 * it }, { events: 10 * it, exposure: 100 * it }, 95).lower;
    expect(lowerAt(Math.ceil(times))).toBeGreaterThanOrEqual(1);
    expect(lowerAt(Math.floor(times))).toBeLessThan(1);
    expect(times).toBeGreaterThan(1);
  });

  it('for a ratio of rates can be told when nothing happened in one group, not when nothing happened at all', () => {
    const [none, some] = [
      { events: 0, exposure: 10 },
      { events: 3, exposure: 10 },
    ];
    expect(neededMoreForRateRatio(some, none, atLeast(1), 95)?.test).toBeGreaterThan(0);
    expect(neededMoreForRateRatio(none, some, atLeast(1), 95)?.test).toBeGreaterThan(0);
    expect(neededMoreForRateRatio(none, none, atLeast(1), 95)).toBeNull();
  });

  it('is nothing when the interval already lies on one side', () => {
    expect(neededMoreForShare({ successes: 81, total: 263 }, atLeast(0.25), 95)).toBe(0);
    expect(neededMoreForShareDifference({ successes: 9, total: 10 }, { successes: 3, total: 10 }, atLeast(0.1), 95)).toEqual({
      test: 0,
      comparison: 0,
    });
    expect(neededMoreForMean([1, 2, 3], atMost(90), 95)).toBe(0);
    expect(neededMoreForRate({ events: 10, exposure: 1 }, atMost(2), 95)).toBe(0);
    expect(neededMoreForRateRatio({ events: 90, exposure: 1 }, { events: 3, exposure: 1 }, atLeast(2), 95)).toEqual({
      test: 0,
      comparison: 0,
    });
  });

  it('cannot be told when the estimate is the threshold', () => {
    expect(neededMoreForShare({ successes: 3, total: 10 }, atLeast(0.3), 95)).toBeNull();
    expect(neededMoreForShareDifference({ successes: 5, total: 10 }, { successes: 5, total: 10 }, atLeast(0), 95)).toBeNull();
    expect(neededMoreForMean([1, 2, 3], atLeast(2), 95)).toBeNull();
    expect(neededMoreForMeanDifference([1, 2, 3], [2, 3, 4], atMost(-1), 95)).toBeNull();
    expect(neededMoreForRate({ events: 10, exposure: 100 }, atMost(0.1), 95)).toBeNull();
    expect(neededMoreForRateRatio({ events: 10, exposure: 100 }, { events: 5, exposure: 50 }, atMost(1), 95)).toBeNull();
  });

  it('cannot be told without an interval', () => {
    expect(neededMoreForMean([4], atLeast(2), 95)).toBeNull();
    expect(neededMoreForMean([4, 4, 4], atLeast(2), 95)).toBeNull();
    expect(neededMoreForMeanDifference([4], [1, 2], atLeast(2), 95)).toBeNull();
  });

  it('is told up to ten million', () => {
    // The lower end of a half comes within z / (2·√n) of it: n = 9.6 million for 0.0003163.
    const more = Number(neededMoreForShare({ successes: 5, total: 10 }, atLeast(0.5 - 0.0003163), 95));
    expect(more).toBeGreaterThan(0.9 * MOST_MORE);
    expect(more).toBeLessThanOrEqual(MOST_MORE);
    expect(neededMoreForShare({ successes: 5, total: 10 }, atLeast(0.5 - 0.0003), 95)).toBeNull();
  });

  it('refuses what the interval refuses', () => {
    expect(() => neededMoreForShare({ successes: 3, total: 2 }, atLeast(0.5), 95)).toThrow(RangeError);
    expect(() => neededMoreForShareDifference({ successes: 1, total: 2 }, { successes: 1, total: 0 }, atLeast(0.5), 95)).toThrow(
      RangeError,
    );
    expect(() => neededMoreForMean([], atLeast(0.5), 95)).toThrow(RangeError);
    expect(() => neededMoreForRate({ events: 1, exposure: 0 }, atLeast(0.5), 95)).toThrow(RangeError);
    expect(() => neededMoreForRate({ events: 1, exposure: 1 }, atLeast(0.5), 100)).toThrow(RangeError);
    expect(() => neededMoreForShare({ successes: 1, total: 2 }, atLeast(Number.NaN), 95)).toThrow(RangeError);
  });
});
