import { nextStage, type Stage, turnOf } from './stages.js';

const day = (of: number) => new Date(Date.UTC(2026, 2, of));
const STAGES: readonly Stage<'soon' | 'ended' | 'late'>[] = [
  { key: 'soon', at: day(5) },
  { key: 'ended', at: day(10) },
  { key: 'late', at: day(15) },
];
const said = (...keys: ('soon' | 'ended' | 'late')[]) => new Set(keys);

describe('stages', () => {
  it('wait for the first', () => {
    expect(turnOf(STAGES, said(), day(4))).toEqual({ say: null, skipped: [], next: day(5) });
    expect(nextStage(STAGES, said())).toEqual({ key: 'soon', at: day(5) });
  });

  it('have their turn from their moment on, once', () => {
    expect(turnOf(STAGES, said(), day(5))).toEqual({ say: 'soon', skipped: [], next: day(10) });
    expect(turnOf(STAGES, said('soon'), day(5))).toEqual({ say: null, skipped: [], next: day(10) });
    expect(turnOf(STAGES, said('soon'), day(10))).toEqual({ say: 'ended', skipped: [], next: day(15) });
  });

  it('that were missed together are said by the most severe alone', () => {
    expect(turnOf(STAGES, said(), day(12))).toEqual({ say: 'ended', skipped: ['soon'], next: day(15) });
    expect(turnOf(STAGES, said('soon'), day(99))).toEqual({ say: 'late', skipped: ['ended'], next: null });
  });

  it('never come back before one that was said', () => {
    expect(turnOf(STAGES, said('ended'), day(12))).toEqual({ say: null, skipped: [], next: day(15) });
    expect(nextStage(STAGES, said('ended'))?.key).toBe('late');
  });

  it('end with the last', () => {
    expect(turnOf(STAGES, said('late'), day(99))).toEqual({ say: null, skipped: [], next: null });
    expect(nextStage(STAGES, said('soon', 'ended', 'late'))).toBeNull();
  });
});
