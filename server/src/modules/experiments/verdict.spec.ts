import { LIMITS, type MetricKind } from '#contracts';
import { groupCounts } from './group-sums.js';
import type { Measured } from './measured.js';
import { meanDifferenceInterval, meanInterval, rateInterval, rateRatioInterval, wilsonInterval } from './statistics/index.js';
import { type Bar, verdictOf } from './verdict.js';

const bar = (changes: Partial<Bar>): Bar => ({
  kind: 'proportion',
  unit: null,
  direction: 'at-least',
  threshold: 0.3,
  confidence: 95,
  completeCount: false,
  sampleSize: null,
  ...changes,
});
const atLeast = (threshold: number | null, changes: Partial<Bar> = {}): Bar => bar({ threshold, ...changes });
const atMost = (threshold: number | null, changes: Partial<Bar> = {}): Bar => bar({ direction: 'at-most', threshold, ...changes });

const EMPTY: Measured = {
  group: 'test',
  on: '2026-03-02',
  successes: null,
  total: null,
  value: null,
  before: null,
  count: null,
  exposure: null,
  note: null,
};
const comparison = (measured: Measured): Measured => ({ ...measured, group: 'comparison' });
const share = (successes: number, total: number): Measured => ({ ...EMPTY, successes, total });
const values = (...list: number[]): Measured[] => list.map((value) => ({ ...EMPTY, value }));
const pairs = (...list: [before: number, after: number][]): Measured[] => list.map(([before, value]) => ({ ...EMPTY, before, value }));
const events = (count: number, exposure: number): Measured => ({ ...EMPTY, count, exposure });

const verdict = (card: Bar, measured: readonly Measured[]) => verdictOf(card, groupCounts(measured), false);

/** 81 of 263: between 0.2553 and 0.3662 at 95 %. */
const MEASURED = [share(81, 263)];

describe('the verdict on a share', () => {
  it('is "met" when the whole interval is on the good side', () => {
    expect(verdict(atLeast(0.25), MEASURED).verdict).toBe('met');
    expect(verdict(atMost(0.37), MEASURED).verdict).toBe('met');
  });

  it('is "not met" when the whole interval is on the bad side', () => {
    expect(verdict(atLeast(0.37), MEASURED).verdict).toBe('not-met');
    expect(verdict(atMost(0.25), MEASURED).verdict).toBe('not-met');
  });

  it('is "inconclusive" when the threshold lies within the interval, even if the share is on the good side', () => {
    expect(verdict(atLeast(0.3), MEASURED).verdict).toBe('inconclusive');
    expect(verdict(atMost(0.33), MEASURED).verdict).toBe('inconclusive');
  });

  it('counts the threshold itself to the good side', () => {
    const { lower, upper } = wilsonInterval(81, 263, 95);
    expect(verdict(atLeast(lower), MEASURED).verdict).toBe('met');
    expect(verdict(atMost(upper), MEASURED).verdict).toBe('met');
    expect(verdict(atLeast(upper), MEASURED).verdict).toBe('inconclusive');
    expect(verdict(atLeast(0), [share(0, 20)]).verdict).toBe('met');
    expect(verdict(atMost(1), [share(20, 20)]).verdict).toBe('met');
  });

  it('is "no data" before anything is measured in the test group', () => {
    const empty = { verdict: 'no-data', estimate: null, lower: null, upper: null, neededMore: null, unbounded: false };
    expect(verdict(atLeast(0.3), [])).toMatchObject({ ...empty, groups: { test: null, comparison: null } });
    const aside = verdict(atLeast(0.3), [comparison(share(9, 10))]);
    expect(aside).toMatchObject({ ...empty, groups: { test: null, comparison: { size: 10, estimate: 0.9 } } });
  });

  it('adds up the test group and only shows the comparison group beside it', () => {
    const pooled = verdict(atLeast(0.25), [share(31, 100), comparison(share(0, 5_000)), share(50, 163)]);
    expect(pooled).toMatchObject({ verdict: 'met', estimate: 81 / 263 });
    expect(pooled.groups).toEqual({
      test: { size: 263, estimate: 81 / 263, successes: 81, total: 263, count: null, exposure: null, deviation: null },
      comparison: { size: 5_000, estimate: 0, successes: 0, total: 5_000, count: null, exposure: null, deviation: null },
    });
  });

  it('can change with the confidence that was asked for', () => {
    expect(verdict(atLeast(0.26, { confidence: 80 }), MEASURED).verdict).toBe('met');
    expect(verdict(atLeast(0.26, { confidence: 99 }), MEASURED).verdict).toBe('inconclusive');
  });

  it('cannot be conclusive without a threshold, and then needs no more', () => {
    expect(verdict(atLeast(null), MEASURED)).toMatchObject({ verdict: 'inconclusive', threshold: null, neededMore: null });
  });

  it('says how many more would decide it, and only while it is open', () => {
    const open = verdict(atLeast(0.3), MEASURED);
    const more = open.neededMore ?? 0;
    expect(more).toBeGreaterThan(0);
    const total = 263 + more;
    expect(wilsonInterval(Math.round((81 / 263) * total), total, 95).lower).toBeCloseTo(0.3, 3);
    expect(verdict(atLeast(0.25), MEASURED).neededMore).toBeNull();
  });

  it('tells its method, kind, direction, threshold, confidence, and whether the card was amended after data', () => {
    expect(verdictOf(atMost(0.4), groupCounts(MEASURED), true)).toMatchObject({
      method: 'wilson',
      kind: 'proportion',
      unit: null,
      direction: 'at-most',
      threshold: 0.4,
      confidence: 95,
      completeCount: false,
      amendedAfterData: true,
    });
  });
});

