import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { VerdictView } from '#contracts';
import { Languages } from '../../i18n/languages';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { IntervalBar } from './interval-bar';
import { intervalScale } from './interval-scale';
import { signOf } from './metric-numbers';
import { aGroup, aVerdict } from './testing/a-verdict';
import { IntervalBarHarness } from './testing/interval-bar-harness';
import { VerdictBoxHarness } from './testing/verdict-box-harness';
import { VerdictBox } from './verdict-box';
import { injectVerdictWords, type VerdictWords } from './verdict-words';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replace(/\u2212/g, '-');

describe('the sign behind the name of a number', () => {
  it('is percent of shares, the unit of means, and a slash before the unit of rates', () => {
    expect(signOf('proportion-difference', '')).toBe('%');
    expect(signOf('mean', ' min ')).toBe('min');
    expect(signOf('rate', 'day')).toBe('/ day');
    expect([signOf('rate', ''), signOf('rate-ratio', 'day'), signOf('checklist', '')]).toEqual(['', '', '']);
  });
});

describe('a verdict in words', () => {
  let words: VerdictWords;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    await TestBed.inject(Languages).choose('en');
    words = TestBed.runInInjectionContext(() => injectVerdictWords());
  });
  afterEach(() => localStorage.clear());
  const said = (more: Partial<VerdictView>): string => plain(words.sentence(aVerdict(more)));

  it('says estimate, interval and threshold', () => {
    expect(said({})).toBe('88.1% (52 of 59); with 95 % confidence between 77.5% and 94.1%: wholly at or above the 70% that was set.');
    expect(said({ verdict: 'not-met', direction: 'at-most', threshold: 0.5 })).toContain(
      'wholly above the 50% that was set. A no is a result.',
    );
    expect(said({ verdict: 'inconclusive', threshold: 0.8 })).toContain('the 80% that was set lies inside');
  });

  it('says it as each language writes numbers', async () => {
    const languages = TestBed.inject(Languages);
    await languages.choose('fi');
    expect(said({})).toBe(
      '88,1 % (52/59); 95 %:n varmuudella välillä 77,5 % – 94,1 %: kokonaan asetetussa raja-arvossa 70 % tai sen yläpuolella.',
    );
    await languages.choose('sv');
    expect(said({})).toBe('88,1 % (52 av 59); med 95 % säkerhet mellan 77,5 % och 94,1 %: helt på eller över tröskeln 70 %.');
  });

  it.each<[string, Partial<VerdictView>, string]>([
    [
      'two shares',
      {
        kind: 'proportion-difference',
        estimate: 0.2,
        lower: 0.0524,
        upper: 0.3339,
        threshold: 0,
        groups: { test: aGroup({ estimate: 0.8 }), comparison: aGroup({ estimate: 0.6 }) },
      },
      '+20 percentage points (test 80%, comparison 60%); with 95 % confidence between +5.2 percentage points and +33.4 percentage points: wholly at or above the 0 percentage points that was set.',
    ],
    [
      'a mean',
      {
        kind: 'mean',
        unit: 'min',
        estimate: 4.25,
        lower: 3.9,
        upper: 4.6,
        threshold: 5,
        direction: 'at-most',
        groups: { test: aGroup({ size: 30 }), comparison: null },
      },
      '4.25 min (mean of 30 values); with 95 % confidence between 3.9 min and 4.6 min: wholly at or below the 5 min that was set.',
    ],
    [
      'before and after',
      {
        kind: 'paired',
        unit: 'dB',
        estimate: -3.5,
        lower: -5,
        upper: -2,
        threshold: -1,
        direction: 'at-most',
        groups: { test: aGroup({ size: 10 }), comparison: null },
      },
      '-3.5 dB (mean change of 10 pairs); with 95 % confidence between -5 dB and -2 dB: wholly at or below the -1 dB that was set.',
    ],
    [
      'a rate',
      {
        kind: 'rate',
        unit: 'day',
        estimate: 10 / 84,
        lower: 0.0571,
        upper: 0.219,
        threshold: 0.3,
        direction: 'at-most',
        groups: { test: aGroup({ count: 10, exposure: 84 }), comparison: null },
      },
      '0.119 / day (10 events in 84); with 95 % confidence between 0.0571 / day and 0.219 / day: wholly at or below the 0.3 / day that was set.',
    ],
    [
      'a ratio without an upper end',
      {
        kind: 'rate-ratio',
        unit: 'day',
        estimate: 4,
        lower: 1.5,
        upper: null,
        unbounded: true,
        threshold: 1,
        groups: { test: aGroup({ estimate: 2 }), comparison: aGroup({ estimate: 0.5 }) },
      },
      '×4 (test 2 / day, comparison 0.5 / day); with 95 % confidence at least ×1.5: wholly at or above the ×1 that was set.',
    ],
    [
      'a checklist',
      {
        kind: 'checklist',
        method: 'checklist',
        estimate: 8,
        lower: null,
        upper: null,
        threshold: 7,
        groups: { test: aGroup({ successes: 8, total: 10 }), comparison: null },
      },
      '8 of 10 items looked at are fulfilled; at least 7 are needed.',
    ],
    [
      'a complete count',
      { method: 'complete-count', completeCount: true, lower: null, upper: null },
      '88.1% (52 of 59): at or above the 70% that was set. Everybody was measured, so there is no interval.',
    ],
    [
      'a single value',
      {
        kind: 'mean',
        unit: 'min',
        verdict: 'inconclusive',
        estimate: 4,
        lower: null,
        upper: null,
        threshold: 5,
        groups: { test: aGroup({ size: 1 }), comparison: null },
      },
      '4 min (1 value); too few to compute an interval. It will be compared with 5 min.',
    ],
  ])('says %s', (_, more, sentence) => expect(said(more)).toBe(sentence));

  it('says before there is anything what it waits for', () => {
    expect(said({ verdict: 'no-data' })).toContain('when the first measurement of the test group is in');
    expect(said({ verdict: 'no-data', kind: 'mean-difference' })).toContain('when both groups have been measured');
  });

  it('says how many more would decide it, and nothing where it is decided', () => {
    const needs = (more: Partial<VerdictView>): string => plain(words.needs(aVerdict({ verdict: 'inconclusive', ...more })));
    expect(needs({ neededMore: 41 })).toContain('about 41 more observations');
    expect(needs({ neededMore: 1 })).toContain('about 1 more observation,');
    expect(needs({ kind: 'mean-difference', neededMore: 12 })).toContain('in both groups together');
    expect(needs({ kind: 'rate', unit: 'day', neededMore: 30 })).toContain('about 30 × day more');
    expect(needs({ kind: 'checklist', neededMore: 2 })).toBe('2 items are still to be looked at.');
    expect(needs({ neededMore: null })).toContain('cannot be said');
    expect(needs({ verdict: 'met', neededMore: 3 })).toBe('');
  });
});

