import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { EffectBars } from './effect-bars';
import { resultOf } from './effect-words';
import { EffectBarsHarness } from './testing/effect-bars-harness';

const hours = { value: 1200, unit: 'hours a year', by: '2027-12-31', direction: 'at-least' as const };

describe('expected and measured effects', () => {
  const show = async (inputs: Readonly<Record<string, unknown>>): Promise<EffectBarsHarness> => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const fixture = TestBed.createComponent(EffectBars);
    for (const [name, value] of Object.entries({ measured: null, ...inputs })) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, EffectBarsHarness);
  };

  it('are said in words, and drawn on one scale', async () => {
    const bars = await show({ expected: hours, measured: { value: 900, on: '2027-06-03' } });
    expect(await bars.words()).toEqual(['at least 1,200 hours a year by 31 Dec 2027', '900 hours a year on 3 Jun 2027']);
    expect(await bars.extents()).toEqual([
      [87, 13],
      [0, 65.2],
    ]);
  });

  it('say when nothing is measured yet, or when it will be', async () => {
    const bars = await show({ expected: hours });
    expect((await bars.words())[1]).toBe('not measured yet');
    expect(await bars.extents()).toHaveLength(1);
    TestBed.resetTestingModule();
    expect((await (await show({ expected: hours, waits: 'on 3 Jun' })).words())[1]).toBe('on 3 Jun');
  });

  it('are good on the other side where less is better', async () => {
    const fewer = { ...hours, direction: 'at-most' as const };
    const bars = await show({ expected: fewer, measured: { value: 600, on: '2027-06-03' } });
    expect(await bars.extents()).toEqual([
      [0, 100],
      [0, 50],
    ]);
  });

  it('never part a date from the word before it', async () => {
    await show({ expected: hours, measured: { value: 900, on: '2027-06-03' } });
    expect(document.body.textContent).toMatch(/by\u00a031 Dec 2027.*on\u00a03 Jun 2027/s);
  });

  it('begin at zero on either side of it', async () => {
    const fewer = { ...hours, value: -30, direction: 'at-most' as const };
    const bars = await show({ expected: fewer, measured: { value: 10, on: '2027-06-03' } });
    expect(await bars.extents()).toEqual([
      [0, 13],
      [78.3, 21.7],
    ]);
    expect((await bars.words())[0]).toBe('at most -30 hours a year by 31 Dec 2027');
  });

  it.each([
    ['at-least', 1200, '2027-12-31', 'reached'],
    ['at-least', 1199, '2027-12-31', 'missed'],
    ['at-most', 1200, '2027-12-31', 'reached'],
    ['at-most', 1201, '2028-01-01', 'missed'],
    ['at-most', 1200, '2028-01-01', 'reached-late'],
  ] as const)('with %s the value and the day themselves are good: %d on %s is %s', (direction, value, on, result) => {
    expect(resultOf({ value: 1200, direction, by: '2027-12-31' }, { value, on })).toBe(result);
  });

  it('have not the colour of what is good where it came late, and say so of what was expected at first', async () => {
    const measured = { value: 1300, on: '2028-03-02' };
    const before = { ...hours, followUpOn: null, receivingUnit: null };
    const amendments = [
      { number: 1, at: '2027-12-01T10:00:00Z', by: null, reason: 'A year more.', before, after: { ...before, by: '2028-12-31' } },
    ];
    const late = await show({ expected: hours, measured });
    expect(await late.colour()).toBe('measured reached-late');
    TestBed.resetTestingModule();
    const amended = await show({ expected: { ...hours, by: '2028-12-31' }, measured, amendments });
    expect([await amended.colour(), (await amended.words())[1]]).toEqual([
      'measured reached',
      'at least 1,200 hours a year by 31 Dec 2027 · reached, measured later than promised',
    ]);
  });
});
