import type { Score } from '#contracts';
import { summaryOf, weightedMean } from './summary.js';

const card = (scores: Readonly<Record<string, Score | null>>) => ({
  scores: Object.entries(scores).map(([criterion, score]) => ({ criterion, score, note: null })),
});
const CRITERIA = [
  { key: 'need', weight: 1 },
  { key: 'proof', weight: 0.5 },
];

describe('what a panel says together', () => {
  it('shows the spread beside the mean', () => {
    const cards = [card({ need: 1, proof: 4 }), card({ need: 5, proof: null }), card({ need: 5, proof: 4 })];
    expect(summaryOf(CRITERIA, cards)).toEqual([
      { criterion: 'need', mean: 11 / 3, low: 1, high: 5, counts: [1, 0, 0, 0, 2], notApplicable: 0 },
      { criterion: 'proof', mean: 4, low: 4, high: 4, counts: [0, 0, 0, 2, 0], notApplicable: 1 },
    ]);
  });

  it('says nothing where nobody scored', () => {
    const none = { mean: null, low: null, high: null, counts: [0, 0, 0, 0, 0] };
    expect(summaryOf(CRITERIA, [card({ need: null })])).toEqual([
      { criterion: 'need', ...none, notApplicable: 1 },
      { criterion: 'proof', ...none, notApplicable: 0 },
    ]);
    expect(summaryOf(CRITERIA, []).map(({ mean }) => mean)).toEqual([null, null]);
  });

  it('weighs the means, and leaves out what nobody scored', () => {
    const of = (...cards: ReturnType<typeof card>[]) => weightedMean(CRITERIA, summaryOf(CRITERIA, cards));
    expect(of(card({ need: 4, proof: 1 }))).toBe((4 + 0.5) / 1.5);
    expect(of(card({ need: 4, proof: null }))).toBe(4);
    expect(of(card({ need: null, proof: null }))).toBeNull();
    expect(of()).toBeNull();
  });
});
