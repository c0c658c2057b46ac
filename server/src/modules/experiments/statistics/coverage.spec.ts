import { binomialChances, normalValues, poissonChances, seededChance, sum } from '../../../../test/probabilities.js';
import type { Estimate } from './interval.js';
import { meanDifferenceInterval, meanInterval, pairedDifferenceInterval } from './mean.js';
import { rateInterval, rateRatioInterval } from './rate.js';
import { shareDifferenceInterval } from './share-difference.js';
import { wilsonInterval } from './wilson.js';

/*
 * How often an interval holds the truth. For counts that is a finite sum over all that can be observed, which is
 * reckoned exactly, without chance; for values it is tried with a seeded generator.
 */

const SHARES = Array.from({ length: 39 }, (_, index) => (index + 1) / 40);

function holds(estimate: Estimate, truth: number): boolean {
  return estimate.lower !== null && estimate.lower <= truth && truth <= (estimate.upper ?? Infinity);
}

function mean(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length;
}

describe('the Wilson interval of a share', () => {
  const coverageAt = (total: number, share: number, confidence: number): number =>
    sum(binomialChances(total, share).filter((_, successes) => holds(wilsonInterval(successes, total, confidence), share)));

  it.each([
    [10, 95, 0.01, 0.12],
    [30, 95, 0.01, 0.07],
    [200, 95, 0.004, 0.03],
    [10, 80, 0.03, 0.18],
    [30, 80, 0.02, 0.13],
    [200, 80, 0.01, 0.06],
  ])(
    'of %d holds the truth in %d %% of cases on average, give or take %d, and for no share less by %d',
    (total, confidence, leeway, worst) => {
      const coverages = SHARES.map((share) => coverageAt(total, share, confidence));
      expect(Math.abs(mean(coverages) - confidence / 100)).toBeLessThan(leeway);
      expect(Math.min(...coverages)).toBeGreaterThan(confidence / 100 - worst);
    },
  );

  it('is at its worst, as is known, 0.838 at 95 % for shares so small that one success is rare', () => {
    // Just below the lower end for one success, which is 0.1765/n for large n, only no success is held: e^-0.1765 = 0.838.
    const share = wilsonInterval(1, 1_000, 95).lower * 0.9999;
    expect(coverageAt(1_000, share, 95)).toBeCloseTo(0.838, 2);
    const small = Array.from({ length: 200 }, (_, index) => (index + 1) / 20_000);
    expect(Math.min(...small.map((it) => coverageAt(200, it, 95)))).toBeGreaterThan(0.83);
  });
});

describe('the hybrid score interval of a difference of shares', () => {
  it.each([
    [20, 30, 95, 0.015, 0.04],
    [50, 50, 95, 0.01, 0.03],
    [20, 30, 80, 0.03, 0.08],
  ])(
    'of %d and %d holds the truth in %d %% of cases on average, give or take %d, and for no shares less by %d',
    (test, comparison, confidence, leeway, worst) => {
      const shares = SHARES.filter((_, index) => index % 4 === 1);
      const intervals = Array.from({ length: test + 1 }, (_, one) =>
        Array.from({ length: comparison + 1 }, (__, other) =>
          shareDifferenceInterval({ successes: one, total: test }, { successes: other, total: comparison }, confidence),
        ),
      );
      const coverages = shares.flatMap((share) =>
        shares.map((otherShare) => {
          const [chances, otherChances] = [binomialChances(test, share), binomialChances(comparison, otherShare)];
          return sum(
            intervals.map(
              (row, one) =>
                Number(chances[one]) *
                sum(row.map((interval, other) => (holds(interval, share - otherShare) ? Number(otherChances[other]) : 0))),
            ),
          );
        }),
      );
      expect(Math.abs(mean(coverages) - confidence / 100)).toBeLessThan(leeway);
      expect(Math.min(...coverages)).toBeGreaterThan(confidence / 100 - worst);
    },
  );
});

