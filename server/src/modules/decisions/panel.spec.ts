import { isBlind, type PanelMember, panelStateOf, scoringFacts, waitingFor } from './panel.js';

const NOW = new Date('2026-03-31T12:00:00Z');
const OPEN = { state: 'scoring', deadline: NOW } as const;
const member = (name: string, more: Partial<PanelMember> = {}): PanelMember => ({
  member: name,
  conflict: null,
  hasScored: false,
  ...more,
});

describe('a panel', () => {
  it('is blind until all who have not stepped out have scored', () => {
    const [hanna, irena] = [member('hanna', { hasScored: true }), member('irena')];
    expect(isBlind(OPEN, [hanna, irena], NOW)).toBe(true);
    expect(isBlind(OPEN, [hanna, { ...irena, hasScored: true }], NOW)).toBe(false);
    expect(isBlind(OPEN, [hanna, { ...irena, conflict: 'My brother' }], NOW)).toBe(false);
    expect(isBlind(OPEN, [{ ...irena, conflict: 'My brother' }], NOW)).toBe(false);
    expect(isBlind(OPEN, [], NOW)).toBe(false);
  });

  it('is blind to the last moment of its deadline, and not once it is decided', () => {
    expect(isBlind(OPEN, [member('irena')], new Date(NOW.getTime() + 1))).toBe(false);
    expect(isBlind({ ...OPEN, state: 'decided' }, [member('irena')], NOW)).toBe(false);
    expect(isBlind({ ...OPEN, state: 'requested' }, [member('irena')], NOW)).toBe(true);
  });

  it('knows where each member stands', () => {
    const panel = [member('hanna'), member('irena', { hasScored: true }), member('tomek', { conflict: 'Mine' })];
    expect(panel.map(panelStateOf)).toEqual(['asked', 'scored', 'conflicted']);
    expect(waitingFor(panel)).toBe(1);
    expect(panel.map((it) => scoringFacts(OPEN, panel, it.member, NOW).hasSteppedOut)).toEqual([false, false, true]);
    expect(scoringFacts(OPEN, panel, 'maja', NOW)).toEqual({
      panel: { blind: true, waiting: 1, deadline: NOW.toISOString() },
      hasSteppedOut: false,
    });
  });
});
