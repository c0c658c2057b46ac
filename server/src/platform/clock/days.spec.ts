import { dayOf, endOfDay, nextNight, startOfDay } from './days.js';

describe('days in a time zone', () => {
  it('a moment belongs to the day that people there write', () => {
    expect(dayOf(new Date('2026-11-22T23:30:00Z'), 'Europe/Warsaw')).toBe('2026-11-23');
    expect(dayOf(new Date('2026-11-22T22:30:00Z'), 'Europe/Warsaw')).toBe('2026-11-22');
  });

  it('a day ends at midnight there, in winter and in summer', () => {
    expect(endOfDay('2026-11-22', 'Europe/Warsaw').toISOString()).toBe('2026-11-22T22:59:59.999Z');
    expect(endOfDay('2026-07-22', 'Europe/Warsaw').toISOString()).toBe('2026-07-22T21:59:59.999Z');
  });

  it('a day starts at midnight there, in winter and in summer', () => {
    expect(startOfDay('2026-11-22', 'Europe/Warsaw').toISOString()).toBe('2026-11-21T23:00:00.000Z');
    expect(startOfDay('2026-07-22', 'Europe/Warsaw').toISOString()).toBe('2026-07-21T22:00:00.000Z');
  });

  it('the next night comes once, also where clocks are put forward or back in it', () => {
    const next = (moment: string, zone: string) => nextNight(new Date(moment), zone).toISOString();
    expect(next('2026-11-22T22:00:00Z', 'Europe/Warsaw')).toBe('2026-11-23T02:00:00.000Z');
    expect(next('2026-11-23T01:59:59Z', 'Europe/Warsaw')).toBe('2026-11-23T02:00:00.000Z');
    expect(next('2026-11-23T02:00:00Z', 'Europe/Warsaw')).toBe('2026-11-24T02:00:00.000Z');
    // At three it is four already in Helsinki, and at four it is three again.
    expect(next('2026-03-28T22:00:00Z', 'Europe/Helsinki')).toBe('2026-03-29T01:00:00.000Z');
    expect(next('2026-03-29T01:00:00Z', 'Europe/Helsinki')).toBe('2026-03-30T00:00:00.000Z');
    expect(next('2026-10-25T00:00:00Z', 'Europe/Helsinki')).toBe('2026-10-26T01:00:00.000Z');
  });

  it('what is no day is an error of the caller', () => {
    expect(() => endOfDay('2026-02-30', 'Europe/Warsaw')).toThrow(RangeError);
    expect(() => startOfDay('2026-02-30', 'Europe/Warsaw')).toThrow(RangeError);
    expect(() => dayOf(new Date(0), 'Nowhere/Else')).toThrow(RangeError);
  });
});