describe('the picture of an interval', () => {
  it('shows all of a share, and of other numbers what there is with air around it', () => {
    expect(intervalScale(aVerdict())).toMatchObject({ least: 0, most: 1, threshold: 70, rightFrom: 70 });
    expect(intervalScale(aVerdict({ direction: 'at-most' }))).toMatchObject({ rightFrom: 0, rightWidth: 70 });
    const mean = intervalScale(aVerdict({ kind: 'mean', estimate: 4, lower: 3, upper: 5, threshold: 6 }));
    expect(mean?.least).toBeLessThan(3);
    expect(mean?.most).toBeGreaterThan(6);
    expect(mean?.threshold).toBeGreaterThan((mean?.lower ?? 0) + (mean?.width ?? 0));
  });

  it('never leaves what is possible', () => {
    expect(intervalScale(aVerdict({ kind: 'rate', estimate: 0.1, lower: 0.05, upper: 0.2, threshold: 0.1 }))?.least).toBe(0);
    const difference = intervalScale(aVerdict({ kind: 'proportion-difference', estimate: 0.9, lower: 0.8, upper: 0.99, threshold: 0.5 }));
    expect(difference?.most).toBe(1);
  });

  it('an interval without an upper end reaches the end, a complete count has none', () => {
    const open = intervalScale(aVerdict({ kind: 'rate-ratio', estimate: 4, lower: 1.5, upper: null, unbounded: true, threshold: 1 }));
    expect((open?.lower ?? 0) + (open?.width ?? 0)).toBeCloseTo(100);
    expect(intervalScale(aVerdict({ completeCount: true, lower: null, upper: null }))?.width).toBe(0);
    expect(intervalScale(aVerdict({ verdict: 'no-data', estimate: null }))).toBeNull();
  });
});

describe('the box of a verdict', () => {
  const show = async (verdict: VerdictView): Promise<VerdictBoxHarness> => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const fixture = TestBed.createComponent(VerdictBox);
    fixture.componentRef.setInput('verdict', verdict);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, VerdictBoxHarness);
  };

  it('has a word, a sentence and a picture that can be heard', async () => {
    const box = await show(aVerdict());
    expect(await box.marks()).toEqual(['met']);
    expect(plain((await box.picture()) ?? '')).toBe('From 77.5% to 94.1%, estimate 88.1%, threshold 70%');
    expect(await box.needs()).toBeNull();
  });

  it('marks what was amended after data', async () => {
    expect(await (await show(aVerdict({ amendedAfterData: true }))).marks()).toEqual(['met', 'amended after data']);
  });

  it('draws nothing before there is anything', async () => {
    expect(await (await show(aVerdict({ verdict: 'no-data', estimate: null }))).picture()).toBeNull();
  });
});

describe('the bar of an interval', () => {
  const show = async (verdict: VerdictView): Promise<IntervalBarHarness> => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const fixture = TestBed.createComponent(IntervalBar);
    fixture.componentRef.setInput('verdict', verdict);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, IntervalBarHarness);
  };

  it('draws an interval and says it', async () => {
    const bar = await show(aVerdict());
    expect(await bar.hasInterval()).toBe(true);
    expect(plain((await bar.words()) ?? '')).toBe('From 77.5% to 94.1%, estimate 88.1%, threshold 70%');
  });

  it('of a complete count has a point alone', async () => {
    const bar = await show(aVerdict({ completeCount: true, lower: null, upper: null }));
    expect(await bar.hasInterval()).toBe(false);
    expect(plain((await bar.words()) ?? '')).toContain('88.1%');
  });

  it('is not there before there is anything', async () => {
    expect(await (await show(aVerdict({ verdict: 'no-data', estimate: null }))).words()).toBeNull();
  });
});
