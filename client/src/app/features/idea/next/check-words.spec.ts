import { TestBed } from '@angular/core/testing';
import { LANGUAGES } from '#contracts/constants';
import { Languages } from '../../../i18n/languages';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { injectCheckWords, type CheckWords } from './check-words';

const FIELDS = ['title', 'need', 'proposal', 'beneficiaries', 'effectGoal', 'schedule', 'costEstimate', 'testGroup', 'partners'];

describe('a condition in words', () => {
  let words: CheckWords;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    await TestBed.inject(Languages).start();
    words = TestBed.runInInjectionContext(injectCheckWords);
  });

  const filled = (field: string): string => words.says({ code: 'field-filled', params: { field } });

  it('is a sentence that suits its field, one or many', () => {
    expect(filled('partners')).toBe('The partners are named');
    expect(filled('costEstimate')).toBe('The cost estimate is written');
  });

  it('names a field that it has no sentence for', () => {
    expect(filled('result')).toBe('Written: Result');
  });

  it('says of an experiment that is not concluded how far it is, and nothing of that once one is', () => {
    const concluded = (state: string, met = false): string =>
      words.says({ code: 'experiment-concluded', params: { state, number: 2 }, met });
    expect(concluded('none')).toBe('An experiment is concluded');
    expect(concluded('planned')).toBe('An experiment is concluded (experiment 2 has not started yet)');
    expect(concluded('running')).toBe('An experiment is concluded (experiment 2 is still running)');
    expect(concluded('measured')).toBe('An experiment is concluded (experiment 2 is measured)');
    expect(concluded('overdue')).toBe('Experiment 2 has ended: what follows is said');
    expect(concluded('running', true)).toBe('An experiment is concluded');
  });

  it.each(LANGUAGES)('has a sentence of its own for every field of an idea in %s', async (language) => {
    await TestBed.inject(Languages).choose(language);
    const without = filled('result').split(':')[0] ?? '';
    const said = FIELDS.map(filled);
    expect(new Set(said).size).toBe(FIELDS.length);
    expect(said.filter((it) => it.startsWith(`${without}:`) || it.includes('{'))).toEqual([]);
  });
});
