import { wilsonInterval } from './wilson.js';

function rounded(successes: number, total: number, confidence: number): [number, number] {
  const { lower, upper } = wilsonInterval(successes, total, confidence);
  return [Number(lower.toFixed(4)), Number(upper.toFixed(4))];
}

describe('the Wilson score interval', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17, 1998, table I.
  it.each([
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ])('of %i in %i at 95 %% is the published one', (successes, total, expected) => {
    expect(rounded(successes, total, 95)).toEqual(expected);
  });

  it('is wider the more sure one wants to be', () => {
    const widths = [80, 90, 95, 99].map((confidence) => {
      const { lower, upper } = wilsonInterval(81, 263, confidence);
      return upper - lower;
    });
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(new Set(widths).size).toBe(4);
  });

  it('is narrower the more has been observed', () => {
    const [few, many] = [wilsonInterval(3, 10, 95), wilsonInterval(300_000_000, 1_000_000_000, 95)];
    expect(few.upper - few.lower).toBeGreaterThan(0.4);
    expect(many.upper - many.lower).toBeLessThan(0.0001);
  });

  it('mirrors when successes and failures change places', () => {
    const [ones, others] = [wilsonInterval(17, 60, 90), wilsonInterval(43, 60, 90)];
    expect(ones.lower).toBeCloseTo(1 - others.upper, 12);
    expect(ones.upper).toBeCloseTo(1 - others.lower, 12);
  });

  it('holds the estimate and stays between 0 and 1, for every small count', () => {
    for (let total = 1; total <= 60; total += 1) {
      for (let successes = 0; successes <= total; successes += 1) {
        const { estimate, lower, upper } = wilsonInterval(successes, total, 99);
        expect(lower).toBeGreaterThanOrEqual(0);
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(upper).toBeGreaterThanOrEqual(estimate);
        expect(upper).toBeLessThanOrEqual(1);
      }
    }
  });

  it('touches 0 and 1 exactly when none or all succeeded', () => {
    expect(wilsonInterval(0, 7, 95).lower).toBe(0);
    expect(wilsonInterval(7, 7, 95).upper).toBe(1);
  });

  it.each([
    [1, 0, 95],
    [-1, 5, 95],
    [6, 5, 95],
    [0.5, 5, 95],
    [1, 5, 100],
    [1, 5, Number.NaN],
  ])('refuses %d of %d at %d %%', (successes, total, confidence) => {
    expect(() => wilsonInterval(successes, total, confidence)).toThrow(RangeError);
  });
});
