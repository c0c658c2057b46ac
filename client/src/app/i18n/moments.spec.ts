import { TestBed } from '@angular/core/testing';
import { Languages } from './languages';
import { Moments } from './moments';
import { provideTestI18n } from './testing/provide-test-i18n';

describe('Moments', () => {
  let moments: Moments;
  let languages: Languages;

  beforeEach(async () => {
    // A Thursday, in Warsaw already half past midnight.
    jest.useFakeTimers({ now: new Date('2026-03-04T23:30:00Z'), doNotFake: ['nextTick', 'setImmediate'] });
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    languages = TestBed.inject(Languages);
    await languages.start();
    moments = TestBed.inject(Moments);
    moments.useZone('Europe/Warsaw');
  });

  afterEach(() => jest.useRealTimers());

  it('counts days in the time zone of the organisation', () => {
    expect(moments.today()).toBe('2026-03-05');
    expect(moments.daysUntil('2026-03-05')).toBe(0);
    expect(moments.daysUntil('2026-03-05T22:59:59Z')).toBe(0);
    expect(moments.daysUntil('2026-03-05T23:00:00Z')).toBe(1);
    expect(moments.daysUntil('2026-03-30')).toBe(25);
  });

  it('names the weekday within a week, then the day', () => {
    expect(moments.due('2026-03-10', 'open')).toBe('answer by Tue');
    expect(moments.due('2026-03-20', 'open')).toBe('answer by 20 Mar');
    expect(moments.due('2026-03-05', 'open')).toBe('answer today');
    expect(moments.due('2026-03-03', 'overdue')).toBe('2 days late');
    expect(['2026-03-11', '2026-03-12'].map((due) => moments.dueMark({ due, overdue: false })?.meaning)).toEqual(['waiting', 'unclear']);
    expect(moments.dueMark({ due: '2026-03-03', overdue: true })).toEqual({ text: '2 days late', meaning: 'late' });
    expect(moments.dueMark({ due: null, overdue: false })).toBeNull();
  });

  it('speaks the chosen language', async () => {
    await languages.choose('pl');
    expect(moments.due('2026-03-03', 'overdue')).toBe('2 dni spóźnienia');
    expect(moments.due('2026-03-10', 'open')).toBe('odpowiedź do wt.');
    await languages.choose('fi');
    expect(moments.due('2026-03-03', 'overdue')).toBe('2 päivää myöhässä');
  });

  it('leaves weekends out of working days', () => {
    expect(moments.workingDaysFromNow(1)).toBe('2026-03-06');
    expect(moments.workingDaysFromNow(2)).toBe('2026-03-09');
    expect(moments.workingDaysFromNow(10)).toBe('2026-03-19');
  });
});
