import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Refusal } from '#contracts';
import { REFUSAL_CODES } from '#contracts/constants';
import { Languages } from '../../i18n/languages';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { injectRefusalWords } from './refusal-words';
import { Refusals } from './refusals';
import { RefusalsHarness } from './testing/refusals-harness';

describe('refusals', () => {
  beforeEach(() => TestBed.configureTestingModule({ providers: [provideTestI18n(), provideRouter([])] }));

  it('say why in a sentence each, and lead to where it is mended', async () => {
    const refusals: Refusal[] = [
      { code: 'role-in', params: { roles: ['hub', 'team'] }, link: null },
      { code: 'field-filled', params: { field: 'costEstimate' }, link: '/aleksandrow/ideas/12#fields' },
    ];
    const fixture = TestBed.createComponent(Refusals);
    fixture.componentRef.setInput('refusals', refusals);
    await fixture.whenStable();
    const list = await TestbedHarnessEnvironment.harnessForFixture(fixture, RefusalsHarness);
    const [first, second] = await list.sentences();
    expect(first).toBe('Only these may do it: innovation hub and team');
    expect(second).toMatch(/^Still to be filled in: Cost estimate/);
    expect(await list.links()).toEqual(['/aleksandrow/ideas/12#fields']);
  });

  it('name the idea into which nothing merges, and where it stands', async () => {
    await TestBed.inject(Languages).choose('en');
    const words = TestBed.runInInjectionContext(() => injectRefusalWords());
    expect(words({ code: 'merge-target-open', params: { number: 1234, steps: ['stopped'] } })).toBe(
      'Nothing can merge into #1234 any more (step: Stopped). Choose an idea that is still under way',
    );
  });

  it('say of the experiments how far they are, and which one is in the way', async () => {
    await TestBed.inject(Languages).choose('en');
    const words = TestBed.runInInjectionContext(() => injectRefusalWords());
    const say = (params: Refusal['params']) => words({ code: 'experiment-concluded', params });
    expect(say({ state: 'none', number: null })).toBe('No experiment has been concluded');
    expect(say({ state: 'running', number: 2 })).toBe('Experiment 2 is still running');
    expect(say({ state: 'overdue', number: 1 })).toBe(
      'Experiment 1 has ended. Say what follows first: conclude it to scale, adapt it, or stop it',
    );
  });

  it.each(['en', 'pl', 'el', 'sv', 'fi'] as const)('have words for every code in %s', async (language) => {
    await TestBed.inject(Languages).choose(language);
    const words = TestBed.runInInjectionContext(() => injectRefusalWords());
    const params = { roles: ['hub'], field: 'need', fields: ['metric'], steps: ['pilot'], kind: 'money', state: 'none' };
    for (const code of REFUSAL_CODES) {
      const sentence = words({ code, params });
      expect(sentence).not.toContain('codes.');
      expect(sentence).not.toMatch(/[{}]/);
    }
  });
});
