import { blankCard, cardOf, entryOf, missingIn } from './test-card';

const card = {
  hypothesis: 'a bench makes people wait longer',
  method: 'two stops with, two without',
  metric: 'share of people who stay',
  kind: 'proportion' as const,
  baseline: 0.29,
  direction: 'at-least' as const,
  threshold: 0.575,
  confidence: 90 as const,
  group: '200 passengers',
  place: 'Wołoska',
  startsOn: '2026-05-06',
  endsOn: '2026-07-29',
};

describe('a test card in its form', () => {
  it('shows shares as percent, without the noise of binary fractions', () => {
    const entry = entryOf({ title: 'Bench', card });
    expect(entry.baseline).toBe('29');
    expect(entry.threshold).toBe('57.5');
  });

  it('comes back as it was', () => {
    expect(cardOf(entryOf({ title: 'Bench', card }))).toEqual(card);
  });

  it('reads percent written with a comma and a sign', () => {
    expect(cardOf({ ...blankCard, threshold: ' 12,5 % ' }).threshold).toBe(0.125);
  });

  it('says what is missing, in the order of the form; a zero is not missing', () => {
    expect(missingIn(blankCard)[0]).toBe('hypothesis');
    expect(missingIn({ ...entryOf({ title: 'Bench', card }), baseline: '0', place: '  ' })).toEqual(['place']);
  });
});
