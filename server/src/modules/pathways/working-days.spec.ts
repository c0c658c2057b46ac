import { addWorkingDays, subtractWorkingDays } from './working-days.js';

const WARSAW = { timeZone: 'Europe/Warsaw', holidays: [] };

function due(from: string, days: number, calendar: Parameters<typeof addWorkingDays>[2] = WARSAW): string {
  return addWorkingDays(new Date(from), days, calendar).toISOString();
}

describe('working days', () => {
  it('end with the last working day, by the clock of the organisation', () => {
    expect(due('2026-01-12T09:00:00Z', 1)).toBe('2026-01-13T22:59:59.999Z');
  });

  it('leave out the weekend', () => {
    expect(due('2026-01-15T09:00:00Z', 5)).toBe('2026-01-22T22:59:59.999Z');
    expect(due('2026-01-16T09:00:00Z', 1)).toBe('2026-01-19T22:59:59.999Z');
  });

  it('start on Monday for what comes in on a weekend', () => {
    expect(due('2026-01-17T09:00:00Z', 1)).toBe('2026-01-19T22:59:59.999Z');
    expect(due('2026-01-18T22:30:00Z', 1)).toBe('2026-01-19T22:59:59.999Z');
    expect(due('2026-01-18T23:30:00Z', 1)).toBe('2026-01-20T22:59:59.999Z');
  });

  it('leave out holidays, one that falls on a weekend costs nothing', () => {
    const calendar = { timeZone: 'Europe/Warsaw', holidays: ['2026-12-24', '2026-12-25', '2026-12-26', '2027-01-01', '2027-01-06'] };
    expect(due('2026-12-23T12:00:00Z', 1, calendar)).toBe('2026-12-28T22:59:59.999Z');
    expect(due('2026-12-23T12:00:00Z', 6, calendar)).toBe('2027-01-05T22:59:59.999Z');
    expect(due('2026-12-23T12:00:00Z', 7, calendar)).toBe('2027-01-07T22:59:59.999Z');
  });

  it('count local days when summer time begins and ends', () => {
    expect(due('2026-03-27T12:00:00Z', 1)).toBe('2026-03-30T21:59:59.999Z');
    expect(due('2026-10-23T12:00:00Z', 1)).toBe('2026-10-26T22:59:59.999Z');
  });

  it('end a day of 25 hours at its own end, also where the change falls on midnight', () => {
    const beirut = { timeZone: 'Asia/Beirut', holidays: [] };
    expect(due('2026-03-27T12:00:00Z', 1, beirut)).toBe('2026-03-30T20:59:59.999Z');
    expect(due('2026-10-23T12:00:00Z', 1, beirut)).toBe('2026-10-26T21:59:59.999Z');
  });

  it('go over the end of a month, of February in a leap year and of a year', () => {
    expect(due('2026-01-30T12:00:00Z', 1)).toBe('2026-02-02T22:59:59.999Z');
    expect(due('2028-02-28T12:00:00Z', 1)).toBe('2028-02-29T22:59:59.999Z');
    expect(due('2026-12-31T12:00:00Z', 20)).toBe('2027-01-28T22:59:59.999Z');
  });

  it('give the same local day in Stockholm and Warsaw, and another across the date line', () => {
    expect(due('2026-01-12T12:00:00Z', 5, { timeZone: 'Europe/Stockholm', holidays: [] })).toBe(due('2026-01-12T12:00:00Z', 5));
    expect(due('2026-01-12T12:00:00Z', 1, { timeZone: 'Pacific/Auckland', holidays: [] })).toBe('2026-01-14T10:59:59.999Z');
  });

  it('with none end the same day, or the next working day', () => {
    expect(due('2026-01-12T12:00:00Z', 0)).toBe('2026-01-12T22:59:59.999Z');
    expect(due('2026-01-17T12:00:00Z', 0)).toBe('2026-01-19T22:59:59.999Z');
  });

  it('refuse what cannot be counted', () => {
    expect(() => due('2026-01-12T12:00:00Z', -1)).toThrow(RangeError);
    expect(() => due('2026-01-12T12:00:00Z', 1.5)).toThrow(RangeError);
    expect(() => due('2026-01-12T12:00:00Z', 1, { timeZone: 'Europe/Nowhere', holidays: [] })).toThrow(RangeError);
    expect(() => addWorkingDays(new Date(Number.NaN), 1, WARSAW)).toThrow(RangeError);
  });
});