describe('the exact interval of a rate', () => {
  it.each([80, 95, 99])('never holds the truth in less than %d %% of cases', (confidence) => {
    const intervals = Array.from({ length: 140 }, (_, events) => rateInterval({ events, exposure: 4 }, confidence));
    const coverageAt = (expected: number): number =>
      sum(poissonChances(expected, 139).filter((_, events) => holds(intervals[events] as Estimate, expected / 4)));
    const coverages = Array.from({ length: 600 }, (_, index) => coverageAt((index + 1) / 10));
    expect(Math.min(...coverages)).toBeGreaterThanOrEqual(confidence / 100 - 1e-9);
    // Nor is it much too careful where many events are expected.
    expect(mean(coverages.slice(400))).toBeLessThan(confidence / 100 + 0.06 * (1 - confidence / 100) + 0.015);
  });
});

describe('the exact interval of a ratio of rates', () => {
  it.each([80, 95])('never holds the truth in less than %d %% of cases', (confidence) => {
    const most = 60;
    const counts = Array.from({ length: most + 1 }, (_, events) => events);
    const intervals = counts.map((events) =>
      counts.map((other) => rateRatioInterval({ events, exposure: 2 }, { events: other, exposure: 5 }, confidence)),
    );
    const expectations = [0.2, 1, 3, 8, 20];
    const coverages = expectations.flatMap((expected) =>
      expectations.map((otherExpected) => {
        const ratio = expected / 2 / (otherExpected / 5);
        const [chances, otherChances] = [poissonChances(expected, most), poissonChances(otherExpected, most)];
        return sum(
          intervals.map(
            (row, events) =>
              Number(chances[events]) * sum(row.map((interval, other) => (holds(interval, ratio) ? Number(otherChances[other]) : 0))),
          ),
        );
      }),
    );
    expect(Math.min(...coverages)).toBeGreaterThanOrEqual(confidence / 100 - 1e-9);
    expect(coverages.at(-1)).toBeLessThan(confidence / 100 + 0.07);
  });
});

describe('the t intervals', () => {
  const TRIES = 3_000;

  /** The part of the tries in which `interval` held the truth. */
  function tried(truth: number, seed: number, interval: (chance: () => number) => Estimate): number {
    const chance = seededChance(seed);
    let held = 0;
    for (let attempt = 0; attempt < TRIES; attempt += 1) if (holds(interval(chance), truth)) held += 1;
    return held / TRIES;
  }

  /** Four standard errors of so many tries. */
  const leeway = (confidence: number): number => 4 * Math.sqrt(((confidence / 100) * (1 - confidence / 100)) / TRIES);

  it.each([
    [3, 95],
    [12, 95],
    [3, 80],
    [12, 80],
  ])('of a mean of %d values hold the truth in %d %% of cases', (count, confidence) => {
    const held = tried(10, 1, (chance) => meanInterval(normalValues(chance, count, 10, 4), confidence));
    expect(Math.abs(held - confidence / 100)).toBeLessThan(leeway(confidence));
  });

  it.each([
    [5, 95],
    [20, 80],
  ])('of a change of %d subjects hold the truth in %d %% of cases, though subjects differ', (count, confidence) => {
    const held = tried(1.5, 2, (chance) => {
      const subjects = normalValues(chance, count, 50, 20);
      const changes = normalValues(chance, count, 1.5, 2);
      return pairedDifferenceInterval(
        subjects.map((before, index) => ({ before, after: before + Number(changes[index]) })),
        confidence,
      );
    });
    expect(Math.abs(held - confidence / 100)).toBeLessThan(leeway(confidence));
  });

  // Welch's degrees of freedom are an approximation: one point more of leeway.
  it.each([
    [5, 1, 20, 4, 95],
    [20, 1, 5, 4, 95],
    [10, 3, 10, 3, 95],
    [20, 1, 5, 4, 80],
  ])(
    'of a difference of means hold the truth for %d values spread by %d and %d by %d at %d %%',
    (one, spread, other, otherSpread, confidence) => {
      const held = tried(-2, 3, (chance) =>
        meanDifferenceInterval(normalValues(chance, one, 5, spread), normalValues(chance, other, 7, otherSpread), confidence),
      );
      expect(Math.abs(held - confidence / 100)).toBeLessThan(leeway(confidence) + 0.01);
    },
  );
});
