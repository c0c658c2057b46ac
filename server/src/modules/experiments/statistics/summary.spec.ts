import { changesOf, summaryOf } from './summary.js';

describe('the summary of values', () => {
  it('is their count, mean and standard deviation', () => {
    const { count, mean, deviation } = summaryOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect({ count, mean }).toEqual({ count: 8, mean: 5 });
    expect(deviation).toBeCloseTo(Math.sqrt(32 / 7), 12);
  });

  it('keeps the digits of large values that differ little', () => {
    const { mean, deviation } = summaryOf([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]);
    expect(mean).toBe(1e9 + 10);
    expect(deviation).toBeCloseTo(Math.sqrt(30), 9);
  });

  it('has no spread when only rounding differs', () => {
    expect(summaryOf([0.1, 0.1, 0.1]).deviation).toBe(0);
    expect(changesOf([1.2, 2.2, 3.3].map((before) => ({ before, after: before + 0.1 })))).toMatchObject({ count: 3, deviation: 0 });
    expect(summaryOf([1e-20, 2e-20]).deviation).toBeGreaterThan(0);
  });

  it('of pairs is the one of their changes, after minus before', () => {
    const pairs = [
      { before: 10, after: 8 },
      { before: 7, after: 7 },
      { before: 12, after: 8 },
    ];
    expect(changesOf(pairs)).toEqual(summaryOf([-2, 0, -4]));
  });

  it('of one value has no deviation', () => {
    expect(summaryOf([3.5])).toEqual({ count: 1, mean: 3.5, deviation: 0 });
  });

  it('of a summary is itself', () => {
    const summary = { count: 5, mean: -2, deviation: 1.5 };
    expect(summaryOf(summary)).toEqual(summary);
  });

  it.each([[[]], [[1, Number.NaN]], [[1, Infinity]], [[1e200, -1e200]]])('refuses %j', (values) => {
    expect(() => summaryOf(values)).toThrow(RangeError);
  });

  it.each([
    { count: 0, mean: 1, deviation: 1 },
    { count: 2.5, mean: 1, deviation: 1 },
    { count: 2, mean: Infinity, deviation: 1 },
    { count: 2, mean: 1, deviation: -1 },
    { count: 2, mean: 1, deviation: Number.NaN },
  ])('refuses the summary %j', (summary) => {
    expect(() => summaryOf(summary)).toThrow(RangeError);
  });
});
