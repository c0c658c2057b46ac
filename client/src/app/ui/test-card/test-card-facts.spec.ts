import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import type { TestCardView } from '#contracts';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { aTestCard } from './testing/a-test-card';
import { TestCardFactsHarness } from './testing/test-card-facts-harness';
import { TestCardFacts } from './test-card-facts';

describe('a test card to read', () => {
  const facts = async (card: TestCardView): Promise<ReadonlyMap<string, string>> => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const fixture = TestBed.createComponent(TestCardFacts);
    fixture.componentRef.setInput('card', card);
    await fixture.whenStable();
    return (await TestbedHarnessEnvironment.harnessForFixture(fixture, TestCardFactsHarness)).facts();
  };

  it('says the four sentences and the bounds', async () => {
    const said = await facts(aTestCard());
    expect(said.get('Hypothesis')).toBe('We believe that … a screen of ivy keeps the dust out of the yard');
    expect(said.get('Threshold')).toBe('We are right if it is at least 70%, with 95 % confidence');
    expect(said.get('Baseline')).toBe('52%');
    expect(said.get('Cost cap')).toMatch(/4,800/);
    expect(said.get('People responsible')).toBe('Tomek');
    expect(said.get('Personal data, yes or no')).toBe('no');
    expect(said.has('Legal basis')).toBe(false);
    expect(said.has('Unit')).toBe(false);
  });

  it('says what is not written yet, and asks for the legal basis where personal data are used', async () => {
    const said = await facts(aTestCard({ risks: null, personalData: true }));
    expect(said.get('Risks')).toBe('not written yet');
    expect(said.get('Legal basis')).toBe('not written yet');
  });

  it('a difference has no baseline, and its threshold is in percentage points', async () => {
    const said = await facts(aTestCard({ kind: 'proportion-difference', threshold: 0.1, baseline: null, completeCount: true }));
    expect(said.has('Baseline')).toBe(false);
    expect(said.get('Threshold')).toBe('We are right if it is at least +10 percentage points; everybody is measured');
  });
});
