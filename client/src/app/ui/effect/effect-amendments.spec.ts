import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { EffectAmendmentView, RolloutPromise } from '#contracts';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { EffectAmendments } from './effect-amendments';
import { EffectAmendmentsHarness } from './testing/effect-amendments-harness';

const promise: RolloutPromise = {
  value: 1200,
  unit: 'hours a year',
  by: '2027-12-31',
  direction: 'at-least',
  followUpOn: '2027-06-03',
  receivingUnit: 'Greenery',
};

describe('EffectAmendments', () => {
  const show = async (...amendments: EffectAmendmentView[]): Promise<string[]> => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const fixture = TestBed.createComponent(EffectAmendments, { bindings: [inputBinding('amendments', () => amendments)] });
    await fixture.whenStable();
    const lines = await (await TestbedHarnessEnvironment.harnessForFixture(fixture, EffectAmendmentsHarness)).lines();
    return lines.map((it) => it.replaceAll('\u00a0', ' '));
  };
  const first: EffectAmendmentView = {
    number: 1,
    at: '2027-02-01T09:00:00.000Z',
    by: null,
    reason: 'The winter was long',
    before: promise,
    after: { ...promise, value: 900, followUpOn: '2027-09-01' },
  };

  it('say when, what stood there before, and why', async () => {
    expect(await show(first)).toEqual(['Amendment 1 · 1 Feb 2027', 'Follow-up before: 3 Jun 2027', 'Reason: The winter was long']);
  });

  it('of a later one name the effect that it replaced; the first effect stands elsewhere', async () => {
    const second = { ...first, number: 2, before: first.after, after: { ...first.after, value: 800, receivingUnit: 'Roads' } };
    expect(await show(first, second)).toEqual(
      expect.arrayContaining(['Before: at least 900 hours a year by 31 Dec 2027', expect.stringMatching(/Greenery$/)]),
    );
  });
});
