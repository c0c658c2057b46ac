import { checklistCount, completeCount } from './exact-value.js';

describe('what is counted completely', () => {
  it('is a value without an interval', () => {
    expect(completeCount(0.31)).toEqual({ estimate: 0.31, lower: 0.31, upper: 0.31, exact: true });
    expect(() => completeCount(Number.NaN)).toThrow(RangeError);
  });

  it('is how many points of a checklist are fulfilled', () => {
    expect(checklistCount(7, 9)).toEqual({ estimate: 7, lower: 7, upper: 7, exact: true });
  });

  it.each([
    [1, 0],
    [-1, 3],
    [4, 3],
    [0.5, 3],
  ])('is not %d points of %d', (fulfilled, total) => {
    expect(() => checklistCount(fulfilled, total)).toThrow(RangeError);
  });
});
