import { END_EVENTS, type EndStage, endStages, stageSaid } from './end-stages.js';

const WARSAW = { timeZone: 'Europe/Warsaw', holidays: [] };
const LONG_BEFORE = new Date('2026-03-02T11:00:00Z');

const moments = (endsOn: string, startedAt: Date | null = LONG_BEFORE, holidays: string[] = []) =>
  Object.fromEntries(endStages(endsOn, startedAt, { ...WARSAW, holidays }).map(({ key, at }) => [key, at.toISOString()]));

describe('what is said of the end of an experiment', () => {
  it('comes three working days before, after the day itself, and five and ten working days later', () => {
    expect(moments('2026-05-15')).toEqual({
      soon: '2026-05-11T22:00:00.000Z',
      ended: '2026-05-15T22:00:00.000Z',
      late: '2026-05-22T21:59:59.999Z',
      later: '2026-05-29T21:59:59.999Z',
    });
  });

  it('leaves out weekends and holidays, and summer time moves nothing', () => {
    expect(moments('2026-03-29', LONG_BEFORE, ['2026-03-27', '2026-04-03', '2026-04-06'])).toEqual({
      soon: '2026-03-23T23:00:00.000Z',
      ended: '2026-03-29T22:00:00.000Z',
      late: '2026-04-07T21:59:59.999Z',
      later: '2026-04-14T21:59:59.999Z',
    });
  });

  it('starts with the end for one that has started within its last days', () => {
    expect(Object.keys(moments('2026-05-15', new Date('2026-05-11T21:59:00Z')))).toEqual(['soon', 'ended', 'late', 'later']);
    expect(Object.keys(moments('2026-05-15', new Date('2026-05-11T22:00:00Z')))).toEqual(['ended', 'late', 'later']);
    expect(Object.keys(moments('2026-05-15', null))).toEqual(['soon', 'ended', 'late', 'later']);
  });

  it('is known again by its event', () => {
    for (const [stage, { kind, data }] of Object.entries(END_EVENTS)) {
      expect(stageSaid({ kind, data: { ...data, endsOn: '2026-05-15' } })).toBe(stage satisfies string as EndStage);
    }
    expect(stageSaid({ kind: 'experiment-moved', data: {} })).toBeNull();
  });
});