describe('the verdict on two shares', () => {
  const card = (threshold: number) => atLeast(threshold, { kind: 'proportion-difference' });
  const measured = [share(56, 70), comparison(share(48, 80))];

  it('is the interval of their difference, test minus comparison', () => {
    const { lower, upper, ...said } = verdict(card(0.05), measured);
    expect(said).toMatchObject({ verdict: 'met', method: 'newcombe', estimate: 0.8 - 0.6 });
    expect({ lower, upper }).toEqual(
      expect.objectContaining({ lower: expect.closeTo(0.0524, 4) as number, upper: expect.closeTo(0.3339, 4) as number }),
    );
    expect(verdict(card(0.34), measured).verdict).toBe('not-met');
    expect(verdict(card(0.2), measured)).toMatchObject({ verdict: 'inconclusive' });
  });

  it('is "no data" until both groups have been measured', () => {
    expect(verdict(card(0), [share(5, 7)])).toMatchObject({
      verdict: 'no-data',
      estimate: null,
      groups: { test: { size: 7 }, comparison: null },
    });
    expect(verdict(card(0), [comparison(share(5, 7))]).verdict).toBe('no-data');
  });

  it('says how many more in both groups together', () => {
    expect(verdict(card(0.1), measured).neededMore).toBeGreaterThan(1);
  });

  it('compares the shares themselves where everybody was counted', () => {
    const complete = verdict({ ...card(0.19), completeCount: true }, measured);
    expect(complete).toMatchObject({ verdict: 'met', method: 'complete-count', lower: null, upper: null, neededMore: null });
    expect(complete.estimate).toBeCloseTo(0.2, 10);
    expect(verdict({ ...card(0.21), completeCount: true }, measured).verdict).toBe('not-met');
  });
});

describe('a value that is the threshold, where everybody was counted,', () => {
  it.each<[MetricKind, number, Measured[]]>([
    // In binary fractions: 0.09999999999999998, 0.7999999999999999, 19.999999999999996 and 1.0000000000000002.
    ['proportion-difference', 0.1, [share(9, 10), comparison(share(8, 10))]],
    ['mean', 0.8, values(0.7, 0.8, 0.9)],
    ['mean-difference', 0.1, [...values(0.3), ...values(0.2).map(comparison)]],
    ['rate', 20, [events(2, 0.1), events(2, 0.1), events(2, 0.1)]],
    ['rate-ratio', 1, [events(1, 0.1), events(1, 0.1), events(1, 0.1), comparison(events(3, 0.3))]],
    ['paired', 0.1, pairs([0.2, 0.3])],
  ])('of a %s lies on the good side of %d, from below and from above', (kind, threshold, measured) => {
    const said = [atLeast(threshold, { kind, completeCount: true }), atMost(threshold, { kind, completeCount: true })];
    expect(said.map((card) => verdict(card, measured).verdict)).toEqual(['met', 'met']);
  });

  it('is not what large values that cancel each other leave far beside it', () => {
    const card = atLeast(0.01, { kind: 'mean', completeCount: true });
    expect(verdict(card, values(1e12, -1e12, -0.5)).verdict).toBe('not-met');
  });

  it('is not what lies a ten-thousandth beside it', () => {
    const card = atLeast(0.1001, { kind: 'proportion-difference', completeCount: true });
    expect(verdict(card, [share(9, 10), comparison(share(8, 10))]).verdict).toBe('not-met');
  });
});

