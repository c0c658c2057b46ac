import { watchStages } from './watch-stages.js';

const CALENDAR = { timeZone: 'Europe/Warsaw', holidays: ['2026-03-31'] };

function stages(deadline: string, askedAt = '2026-03-02T11:00:00Z'): Record<string, string> {
  const watched = { askedAt: new Date(askedAt), deadline: new Date(deadline) };
  return Object.fromEntries(watchStages(watched, CALENDAR).map(({ key, at }) => [key, at.toISOString()]));
}

describe('what is said around the deadline of a decision', () => {
  it('counts working days before it and after it', () => {
    expect(stages('2026-03-13T22:59:59.999Z')).toEqual({
      'decision-due-soon': '2026-03-10T23:00:00.000Z',
      'decision-overdue': '2026-03-13T23:00:00.000Z',
      'decision-escalated': '2026-03-17T22:59:59.999Z',
    });
  });

  it('leaves out weekends and holidays, and goes by the clock of the organisation', () => {
    expect(stages('2026-03-30T12:00:00Z')).toEqual({
      'decision-due-soon': '2026-03-25T23:00:00.000Z',
      'decision-overdue': '2026-03-30T12:00:00.001Z',
      'decision-escalated': '2026-04-02T21:59:59.999Z',
    });
  });

  it('does not remind who has just been asked', () => {
    expect(Object.keys(stages('2026-03-13T22:59:59.999Z', '2026-03-10T23:00:00Z'))).toEqual(['decision-overdue', 'decision-escalated']);
    expect(Object.keys(stages('2026-03-13T22:59:59.999Z', '2026-03-10T22:59:59Z'))).toHaveLength(3);
  });
});
