import { checklistCount, completeCount } from './exact-value.js';
import { sideOf, type Goal } from './side.js';

const atLeast = (threshold: number): Goal => ({ direction: 'at-least', threshold });
const atMost = (threshold: number): Goal => ({ direction: 'at-most', threshold });
const interval = { estimate: 3, lower: 2, upper: 4 };

describe('the side of a threshold', () => {
  it.each([
    [atLeast(1.9), 'good'],
    [atLeast(2), 'good'],
    [atLeast(2.1), 'open'],
    [atLeast(4), 'open'],
    [atLeast(4.1), 'bad'],
    [atMost(4.1), 'good'],
    [atMost(4), 'good'],
    [atMost(3.9), 'open'],
    [atMost(2), 'open'],
    [atMost(1.9), 'bad'],
  ])('of an interval from 2 to 4 for %j is %s', (goal, side) => {
    expect(sideOf(interval, goal)).toBe(side);
  });

  it('is never the good one of "at most" for an interval without an upper end', () => {
    const unbounded = { estimate: null, lower: 2, upper: null };
    expect([atLeast(2), atLeast(3), atMost(3), atMost(1)].map((goal) => sideOf(unbounded, goal))).toEqual(['good', 'open', 'open', 'bad']);
  });

  it('is open without an interval', () => {
    expect(sideOf({ estimate: 9, lower: null, upper: null, reason: 'too-few' }, atLeast(1))).toBe('open');
  });

  it('is never open for what is counted completely', () => {
    expect(sideOf(checklistCount(7, 9), atLeast(7))).toBe('good');
    expect(sideOf(checklistCount(6, 9), atLeast(7))).toBe('bad');
    expect(sideOf(completeCount(0.3), atMost(0.3))).toBe('good');
  });

  it('is asked of a number', () => {
    expect(() => sideOf(interval, atLeast(Number.NaN))).toThrow(RangeError);
  });
});
