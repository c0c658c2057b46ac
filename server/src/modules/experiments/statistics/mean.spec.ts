import { meanDifferenceInterval, meanInterval, pairedDifferenceInterval } from './mean.js';

/** Hours of sleep gained by ten patients with either drug: Student, "The probable error of a mean", Biometrika 6, 1908, page 20. */
const FIRST_DRUG = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const SECOND_DRUG = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
const PATIENTS = FIRST_DRUG.map((before, index) => ({ before, after: Number(SECOND_DRUG[index]) }));

describe('the interval of a mean', () => {
  it('of what slept longer with the drugs of 1908 is the known one', () => {
    const [first, second] = [meanInterval(FIRST_DRUG, 95), meanInterval(SECOND_DRUG, 99)];
    expect(first.estimate).toBeCloseTo(0.75, 12);
    expect([first.lower, first.upper].map((end) => end?.toFixed(4))).toEqual(['-0.5298', '2.0298']);
    expect([second.lower, second.upper].map((end) => end?.toFixed(4))).toEqual(['0.2723', '4.3877']);
  });

  it('is the same from a summary', () => {
    const { lower, upper } = meanInterval({ count: 10, mean: 0.75, deviation: 1.78901 }, 95);
    expect([lower, upper].map((end) => end?.toFixed(4))).toEqual(['-0.5298', '2.0298']);
  });

  it('cannot be told from one value, nor from values that are all the same', () => {
    expect(meanInterval([4], 95)).toEqual({ estimate: 4, lower: null, upper: null, reason: 'too-few' });
    expect(meanInterval([4, 4, 4], 95)).toEqual({ estimate: 4, lower: null, upper: null, reason: 'no-spread' });
  });

  it('of ten million values is narrow', () => {
    const { lower, upper } = meanInterval({ count: 10_000_000, mean: 1, deviation: 1 }, 95);
    expect(Number(upper) - Number(lower)).toBeCloseTo((2 * 1.959964) / Math.sqrt(10_000_000), 9);
  });

  it('refuses a confidence, values or an interval that cannot be', () => {
    expect(() => meanInterval([1, 2], 100)).toThrow(RangeError);
    expect(() => meanInterval([1], 0)).toThrow(RangeError);
    expect(() => meanInterval([], 95)).toThrow(RangeError);
    expect(() => meanInterval({ count: 2, mean: 1e308, deviation: 1e308 }, 95)).toThrow(RangeError);
  });
});

describe('the interval of a change of the same subjects', () => {
  it('is Student’s own example: the second drug gave 1.58 hours more', () => {
    const { estimate, lower, upper } = pairedDifferenceInterval(PATIENTS, 95);
    expect([lower, estimate, upper].map((value) => value?.toFixed(4))).toEqual(['0.7001', '1.5800', '2.4599']);
  });

  it('is the same from the summary of the changes', () => {
    const { lower, upper } = pairedDifferenceInterval({ count: 10, mean: 1.58, deviation: 1.2299955 }, 95);
    expect([lower, upper].map((value) => value?.toFixed(4))).toEqual(['0.7001', '2.4599']);
  });

  it('cannot be told when all changed by the same', () => {
    const pairs = [0.7, 1.4, 2.1].map((before) => ({ before, after: before + 0.1 }));
    expect(pairedDifferenceInterval(pairs, 95)).toMatchObject({ lower: null, upper: null, reason: 'no-spread' });
  });
});

describe('the interval of a difference of means', () => {
  it('of the two drugs, taken for independent groups, is the known one', () => {
    const { estimate, lower, upper } = meanDifferenceInterval(FIRST_DRUG, SECOND_DRUG, 95);
    expect([lower, estimate, upper].map((value) => value?.toFixed(4))).toEqual(['-3.3655', '-1.5800', '0.2055']);
  });

  it('with a group that does not spread is the interval of the other, shifted', () => {
    const [difference, alone] = [meanDifferenceInterval(FIRST_DRUG, [2, 2, 2], 90), meanInterval(FIRST_DRUG, 90)];
    expect(difference.lower).toBeCloseTo(Number(alone.lower) - 2, 12);
    expect(difference.upper).toBeCloseTo(Number(alone.upper) - 2, 12);
  });

  it('cannot be told when a group has one value, nor when neither spreads', () => {
    expect(meanDifferenceInterval([1, 2, 3], [5], 95)).toEqual({ estimate: -3, lower: null, upper: null, reason: 'too-few' });
    expect(meanDifferenceInterval([5], [1, 2, 3], 95)).toMatchObject({ estimate: 3, reason: 'too-few' });
    expect(meanDifferenceInterval([5, 5], [3, 3], 95)).toEqual({ estimate: 2, lower: null, upper: null, reason: 'no-spread' });
  });

  it('keeps its digits for spreads that are very small or very large', () => {
    for (const deviation of [1e-160, 1e-5, 1e150]) {
      const summary = { count: 8, mean: 0, deviation };
      const { lower, upper } = meanDifferenceInterval(summary, summary, 95);
      // 14 degrees of freedom: 2.144787.
      expect(Number(upper) / deviation).toBeCloseTo(2.144787 / 2, 5);
      expect(Number(lower)).toBe(-Number(upper));
    }
  });

  it('refuses a confidence that cannot be', () => {
    expect(() => meanDifferenceInterval([5], [3], 100)).toThrow(RangeError);
  });
});