function before(from: string, days: number, calendar: Parameters<typeof subtractWorkingDays>[2] = WARSAW): string {
  return subtractWorkingDays(new Date(from), days, calendar).toISOString();
}

describe('working days backwards', () => {
  it('begin with the working day, by the clock of the organisation', () => {
    expect(before('2026-01-16T22:59:59.999Z', 3)).toBe('2026-01-12T23:00:00.000Z');
    expect(before('2026-01-13T23:30:00Z', 1)).toBe('2026-01-12T23:00:00.000Z');
  });

  it('leave out the weekend, and count from Friday for what ends on it', () => {
    expect(before('2026-01-19T12:00:00Z', 1)).toBe('2026-01-15T23:00:00.000Z');
    expect(before('2026-01-18T12:00:00Z', 1)).toBe('2026-01-15T23:00:00.000Z');
    expect(before('2026-01-18T12:00:00Z', 3)).toBe('2026-01-13T23:00:00.000Z');
  });

  it('leave out holidays, one that falls on a weekend costs nothing', () => {
    const calendar = { timeZone: 'Europe/Warsaw', holidays: ['2026-12-24', '2026-12-25', '2026-12-26', '2027-01-01', '2027-01-06'] };
    expect(before('2026-12-28T12:00:00Z', 1, calendar)).toBe('2026-12-22T23:00:00.000Z');
    expect(before('2027-01-07T12:00:00Z', 6, calendar)).toBe('2026-12-27T23:00:00.000Z');
  });

  it('count local days when summer time begins and ends', () => {
    expect(before('2026-03-30T12:00:00Z', 1)).toBe('2026-03-26T23:00:00.000Z');
    expect(before('2026-03-31T12:00:00Z', 1)).toBe('2026-03-29T22:00:00.000Z');
    expect(before('2026-10-26T12:00:00Z', 1)).toBe('2026-10-22T22:00:00.000Z');
    expect(before('2026-10-27T12:00:00Z', 1)).toBe('2026-10-25T23:00:00.000Z');
  });

  it('begin a day without a midnight at its own first moment', () => {
    const beirut = { timeZone: 'Asia/Beirut', holidays: [] };
    expect(before('2026-03-30T12:00:00Z', 0, beirut)).toBe('2026-03-29T21:00:00.000Z');
    const cairo = { timeZone: 'Africa/Cairo', holidays: [] };
    expect(before('2026-04-24T12:00:00Z', 0, cairo)).toBe('2026-04-23T22:00:00.000Z');
  });

  it('with none begin the same day, or the last working day before', () => {
    expect(before('2026-01-12T12:00:00Z', 0)).toBe('2026-01-11T23:00:00.000Z');
    expect(before('2026-01-17T12:00:00Z', 0)).toBe('2026-01-15T23:00:00.000Z');
  });

  it('take back what was added, from any working day', () => {
    for (const days of [0, 1, 4, 5, 21]) {
      expect(before(due('2026-03-02T12:00:00Z', days), days)).toBe('2026-03-01T23:00:00.000Z');
    }
  });

  it('refuse what cannot be counted', () => {
    expect(() => before('2026-01-12T12:00:00Z', -1)).toThrow(RangeError);
    expect(() => before('2026-01-12T12:00:00Z', 0.5)).toThrow(RangeError);
    expect(() => before('2026-01-12T12:00:00Z', 1, { timeZone: 'Europe/Nowhere', holidays: [] })).toThrow(RangeError);
  });
});
