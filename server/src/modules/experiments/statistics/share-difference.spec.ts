import { shareDifferenceInterval } from './share-difference.js';

const of = (successes: number, total: number) => ({ successes, total });

describe('the hybrid score interval of a difference of shares', () => {
  // Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17, 1998, table II, method 10.
  it.each([
    [of(56, 70), of(48, 80), 0.0524, 0.3339],
    [of(9, 10), of(3, 10), 0.1705, 0.809],
    [of(6, 7), of(2, 7), 0.0582, 0.8062],
    [of(5, 56), of(0, 29), -0.0381, 0.1926],
    [of(0, 10), of(0, 20), -0.1611, 0.2775],
    [of(0, 10), of(0, 10), -0.2775, 0.2775],
    [of(10, 10), of(0, 20), 0.6791, 1],
    [of(10, 10), of(0, 10), 0.6075, 1],
  ])('of %j and %j at 95 %% is the published one', (test, comparison, lower, upper) => {
    const interval = shareDifferenceInterval(test, comparison, 95);
    expect(interval.lower).toBeCloseTo(lower, 4);
    expect(interval.upper).toBeCloseTo(upper, 4);
    expect(interval.estimate).toBeCloseTo(test.successes / test.total - comparison.successes / comparison.total, 12);
  });

  it('mirrors when the groups change places', () => {
    const [there, back] = [shareDifferenceInterval(of(17, 60), of(9, 41), 90), shareDifferenceInterval(of(9, 41), of(17, 60), 90)];
    expect(there.lower).toBeCloseTo(-back.upper, 12);
    expect(there.upper).toBeCloseTo(-back.lower, 12);
  });

  it('holds the estimate and stays between -1 and 1, for every small count', () => {
    for (let one = 0; one <= 12; one += 1) {
      for (let other = 0; other <= 15; other += 1) {
        const { estimate, lower, upper } = shareDifferenceInterval(of(one, 12), of(other, 15), 99);
        expect(lower).toBeGreaterThanOrEqual(-1);
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expect(upper).toBeLessThanOrEqual(1);
      }
    }
  });

  it('is narrow for ten million', () => {
    const { lower, upper } = shareDifferenceInterval(of(1, 10_000_000), of(10_000_000, 10_000_000), 95);
    expect(lower).toBeGreaterThanOrEqual(-1);
    expect(lower).toBeLessThan(upper);
    expect(upper).toBeCloseTo(-1, 5);
  });

  it('refuses a group that nobody is in, and half a success', () => {
    expect(() => shareDifferenceInterval(of(0, 0), of(1, 2), 95)).toThrow(RangeError);
    expect(() => shareDifferenceInterval(of(1, 2), of(0.5, 2), 95)).toThrow(RangeError);
    expect(() => shareDifferenceInterval(of(1, 2), of(1, 2), 100)).toThrow(RangeError);
  });
});
