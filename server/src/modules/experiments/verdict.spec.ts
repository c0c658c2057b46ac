import { wilsonInterval } from './statistics/index.js';
import { verdictOf, type Bar, type Counted } from './verdict.js';

const atLeast = (threshold: number): Bar => ({ direction: 'at-least', threshold, confidence: 95 });
const atMost = (threshold: number): Bar => ({ direction: 'at-most', threshold, confidence: 95 });
const test = (successes: number, total: number): Counted => ({ group: 'test', successes, total });

/** 81 of 263: between 0.2553 and 0.3662 at 95 %. */
const MEASURED = [test(81, 263)];

describe('the verdict', () => {
  it('is "met" when the whole interval is on the good side', () => {
    expect(verdictOf(atLeast(0.25), MEASURED).verdict).toBe('met');
    expect(verdictOf(atMost(0.37), MEASURED).verdict).toBe('met');
  });

  it('is "not met" when the whole interval is on the bad side', () => {
    expect(verdictOf(atLeast(0.37), MEASURED).verdict).toBe('not-met');
    expect(verdictOf(atMost(0.25), MEASURED).verdict).toBe('not-met');
  });

  it('is "inconclusive" when the threshold lies within the interval, even if the share is on the good side', () => {
    expect(verdictOf(atLeast(0.3), MEASURED).verdict).toBe('inconclusive');
    expect(verdictOf(atMost(0.33), MEASURED).verdict).toBe('inconclusive');
  });

  it('counts the threshold itself to the good side', () => {
    const { lower, upper } = wilsonInterval(81, 263, 95);
    expect(verdictOf(atLeast(lower), MEASURED).verdict).toBe('met');
    expect(verdictOf(atMost(upper), MEASURED).verdict).toBe('met');
    expect(verdictOf(atLeast(upper), MEASURED).verdict).toBe('inconclusive');
    expect(verdictOf(atLeast(0), [test(0, 20)]).verdict).toBe('met');
    expect(verdictOf(atMost(1), [test(20, 20)]).verdict).toBe('met');
  });

  it('is "no data" before anything is measured in the test group', () => {
    const empty = { verdict: 'no-data', successes: 0, total: 0, estimate: null, lower: null, upper: null };
    expect(verdictOf(atLeast(0.3), [])).toMatchObject(empty);
    expect(verdictOf(atLeast(0.3), [{ group: 'comparison', successes: 9, total: 10 }])).toMatchObject(empty);
  });

  it('adds up the test group and leaves out the comparison group', () => {
    const pooled = verdictOf(atLeast(0.25), [test(31, 100), { group: 'comparison', successes: 0, total: 5_000 }, test(50, 163)]);
    expect(pooled).toMatchObject({ verdict: 'met', successes: 81, total: 263, estimate: 81 / 263 });
  });

  it('can change with the confidence that was asked for', () => {
    expect(verdictOf({ ...atLeast(0.26), confidence: 80 }, MEASURED).verdict).toBe('met');
    expect(verdictOf({ ...atLeast(0.26), confidence: 99 }, MEASURED).verdict).toBe('inconclusive');
  });

  it('cannot be conclusive without a threshold', () => {
    expect(verdictOf({ ...atLeast(0), threshold: null }, MEASURED)).toMatchObject({ verdict: 'inconclusive', threshold: null });
  });

  it('tells its method, direction, threshold and confidence', () => {
    expect(verdictOf(atMost(0.4), MEASURED)).toMatchObject({ method: 'wilson', direction: 'at-most', threshold: 0.4, confidence: 95 });
  });
});
