import { wishOf } from './sample-help';
import { prefillOf, uponPrefill } from './sample-prefill';

describe('the wish for a precision', () => {
  const wish = { margin: '10', expected: '', comparison: '', deviation: '' };

  it('of a share is asked for in percent, and sent as the width of the whole interval', () => {
    expect(wishOf('proportion', 95, wish)).toEqual({ kind: 'proportion', confidence: 95, width: 0.2, expected: null });
    expect(wishOf('proportion', 95, { ...wish, expected: '80' })).toMatchObject({ expected: 0.8 });
  });

  it('of a mean waits for the spread', () => {
    expect(wishOf('mean', 90, wish)).toBeNull();
    expect(wishOf('mean', 90, { ...wish, margin: '1,5', deviation: '4' })).toEqual({
      kind: 'mean',
      confidence: 90,
      width: 3,
      deviation: 4,
    });
  });

  it('of a ratio is a factor, and is not doubled', () => {
    expect(wishOf('rate-ratio', 95, { ...wish, margin: '3', expected: '2', comparison: '4' })).toMatchObject({ width: 3 });
  });

  it('says nothing without a margin', () => {
    for (const margin of ['', '0', 'much']) expect(wishOf('proportion', 95, { ...wish, margin })).toBeNull();
  });
});

describe('what the help for the size begins with', () => {
  const bars = { threshold: '90', baseline: '78,5' };

  it('is the threshold, and precise enough to tell it from how it was before', () => {
    expect(prefillOf('proportion', bars, ',')).toEqual({ margin: '11,5', expected: '90', comparison: '', deviation: '' });
    expect(prefillOf('mean', bars, '.')).toMatchObject({ margin: '11.5', expected: '' });
  });

  it('of a difference is precise enough to tell it from none', () => {
    expect(prefillOf('proportion-difference', { threshold: '-10', baseline: '' }, '.')).toMatchObject({ margin: '10', expected: '' });
  });

  it('is nothing where the card says nothing, or no number', () => {
    expect(prefillOf('rate', { threshold: 'many', baseline: '' }, '.')).toMatchObject({ margin: '', expected: '' });
  });

  it('leaves what somebody wrote', () => {
    const begun = prefillOf('proportion', bars, ',');
    const later = prefillOf('proportion', { ...bars, threshold: '80' }, ',');
    expect(uponPrefill(begun, { ...begun, margin: '5' }, later)).toMatchObject({ margin: '5', expected: '80' });
  });
});
