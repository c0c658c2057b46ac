import { filterOf, isNarrowed } from './log-filter';

describe('the filter of the log', () => {
  it('is read from the address', () => {
    const decider = '01900000-0000-7000-8000-000000000004';
    expect(
      filterOf({ kind: 'money', outcome: 'adapt', decider, against: 'true', from: '2026-03-01', until: '2026-03-31', q: ' stops ' }),
    ).toEqual({
      kind: 'money',
      outcome: 'adapt',
      decider,
      against: true,
      from: '2026-03-01',
      until: '2026-03-31',
      q: 'stops',
    });
  });

  it('leaves out what nobody could have chosen', () => {
    const filter = filterOf({ kind: 'lunch', outcome: 'maybe', decider: 'oskar', against: 'no', from: 'yesterday', until: '', q: '  ' });
    expect(isNarrowed(filter)).toBe(false);
  });

  it('knows whether it narrows anything', () => {
    expect(isNarrowed(filterOf({}))).toBe(false);
    expect(isNarrowed(filterOf({ against: 'true' }))).toBe(true);
  });
});
