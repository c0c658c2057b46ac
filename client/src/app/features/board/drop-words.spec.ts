import { TestBed } from '@angular/core/testing';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Languages } from '../../i18n/languages';
import { dropOf, injectDropWords } from './drop-words';
import { aCard, transitionTo } from './testing/cards';

const decision = (state: string) => ({ code: 'decision-made' as const, params: { kind: 'time', state }, link: null });
const goal = { code: 'effect-goal-set' as const, params: {}, link: null };

describe('a drop', () => {
  const kindWith = (...transition: Parameters<typeof transitionTo>) =>
    dropOf(aCard(1, 'submitted', { availableTransitions: [transitionTo(...transition)] }), 'pilot').kind;

  it.each([
    ['moves on where nothing refuses', {}, 'open'],
    ['asks where something must be sent along', { asks: ['reason' as const] }, 'asks'],
    ['opens the request where only the decision is missing', { decision: 'time' as const, refusals: [decision('none')] }, 'ask-decision'],
    ['asks again after a decision that was no yes', { decision: 'time' as const, refusals: [decision('decided')] }, 'ask-decision'],
    ['waits where the decision is asked for already', { decision: 'time' as const, refusals: [decision('requested')] }, 'refused'],
    ['is refused where more than the decision is missing', { decision: 'time' as const, refusals: [goal, decision('none')] }, 'refused'],
  ])('%s', (_, transition, expected) => {
    expect(kindWith('pilot', transition)).toBe(expected);
  });

  it('stays in its own column, and does nothing where no way leads', () => {
    expect(dropOf(aCard(1, 'submitted'), 'submitted').kind).toBe('stay');
    expect(dropOf(aCard(1, 'submitted'), 'in-use').kind).toBe('none');
  });

  it('is said in one sentence, in the chosen language', async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    const languages = TestBed.inject(Languages);
    await languages.start();
    const words = TestBed.runInInjectionContext(() => injectDropWords());
    const transition = transitionTo('pilot', { refusals: [goal, { code: 'field-filled', params: { field: 'schedule' }, link: null }] });
    expect(words({ kind: 'refused', transition })).toBe('Not yet: The effect goal is missing · Still to be filled in: Schedule');
    await languages.choose('fi');
    expect(words({ kind: 'refused', transition })).toBe('Ei vielä: Vaikuttavuustavoite puuttuu · Täyttämättä: Aikataulu');
    expect(words({ kind: 'ask-decision', transition, decision: 'time' })).toContain('aikapäätös');
  });
});
