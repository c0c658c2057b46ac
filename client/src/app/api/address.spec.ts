import { ideaNumberIn } from './address';

describe('the number of an idea in an address', () => {
  it.each(['0x10', '1e3', '007', '1.0', ' 1', '-1', '0', 'abc', '', '12345678901'])('is no %j: no idea has such a number', (text) => {
    expect(ideaNumberIn(text)).toBe(0);
  });

  it('is written in decimal digits', () => {
    expect([ideaNumberIn('7'), ideaNumberIn('2147483647')]).toEqual([7, 2_147_483_647]);
  });
});
