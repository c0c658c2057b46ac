import { rankBetween, ranksAbove } from './rank.js';

describe('ranks', () => {
  it('lie between their neighbours, whoever asks and however often', () => {
    let [above, below] = [rankBetween(null, null), ''];
    below = rankBetween(above, null);
    for (let round = 0; round < 300; round += 1) {
      const middle = rankBetween(above, below);
      expect(above < middle && middle < below).toBe(true);
      if (round % 2 === 0) above = middle;
      else below = middle;
    }
  });

  it('differ for two people who drop into the same gap at the same moment', () => {
    const [above, below] = [rankBetween(null, null), ''];
    const ranks = Array.from({ length: 500 }, () => rankBetween(above, below === '' ? null : below));
    expect(new Set(ranks).size).toBe(500);
  });

  it('never end in the zero that nothing fits below', () => {
    expect(Array.from({ length: 2_000 }, () => rankBetween(null, null)).filter((rank) => rank.endsWith('0'))).toEqual([]);
  });

  it('keep the order of many that come in together', () => {
    const first = rankBetween(null, null);
    const ranks = ranksAbove(first, 200);
    expect(ranks.toSorted()).toEqual(ranks);
    expect((ranks.at(-1) ?? '') < first).toBe(true);
    expect(Math.max(...ranks.map((rank) => rank.length))).toBeLessThan(20);
  });
});
