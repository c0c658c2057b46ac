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
  unit: null,
  completeCount: false,
  sampleSize: null,
  costCap: { amount: 400, currency: 'PLN' },
  responsible: [{ id: 'maja', name: 'Maja', unit: null }],
  risks: 'somebody falls',
  personalData: true,
  legalBasis: 'a task in the public interest',
  dataProtectionContact: 'the officer',
  participantInformation: 'a sign',
};

describe('a test card in its form', () => {
  it('shows shares as percent, without the noise of binary fractions', () => {
    const entry = entryOf({ title: 'Bench', card });
    expect(entry.baseline).toBe('29');
    expect(entry.threshold).toBe('57.5');
  });

  it('comes back as it was', () => {
    expect(cardOf(entryOf({ title: 'Bench', card }), { card, planner: 'tomek' })).toEqual({ ...card, responsible: ['maja'] });
  });

  it('reads percent written with a comma and a sign', () => {
    expect(cardOf({ ...blankCard, threshold: ' 12,5 % ' }, { card: null, planner: 'tomek' }).threshold).toBe(0.125);
  });

  it('names whoever plans it as the one who answers for it, and costs nothing that was not written', () => {
    const planned = cardOf(blankCard, { card: null, planner: 'tomek' });
    expect(planned).toMatchObject({ kind: 'proportion', responsible: ['tomek'], costCap: null, personalData: null });
    expect(cardOf({ ...blankCard, costCap: '1 200,50', currency: ' pln' }, { card: null, planner: 'tomek' }).costCap).toEqual({
      amount: 1200.5,
      currency: 'PLN',
    });
  });

  it('says what is missing, in the order of the form; a zero is not missing', () => {
    expect(missingIn(blankCard)[0]).toBe('hypothesis');
    expect(missingIn({ ...entryOf({ title: 'Bench', card }), baseline: '0', place: '  ' })).toEqual(['place']);
    const bare = { ...entryOf({ title: 'Bench', card }), legalBasis: '', personalData: 'no' as const };
    expect([missingIn(bare), missingIn({ ...bare, personalData: 'yes' })]).toEqual([[], ['legalBasis']]);
  });
});