describe('the verdict on a mean', () => {
  const card = (threshold: number, changes: Partial<Bar> = {}) => atLeast(threshold, { kind: 'mean', unit: 'minutes', ...changes });

  it('is the interval of Student', () => {
    const list = [5.1, 6.3, 5.8, 7.2, 6.6];
    const { lower, upper } = meanInterval(list, 95);
    const said = verdict(card(5), values(...list));
    expect(said).toMatchObject({ verdict: 'met', method: 'student', unit: 'minutes', lower, upper, estimate: expect.closeTo(6.2, 10) });
    expect(said.groups.test).toMatchObject({ size: 5, successes: null, deviation: expect.closeTo(0.7969, 4) });
  });

  it('is open after a single value, and needs one more', () => {
    expect(verdict(card(5), values(7))).toMatchObject({
      verdict: 'inconclusive',
      estimate: 7,
      lower: null,
      upper: null,
      unbounded: false,
      neededMore: 1,
      groups: { test: { size: 1, deviation: null } },
    });
  });

  it('is open when all values are the same: nothing says how far others may lie off', () => {
    expect(verdict(card(5), values(7, 7, 7))).toMatchObject({ verdict: 'inconclusive', lower: null, neededMore: null });
  });

  it('waits for the rest of everybody, where the card says how many that is', () => {
    const some = verdict(card(5, { completeCount: true, sampleSize: 4 }), values(7, 8, 9));
    expect(some).toMatchObject({ verdict: 'inconclusive', method: 'complete-count', estimate: 8, neededMore: 1 });
    expect(verdict(card(5, { completeCount: true, sampleSize: 4 }), values(7, 8, 9, 8)).verdict).toBe('met');
  });

  it('is the mean itself where everybody was measured', () => {
    expect(verdict(card(7, { completeCount: true }), values(7))).toMatchObject({ verdict: 'met', method: 'complete-count', lower: null });
    expect(verdict(card(7.1, { completeCount: true }), values(7)).verdict).toBe('not-met');
  });
});

describe('the verdict on two means', () => {
  const card = atLeast(0.5, { kind: 'mean-difference', unit: 'minutes' });
  const test = [5.1, 6.3, 5.8, 7.2, 6.6];
  const others = [4.0, 4.4, 3.9, 4.8];

  it('is the interval of Welch, test minus comparison', () => {
    const { lower, upper } = meanDifferenceInterval(test, others, 95);
    const said = verdict(card, [...values(...test), ...values(...others).map(comparison)]);
    expect(said).toMatchObject({ verdict: 'met', method: 'welch', lower, upper });
    expect(said.groups.comparison).toMatchObject({ size: 4, estimate: expect.closeTo(4.275, 10) });
  });

  it('needs two values in each group', () => {
    expect(verdict(card, [...values(5), ...values(4).map(comparison)])).toMatchObject({
      verdict: 'inconclusive',
      neededMore: 2,
      estimate: 1,
    });
    expect(verdict(card, [...values(5, 6), ...values(4).map(comparison)]).neededMore).toBe(1);
  });
});

describe('the verdict on a rate', () => {
  const card = atMost(2, { kind: 'rate', unit: 'accident a month' });

  it('is the exact interval of Garwood', () => {
    const { lower, upper } = rateInterval({ events: 10, exposure: 10 }, 95);
    expect(verdict(card, [events(4, 6), events(6, 4)])).toMatchObject({ verdict: 'met', method: 'garwood', estimate: 1, lower, upper });
    expect(verdict(card, [events(10, 10)]).groups.test).toEqual({
      size: 1,
      estimate: 1,
      successes: null,
      total: null,
      count: 10,
      exposure: 10,
      deviation: null,
    });
  });

  it('says how much more exposure, in whole units', () => {
    const { neededMore, verdict: word } = verdict(card, [events(3, 2)]);
    expect(word).toBe('inconclusive');
    expect(neededMore).toBeGreaterThan(0);
    expect(Number.isInteger(neededMore)).toBe(true);
  });
});

