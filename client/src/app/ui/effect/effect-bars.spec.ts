import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { EffectBars } from './effect-bars';
import { isReached } from './effect-words';
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
    const bars = await show({ expected: hours, measured: { value: 900, on: '2027-06-03' }, reached: false });
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
    const bars = await show({ expected: fewer, measured: { value: 600, on: '2027-06-03' }, reached: true });
    expect(await bars.extents()).toEqual([
      [0, 100],
      [0, 50],
    ]);
  });

  it('begin at zero on either side of it', async () => {
    const fewer = { ...hours, value: -30, direction: 'at-most' as const };
    const bars = await show({ expected: fewer, measured: { value: 10, on: '2027-06-03' }, reached: false });
    expect(await bars.extents()).toEqual([
      [0, 13],
      [78.3, 21.7],
    ]);
    expect((await bars.words())[0]).toBe('at most -30 hours a year by 31 Dec 2027');
  });

  it.each([
    ['at-least', 1200, true],
    ['at-least', 1199, false],
    ['at-most', 1200, true],
    ['at-most', 1201, false],
  ] as const)('with %s the value itself is good: %d is %s', (direction, measured, reached) => {
    expect(isReached({ value: 1200, direction }, measured)).toBe(reached);
  });
});
