import { TestBed } from '@angular/core/testing';
import type { HistoryItem } from '#contracts';
import { EVENT_KINDS, LANGUAGES } from '#contracts/constants';
import { Languages } from '../../../i18n/languages';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { anEvent } from '../testing/an-idea';
import { injectHistoryWords, type HistoryWords } from './history-words';

describe('the words of the history', () => {
  let words: HistoryWords;
  let languages: Languages;

  const details = {
    fields: ['schedule', 'testGroup'],
    member: { id: 'x', name: 'Tomek', unit: null },
    decision: 'money',
    outcome: 'adapt',
    deadline: '2026-05-06',
    endsOn: '2026-04-10',
    experimentNumber: 2,
  };
  const of = (more: Partial<HistoryItem>): string => words(anEvent(more));

  beforeEach(async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideTestI18n()] });
    languages = TestBed.inject(Languages);
    await languages.choose('en');
    words = TestBed.runInInjectionContext(injectHistoryWords);
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    it.each(EVENT_KINDS)('say what %s is, with and without its details', async (kind) => {
      await languages.choose(language);
      const to = kind === 'experiment-moved' ? 'running' : 'in-use';
      // The server always says which decision it was and how it ended, and which end an experiment has.
      const least = kind.startsWith('decision-') ? { decision: 'time', outcome: 'yes' } : { experimentNumber: 1, endsOn: '2026-04-10' };
      const steps = { fromName: 'Submitted', toName: 'Explore idea' };
      for (const item of [
        { kind, details, to, ...steps },
        { kind, details: least, to },
      ]) {
        expect(of(item)).toMatch(/\p{L}{2}/u);
        expect(of(item)).not.toMatch(/[{}]|idea\.event|codes\./);
      }
    });
  });

  it('name the steps of a move, and tell parking and merging apart', () => {
    expect(of({ kind: 'idea-moved', fromName: 'Submitted', toName: 'Explore idea' })).toBe('Moved from “Submitted” to “Explore idea”');
    expect(of({ kind: 'idea-moved', details: { returnOn: '2099-05-06' } })).toBe('Parked until 6 May 2099');
    expect(of({ kind: 'idea-moved', details: { into: 7 } })).toBe('Merged into #7');
  });

  it('name fields, people, decisions and experiments', () => {
    expect(of({ kind: 'idea-edited', details })).toBe('Edited: Schedule and Test group');
    expect(of({ kind: 'team-joined', details })).toBe('New in the team: Tomek');
    expect(of({ kind: 'decision-made', details })).toBe('Money decision: adapt');
    expect(of({ kind: 'experiment-moved', details, to: 'running' })).toBe('Experiment 2: running');
    expect(of({ kind: 'experiment-ends-soon', details: { ...details, endsOn: '2099-04-10' } })).toBe('Experiment 2 ends on 10 Apr 2099');
  });
});
