import { aTestCard } from '../../../ui/test-card/testing/a-test-card';
import { aPlan } from '../testing/an-experiment';
import { cardOf, decimalSign, entryOf, isPeriodWrong, missingIn } from './card-entry';
import { usualCurrency } from './currencies';
import { changedIn, mergeEntries, withoutFaulty } from './merge-entries';

describe('the usual currency', () => {
  it('is that of the place of the organisation, whatever language somebody speaks', () => {
    expect(usualCurrency('Europe/Warsaw', 'en')).toBe('PLN');
    expect(usualCurrency('Europe/Stockholm', 'fi')).toBe('SEK');
    expect(usualCurrency('Europe/Helsinki', 'sv')).toBe('EUR');
    expect(usualCurrency(undefined, 'sv')).toBe('SEK');
  });
});

describe('the form of a test card', () => {
  const entry = entryOf(aPlan(), ',');

  it('writes shares in percent and numbers with the sign of the language, and reads them back', () => {
    const written = entryOf(aPlan({ card: aTestCard({ threshold: 0.125 }) }), decimalSign('fi-FI'));
    expect(written.threshold).toBe('12,5');
    expect(cardOf(written, 'EUR').threshold).toBe(0.125);
    const mean = entryOf(aPlan({ card: aTestCard({ kind: 'mean', unit: 'min', threshold: 12.5 }) }), '.');
    expect(mean.threshold).toBe('12.5');
    expect(cardOf(mean, 'EUR').threshold).toBe(12.5);
  });

  it('a share is not blurred by the way it is stored', () => {
    expect(entryOf(aPlan({ card: aTestCard({ threshold: 0.29 }) }), '.').threshold).toBe('29');
  });

  it('sends the whole card back unchanged', () => {
    const { responsible, ...card } = aTestCard();
    expect(cardOf(entry, 'EUR')).toEqual({ ...card, responsible: responsible.map((it) => it.id) });
  });

  it('what says nothing is null; without a chosen currency the usual one is meant', () => {
    const card = cardOf({ ...entry, risks: '  ', threshold: '', costAmount: '30', costCurrency: '', personalData: '' }, 'SEK');
    expect(card).toMatchObject({ risks: null, threshold: null, costCap: { amount: 30, currency: 'SEK' }, personalData: null });
  });

  it('says what is missing by the kind of metric; a zero is not missing', () => {
    expect(missingIn(entry)).toEqual([]);
    expect(missingIn({ ...entry, baseline: '0', costAmount: '0', place: ' ' })).toEqual(['place']);
    expect(missingIn({ ...entry, kind: 'mean' })).toEqual(['unit']);
    expect(missingIn({ ...entry, kind: 'checklist', responsible: [] })).toEqual(['sampleSize', 'responsible']);
    expect(missingIn({ ...entry, personalData: 'yes' })).toEqual(['legalBasis', 'dataProtectionContact']);
    expect(missingIn({ ...entry, personalData: '' })).toEqual(['personalData']);
  });

  it('a period that ends before it starts is impossible', () => {
    expect(isPeriodWrong(entry)).toBe(false);
    expect(isPeriodWrong({ ...entry, endsOn: '2026-03-01' })).toBe(true);
  });
});

describe('two people who write one card', () => {
  const base = entryOf(aPlan(), '.');

  it('each keep what only they changed', () => {
    const { entry, clashes } = mergeEntries(base, { ...base, risks: 'Mine' }, { ...base, place: 'Theirs' });
    expect(entry).toMatchObject({ risks: 'Mine', place: 'Theirs' });
    expect(clashes).toEqual([]);
  });

  it('are told of what both changed, and nothing of either is lost', () => {
    const { entry, clashes } = mergeEntries(base, { ...base, risks: 'Mine' }, { ...base, risks: 'Theirs' });
    expect(entry.risks).toBe('Mine');
    expect(clashes).toEqual([{ name: 'risks', mine: 'Mine', theirs: 'Theirs' }]);
  });

  it('what is faulty stays as it was, and what is measured stays together', () => {
    const mine = { ...base, kind: 'mean' as const, threshold: 'many', risks: 'Mine' };
    expect(withoutFaulty(base, mine, (name) => name === 'threshold')).toEqual({ ...base, risks: 'Mine' });
  });

  it('do not clash when they wrote the same', () => {
    expect(mergeEntries(base, { ...base, risks: 'Same' }, { ...base, risks: ' Same ' }).clashes).toEqual([]);
  });

  it('a blank that is being typed, or a comma for a point, is no change', () => {
    const mine = { ...base, risks: `${base.risks} ` };
    expect(changedIn(base, mine)).toEqual([]);
    expect(changedIn({ ...base, threshold: '12.5' }, { ...base, threshold: '12,5' })).toEqual([]);
    expect(changedIn(base, { ...base, responsible: [] })).toEqual(['responsible']);
  });
});
