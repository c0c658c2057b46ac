import { binomialChances, poissonChances, sum } from '../../../../test/probabilities.js';
import { rateInterval, rateRatioInterval } from './rate.js';

describe('the exact interval of a rate', () => {
  // Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28, 1936.
  it.each([
    [0, 95, 0, 3.689],
    [1, 95, 0.0253, 5.572],
    [10, 95, 4.795, 18.39],
    [0, 90, 0, 2.996],
    [10, 90, 5.425, 16.962],
  ])('of %d events at %d %% is the published one', (events, confidence, lower, upper) => {
    const interval = rateInterval({ events, exposure: 1 }, confidence);
    expect(interval.lower).toBeCloseTo(lower, 3);
    expect(interval.upper).toBeCloseTo(upper, 3);
  });

  it.each([1, 2, 7, 40, 499, 500, 501, 2_000])('of %d events leaves exactly the tails it should', (events) => {
    const { lower, upper } = rateInterval({ events, exposure: 1 }, 95);
    expect(1 - sum(poissonChances(lower, events - 1))).toBeCloseTo(0.025, 8);
    expect(sum(poissonChances(upper, events))).toBeCloseTo(0.025, 8);
  });

  it('is per unit of exposure', () => {
    const { estimate, lower, upper } = rateInterval({ events: 10, exposure: 250 }, 95);
    expect(estimate).toBe(0.04);
    expect(lower).toBeCloseTo(4.7954 / 250, 6);
    expect(upper).toBeCloseTo(18.3904 / 250, 6);
  });

  it.each([0, 1, 3, 499, 500, 501, 10_000_000, Number.MAX_SAFE_INTEGER])('holds the estimate for %d events at any confidence', (events) => {
    for (const confidence of [1e-9, 50, 95, 99.99999999999999]) {
      for (const exposure of [1e-200, 1, 1e200]) {
        const { estimate, lower, upper } = rateInterval({ events, exposure }, confidence);
        expect(lower).toBeLessThanOrEqual(estimate);
        expect(estimate).toBeLessThanOrEqual(upper);
        expect(upper).toBeLessThan(Infinity);
      }
    }
  });

  it.each([
    [-1, 1, 95],
    [1.5, 1, 95],
    [1, 0, 95],
    [1, -2, 95],
    [1, Infinity, 95],
    [1, 5e-324, 95],
    [1, 1, 100],
  ])('refuses %d events in %d at %d %%', (events, exposure, confidence) => {
    expect(() => rateInterval({ events, exposure }, confidence)).toThrow(RangeError);
  });
});

describe('the exact interval of a ratio of rates', () => {
  // Lung cancer in Fredericia and three other Danish cities, ages 55-59 (E. B. Andersen, Scandinavian Journal of Statistics 4, 1977,
  // pages 153-158), which is the example of R's poisson.test.
  const fredericia = { events: 11, exposure: 800 };
  const others = { events: 6 + 8 + 7, exposure: 1083 + 1050 + 878 };

  it('of the lung cancers of Fredericia is the published one', () => {
    const { estimate, lower, upper } = rateRatioInterval(fredericia, others, 95);
    expect(estimate).toBeCloseTo(1.971488, 6);
    expect(lower).toBeCloseTo(0.8584264, 6);
    expect(upper).toBeCloseTo(4.277266, 6);
  });

  it.each([80, 95, 99])('leaves exactly the tails it should at %d %%', (confidence) => {
    const { lower, upper } = rateRatioInterval(fredericia, others, confidence);
    // Given 32 events in all, those of the test group are binomial with the share that the ratio says.
    const shareAt = (ratio: number): number => (ratio * fredericia.exposure) / (ratio * fredericia.exposure + others.exposure);
    const tail = (100 - confidence) / 200;
    expect(sum(binomialChances(32, shareAt(lower)).slice(11))).toBeCloseTo(tail, 9);
    expect(sum(binomialChances(32, shareAt(Number(upper))).slice(0, 12))).toBeCloseTo(tail, 9);
  });

  it('turns over when the groups change places', () => {
    const [there, back] = [rateRatioInterval(fredericia, others, 90), rateRatioInterval(others, fredericia, 90)];
    expect(there.lower * Number(back.upper)).toBeCloseTo(1, 9);
    expect(Number(there.upper) * back.lower).toBeCloseTo(1, 9);
  });

  it('begins at 0 when nothing happened in the test group', () => {
    const { estimate, lower, upper } = rateRatioInterval({ events: 0, exposure: 10 }, { events: 5, exposure: 10 }, 95);
    expect([estimate, lower]).toEqual([0, 0]);
    expect(upper).toBeCloseTo(1.0913, 4);
  });

  it('has no upper end and no estimate when nothing happened in the comparison group', () => {
    const interval = rateRatioInterval({ events: 5, exposure: 10 }, { events: 0, exposure: 10 }, 95);
    expect(interval).toMatchObject({ estimate: null, upper: null });
    expect(interval.lower).toBeCloseTo(1 / 1.0913, 4);
    expect(rateRatioInterval({ events: 0, exposure: 10 }, { events: 0, exposure: 10 }, 95)).toEqual({
      estimate: null,
      lower: 0,
      upper: null,
    });
  });

  it('holds the estimate, from one event to ten million', () => {
    for (const events of [1, 30, 10_000, 10_000_000]) {
      for (const other of [1, 30, 10_000, 10_000_000]) {
        for (const confidence of [1e-9, 80, 99.99999999999999]) {
          const { estimate, lower, upper } = rateRatioInterval({ events, exposure: 3 }, { events: other, exposure: 0.001 }, confidence);
          expect(lower).toBeGreaterThan(0);
          expect(lower).toBeLessThanOrEqual(Number(estimate));
          expect(Number(estimate)).toBeLessThanOrEqual(Number(upper));
          expect(upper).toBeLessThan(Infinity);
        }
      }
    }
  });

  it('narrows as a normal interval of the logarithm would for many events', () => {
    const { lower, upper } = rateRatioInterval({ events: 1_000_000, exposure: 1 }, { events: 500_000, exposure: 1 }, 95);
    const reach = 1.959964 * Math.sqrt(1 / 1_000_000 + 1 / 500_000);
    expect(lower).toBeCloseTo(2 * Math.exp(-reach), 5);
    expect(upper).toBeCloseTo(2 * Math.exp(reach), 5);
  });

  it('refuses counts and exposures that cannot be', () => {
    expect(() => rateRatioInterval({ events: -1, exposure: 1 }, others, 95)).toThrow(RangeError);
    expect(() => rateRatioInterval(fredericia, { events: 1, exposure: 0 }, 95)).toThrow(RangeError);
    expect(() => rateRatioInterval({ events: 1, exposure: 1e-200 }, { events: 1, exposure: 1e200 }, 95)).toThrow(RangeError);
    expect(() => rateRatioInterval(fredericia, others, 0)).toThrow(RangeError);
  });
});
