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

  it('count what a full step holds', async () => {
    await TestBed.inject(Languages).choose('en');
    const words = TestBed.runInInjectionContext(() => injectRefusalWords());
    expect(words({ code: 'within-wip-limit', params: { step: 'pilot', total: 4, atMost: 3 } })).toMatch(
      /^This step is full: 4 stand here, and its limit is 3/,
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

  it('say which group has not been measured', async () => {
    await TestBed.inject(Languages).choose('en');
    const words = TestBed.runInInjectionContext(() => injectRefusalWords());
    expect(words({ code: 'measured', params: { group: 'none' } })).toBe('Nothing has been measured yet');
    expect(words({ code: 'measured', params: { group: 'comparison' } })).toBe('Nothing has been measured in the comparison group yet');
  });

  it('say what a panel and a decision wait for', async () => {
    await TestBed.inject(Languages).choose('en');
    const words = TestBed.runInInjectionContext(() => injectRefusalWords());
    expect(words({ code: 'panel-open', params: { waiting: 2, deadline: '2099-03-31T10:00:00.000Z' } })).toBe(
      '2 scorecards are still to come, by 31 Mar 2099 at the latest',
    );
    expect(words({ code: 'panel-impartial', params: { members: ['Maja', 'Tomek'] } })).toBe(
      'They submitted, owned or imported this idea, so they cannot be on the panel: Maja and Tomek',
    );
    expect(words({ code: 'evidence-missing', params: { kinds: ['effect-goal', 'verdict'] } })).toBe(
      'The decision rests on what is not there yet: effect goal and result of the test',
    );
    expect(words({ code: 'explanation-given', params: { id: 'an-id', number: 2, title: 'The map', verdict: 'not-met' } })).toBe(
      'The result of experiment 2 is: not met. A decision against it needs its own explanation',
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
