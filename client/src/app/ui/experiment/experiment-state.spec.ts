import { aVerdict } from '../verdict/testing/a-verdict';
import { aTestCard } from '../test-card/testing/a-test-card';
import { dayOfPeriod, meaningOfState } from './experiment-state';

describe('how an experiment stands', () => {
  const card = aTestCard();

  it('counts the days of its period, both ends included', () => {
    expect(dayOfPeriod(card, '2026-03-02')).toEqual({ day: 1, of: 43 });
    expect(dayOfPeriod(card, '2026-04-13')).toEqual({ day: 43, of: 43 });
    expect(dayOfPeriod(card, '2026-03-01')).toBeNull();
    expect(dayOfPeriod(card, '2026-04-14')).toBeNull();
    expect(dayOfPeriod(aTestCard({ endsOn: null }), '2026-03-02')).toBeNull();
  });

  it('a result that says no is a lesson, never an alarm', () => {
    expect(meaningOfState({ state: 'concluded', verdict: aVerdict() })).toBe('met');
    expect(meaningOfState({ state: 'concluded', verdict: aVerdict({ verdict: 'not-met' }) })).toBe('lesson');
    expect(meaningOfState({ state: 'stopped', verdict: aVerdict({ verdict: 'met' }) })).toBe('lesson');
  });
});
