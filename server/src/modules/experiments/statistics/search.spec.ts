import { smallestAmount, smallestWhole } from './search.js';

describe('the search for the smallest that is enough', () => {
  it('finds every whole number, in few steps', () => {
    for (let wanted = 2; wanted <= 300; wanted += 1) {
      let asked = 0;
      const found = smallestWhole(2, 300, (number) => {
        asked += 1;
        return number >= wanted;
      });
      expect(found).toBe(wanted);
      expect(asked).toBeLessThan(20);
    }
  });

  it('finds the limit itself and nothing beyond', () => {
    expect(smallestWhole(0, 10_000_000, (number) => number >= 10_000_000)).toBe(10_000_000);
    expect(smallestWhole(0, 10_000_000, (number) => number > 10_000_000)).toBeNull();
  });

  it.each([1e-6, 0.3, 1, 7.25, 1e6])('finds the amount %d and is never a hair too small', (wanted) => {
    const found = Number(smallestAmount(1, 1e6, (amount) => amount >= wanted));
    expect(found).toBeGreaterThanOrEqual(wanted);
    expect(found / wanted).toBeCloseTo(1, 8);
  });

  it('finds no amount beyond the limit', () => {
    expect(smallestAmount(1, 1e6, (amount) => amount > 1e6)).toBeNull();
    expect(smallestAmount(5, 2, (amount) => amount > 2)).toBeNull();
    expect(smallestAmount(5, 2, (amount) => amount >= 2)).toBe(2);
  });
});
