import { betaOddsQuantile, gammaQuantile, normalReach, studentReach, tailOf } from './quantiles.js';

describe('the reach of an interval', () => {
  it.each([
    [80, 1.28155],
    [90, 1.64485],
    [95, 1.95996],
    [99, 2.57583],
  ])('at %d %% is %d standard errors of a normal distribution', (confidence, reach) => {
    expect(normalReach(confidence)).toBeCloseTo(reach, 5);
  });

  // Any printed table of Student's t.
  it.each([
    [95, 1, 12.7062],
    [95, 9, 2.2622],
    [99, 9, 3.2498],
    [90, 30, 1.6973],
    [80, 120, 1.2886],
  ])('at %d %% and %d degrees of freedom is %d standard errors of Student’s t', (confidence, freedom, reach) => {
    expect(studentReach(confidence, freedom)).toBeCloseTo(reach, 4);
  });

  it('of Student’s t comes down to the normal one, however many degrees of freedom', () => {
    const reaches = [10, 1e3, 1e7, 1e10, 2e10, 1e16].map((freedom) => studentReach(95, freedom));
    expect(reaches).toEqual([...reaches].sort((a, b) => b - a));
    expect(reaches.at(-1)).toBe(normalReach(95));
    expect(studentReach(95, 1e10)).toBeCloseTo(normalReach(95), 9);
  });

  it.each([0, 100, -5, 101, Number.NaN, Infinity])('is refused at %d %%', (confidence) => {
    expect(() => tailOf(confidence)).toThrow(RangeError);
  });
});

describe('the gamma quantile', () => {
  // By root search on the incomplete gamma function in 40 digits.
  it.each([
    [0.0005, 501, 430.60722885730966],
    [0.025, 501, 458.08476526640241],
    [0.9995, 501, 577.94245302491445],
    [0.1, 800, 763.97311026789],
    [0.025, 1000, 938.973018407695],
    [0.975, 1001, 1063.9521360163],
    [0.005, 5000, 4819.73999109687],
    [0.995, 5001, 5185.03473937868],
  ])('%d of the large shape %d is %d', (probability, shape, expected) => {
    expect(gammaQuantile(probability, shape) / expected).toBeCloseTo(1, 10);
  });

  it.each([0.0005, 0.005, 0.025, 0.1, 0.9, 0.975, 0.995, 0.9995])('%d goes on smoothly where the expansion takes over', (probability) => {
    const [before, last, first, after] = [499.5, 500, 500.000001, 500.5].map((shape) => gammaQuantile(probability, shape));
    expect(last).toBeDefined();
    expect(Number(first) - Number(last)).toBeCloseTo(0, 5);
    expect(Number(after) - Number(first)).toBeCloseTo(Number(last) - Number(before), 3);
  });

  it('of shape 1 is the one of waiting for an event', () => {
    expect(gammaQuantile(0.975, 1)).toBeCloseTo(-Math.log(0.025), 12);
    expect(gammaQuantile(0.5, 0)).toBe(0);
  });
});

describe('the odds of a beta quantile', () => {
  it('are those of the closed form when one shape is 1', () => {
    for (const a of [1, 2, 7, 1_000, 10_000_000]) {
      const share = 0.025 ** (1 / a);
      // 1 - share by way of the logarithm, which keeps its digits near 1.
      expect(betaOddsQuantile(0.025, a, 1) / (share / -Math.expm1(Math.log(0.025) / a))).toBeCloseTo(1, 8);
    }
  });

  it('turn over when the shapes change places', () => {
    expect(betaOddsQuantile(0.975, 30, 8) * betaOddsQuantile(0.025, 8, 30)).toBeCloseTo(1, 9);
  });
});
