import { TestBed } from '@angular/core/testing';
import type { CardMark } from '#contracts';
import { Languages } from '../../i18n/languages';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { injectCardFacts, type CardTag } from './card-facts';
import { aCard } from './testing/cards';

type Experiment = Extract<CardMark, { kind: 'experiment' }>;

describe('what a card says of its experiment', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    await TestBed.inject(Languages).start();
  });

  const tags = (mark: Partial<Experiment>): readonly CardTag[] => {
    const facts = TestBed.runInInjectionContext(injectCardFacts);
    const experiment: Experiment = {
      kind: 'experiment',
      state: 'concluded',
      verdict: null,
      startsOn: null,
      endsOn: null,
      overdue: false,
      ...mark,
    };
    return facts(aCard(1, 'pilot', { marks: [experiment] })).tags;
  };

  it.each([
    ['met', { meaning: 'met', text: 'met' }],
    ['not-met', { meaning: 'lesson', text: 'not met' }],
    ['inconclusive', { meaning: 'unclear', text: 'inconclusive' }],
  ] as const)('a result that is %s has its word and its colour', (verdict, tag) => {
    expect(tags({ verdict })).toEqual([tag]);
  });

  it('one that is measured and inconclusive says so, one that still runs says that it runs', () => {
    expect(tags({ state: 'measured', verdict: 'inconclusive' })).toEqual([{ meaning: 'unclear', text: 'inconclusive' }]);
    expect(tags({ state: 'running', verdict: 'inconclusive' })).toEqual([{ meaning: 'unclear', text: 'experiment: running' }]);
  });

  it.each(['running', 'measured'] as const)('one that has ended while it is %s asks what follows, whatever it found', (state) => {
    expect(tags({ state, verdict: 'met', overdue: true })).toEqual([{ meaning: 'late', text: 'experiment over: what next?' }]);
  });

  it('one that was stopped says that rather than what it had not found out', () => {
    expect(tags({ state: 'stopped', verdict: 'inconclusive' })).toEqual([{ meaning: 'lesson', text: 'stopped' }]);
  });
});

describe('how long a card has been where it is', () => {
  const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString();
  const ageOf = async (days: number, language: 'en' | 'fi' = 'en') => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    await TestBed.inject(Languages).choose(language);
    return TestBed.runInInjectionContext(injectCardFacts)(aCard(1, 'pilot', { stepSince: daysAgo(days) })).age;
  };

  it('is said in days, short and in words', async () => {
    expect(await ageOf(12)).toEqual({ short: '12d', words: 'here for 12 days' });
    TestBed.resetTestingModule();
    expect((await ageOf(1))?.words).toBe('here for 1 day');
  });

  it('is said as each language counts days', async () => {
    const age = await ageOf(12, 'fi');
    expect(age?.short.replaceAll('\u00a0', ' ')).toBe('12pv');
    expect(age?.words).toBe('tässä vaiheessa 12 päivää');
  });

  it('is not worth a word on the day on which it came', async () => {
    expect(await ageOf(0)).toBeNull();
  });
});