describe('the verdict on two rates', () => {
  const card = atMost(0.9, { kind: 'rate-ratio', unit: 'month' });

  it('is the exact interval of their ratio, test by comparison', () => {
    const [one, other] = [
      { events: 10, exposure: 20 },
      { events: 40, exposure: 20 },
    ];
    const { lower, upper } = rateRatioInterval(one, other, 95);
    expect(verdict(card, [events(10, 20), comparison(events(40, 20))])).toMatchObject({
      verdict: 'met',
      method: 'conditional-exact',
      estimate: 0.25,
      lower,
      upper,
      unbounded: false,
    });
  });

  it('has no upper end, and no estimate, when nothing happened in the comparison group', () => {
    expect(verdict(card, [events(2, 20), comparison(events(0, 20))])).toMatchObject({
      verdict: 'inconclusive',
      estimate: null,
      upper: null,
      unbounded: true,
    });
    const complete = verdict({ ...card, completeCount: true }, [events(2, 20), comparison(events(0, 20))]);
    expect(complete).toMatchObject({ verdict: 'inconclusive', estimate: null, unbounded: false });
  });
});

describe('the verdict on pairs', () => {
  const card = atMost(0, { kind: 'paired', unit: 'minutes' });

  it('is the interval of the mean change, after minus before', () => {
    const said = verdict(card, pairs([10, 8], [12, 9], [9, 8], [11, 9]));
    expect(said).toMatchObject({ verdict: 'met', method: 'paired-t', estimate: -2 });
    expect([said.lower, said.upper]).toEqual([meanInterval([-2, -3, -1, -2], 95).lower, meanInterval([-2, -3, -1, -2], 95).upper]);
  });

  it('is open after a single pair, and needs one more', () => {
    expect(verdict(card, pairs([10, 8]))).toMatchObject({ verdict: 'inconclusive', neededMore: 1, estimate: -2 });
  });
});

describe('the verdict on a checklist', () => {
  const card = atLeast(8, { kind: 'checklist', sampleSize: 10 });

  it('is "met" once enough items are fulfilled, and "not met" once they can no longer be', () => {
    expect(verdict(card, [share(8, 8)])).toMatchObject({ verdict: 'met', method: 'checklist', estimate: 8, lower: null, upper: null });
    expect(verdict(card, [share(5, 8)]).verdict).toBe('not-met');
  });

  it('is open while it may still turn out either way, and says how many items are missing', () => {
    expect(verdict(card, [share(4, 4), share(2, 3)])).toMatchObject({ verdict: 'inconclusive', estimate: 6, neededMore: 3 });
  });

  it('of at most so many faults turns the other way round', () => {
    const faults = atMost(1, { kind: 'checklist', sampleSize: 10 });
    expect(verdict(faults, [share(1, 10)]).verdict).toBe('met');
    expect(verdict(faults, [share(2, 3)]).verdict).toBe('not-met');
    expect(verdict(faults, [share(1, 3)])).toMatchObject({ verdict: 'inconclusive', neededMore: 7 });
  });

  it('that was looked at more often than it has items is judged by what was found', () => {
    expect(verdict(card, [share(7, 12)]).verdict).toBe('not-met');
  });
});

describe('the numbers of a verdict', () => {
  const most = LIMITS.count;
  const heaps = (measured: Measured) => Array.from({ length: 2_000 }, () => measured);
  it.each<[MetricKind, Measured[]]>([
    ['proportion', heaps(share(most / 2, most))],
    ['proportion-difference', [...heaps(share(most / 2, most)), comparison(share(0, 1))]],
    ['mean', [...values(1e12, -1e12), ...values(1e-9)]],
    ['mean-difference', [...values(1e12, -1e12), ...values(1e12, 1).map(comparison)]],
    ['paired', pairs([1e12, -1e12], [-1e12, 1e12])],
    ['rate', [events(LIMITS.events, 1e-6), ...heaps(events(LIMITS.events, 1e12))]],
    ['rate', [events(0, 1e-6)]],
    ['rate-ratio', [events(LIMITS.events, 1e-6), comparison(events(0, 1e12))]],
    ['rate-ratio', [...heaps(events(LIMITS.events, 1e-6)), ...heaps(comparison(events(LIMITS.events, 1e12)))]],
    ['rate-ratio', [events(0, 1e12), comparison(events(LIMITS.events, 1e-6))]],
    ['checklist', heaps(share(most, most))],
  ])('of a %s can be computed from the largest and smallest that may be recorded', (kind, measured) => {
    for (const threshold of [1e-12, 0.5, 1e12]) {
      for (const card of [atLeast(threshold, { kind }), atMost(threshold, { kind, confidence: 80 })]) {
        const said = verdict(card, measured);
        for (const number of [said.estimate, said.lower, said.upper, said.neededMore]) expect(Number.isNaN(number)).toBe(false);
        expect(['met', 'not-met', 'inconclusive']).toContain(said.verdict);
      }
    }
  });
});
