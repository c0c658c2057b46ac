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
      const whole = kind === 'experiment-amended' ? { ...details, fields: ['threshold'] } : details;
      for (const item of [
        { kind, details: whole, to, ...steps },
        { kind, details: least, to },
      ]) {
        expect(of(item)).toMatch(/\p{L}{2}/u);
        expect(of(item)).not.toMatch(/[{}]|idea\.event|codes\./);
      }
    });
  });

  it('say what was measured, and from what to what it was corrected', () => {
    const [before, after] = [
      { group: 'test', on: '2026-03-04', successes: 21, total: 26 },
      { group: 'test', on: '2026-03-05', successes: 24, total: 26 },
    ];
    const said = (kind: HistoryItem['kind'], more: object): string => of({ kind, details: { experimentNumber: 2, ...more } });
    expect(said('measurement-recorded', { after })).toMatch(/experiment 2: 24 of 26 \(Test group, 5 Mar\b/);
    expect(said('measurement-corrected', { before, after })).toMatch(
      /corrected: 21 of 26 \(Test group, 4 Mar[^)]*\) → 24 of 26 \(Test group, 5 Mar/,
    );
    expect(said('measurement-corrected', { before, withdrawn: true })).toMatch(/withdrawn: 21 of 26/);
    expect(said('measurement-recorded', { after: { on: '2026-03-04', before: 5, value: 3 } })).toContain('5 before, 3 after');
    expect(said('measurement-recorded', { after: { on: '2026-03-04', count: 4, exposure: 10 } })).toContain('4 in 10');
  });

  it('say what of a rollout was edited, part by part', () => {
    const half = { title: 'Half of the city', on: '2026-09-01', doneOn: null };
    const whole = { title: 'All of the city', on: '2026-10-01', doneOn: null };
    const after = {
      unit: 'Roads',
      milestones: [{ ...half, doneOn: '2026-08-30' }, whole],
      ...{ effectValue: 900, effectUnit: 'hours', effectBy: '2026-12-31', effectDirection: 'at-most' },
      followUpOn: '2026-11-02',
    };
    const before = { milestones: [half, whole], effectValue: 1200, followUpOn: null };
    const words = of({
      kind: 'rollout-edited',
      details: { fields: ['milestones', 'expectedEffect', 'followUpOn', 'owner'], before, after },
    });
    expect(words).toMatch(/Milestones: Half of the city \(1 Sep[^)✓]*\) → Half of the city \(1 Sep[^)]* ✓ 30 Aug/);
    expect(words).toMatch(/Expected effect: at most 1,200 hours by\s31 Dec\S* → at most 900 hours/);
    expect(words).toMatch(/Follow-up date: – → 2 Nov/);
    expect(words).toMatch(/· Owner$/);
    expect(words).not.toContain('All of the city');
  });

  it('say what a rollout promises instead, and what its follow-up measured', () => {
    const before = {
      value: 30,
      unit: '% of families',
      by: '2027-06-30',
      direction: 'at-least',
      followUpOn: '2027-03-01',
      receivingUnit: 'Parks',
    };
    const amended = (after: object): string => of({ kind: 'rollout-amended', details: { before, after: { ...before, ...after } } });
    expect(amended({ value: 20 })).toMatch(
      /amended · Expected effect: at least 30 % of families by\s30 Jun 2027 → at least 20 % of families by\s30 Jun 2027$/,
    );
    expect(amended({ followUpOn: null, receivingUnit: 'Roads' })).toMatch(
      /amended · Follow-up date: 1 Mar 2027 → – · Receiving unit: Parks → Roads$/,
    );
    const details = { measuredValue: 34.5, measuredOn: '2027-03-02', effectUnit: '% of families' };
    expect(of({ kind: 'rollout-moved', to: 'followed-up', details })).toMatch(/ · 34.5 % of families on\s2 Mar 2027$/);
  });

  it('name the steps of a move, and tell parking and merging apart', () => {
    expect(of({ kind: 'idea-moved', fromName: 'Submitted', toName: 'Explore idea' })).toBe('Moved from “Submitted” to “Explore idea”');
    expect(of({ kind: 'idea-moved', toName: 'Submitted', details: { undone: true } })).toBe('Took the move back: again on “Submitted”');
    expect(of({ kind: 'idea-moved', details: { returnOn: '2099-05-06' } })).toBe('Parked until 6 May 2099');
    expect(of({ kind: 'idea-moved', details: { into: 7 } })).toBe('Merged into #7');
  });

  it('name fields, people, decisions and experiments', () => {
    expect(of({ kind: 'idea-edited', details })).toBe('Edited: Schedule and Test group');
    expect(of({ kind: 'team-joined', details })).toBe('New in the team: Tomek');
    expect(of({ kind: 'decision-made', details })).toBe('Money decision: adapt');
    expect(of({ kind: 'experiment-moved', details, to: 'running' })).toBe('Experiment 2: running');
    expect(of({ kind: 'experiment-amended', details: { experimentNumber: 2, fields: ['unit', 'costCap'] } })).toBe(
      'Test card of experiment 2 amended: Unit and Cost cap',
    );
    expect(of({ kind: 'measurements-imported', details: { experimentNumber: 2, count: 14 } })).toBe(
      '14 measurements brought into experiment 2',
    );
    expect(of({ kind: 'measurement-corrected', details: { experimentNumber: 2, withdrawn: true } })).toBe(
      'Measurement in experiment 2 withdrawn',
    );
    expect(of({ kind: 'engagement-recorded', details: { who: 'Parents of School 12' } })).toBe('Involved: Parents of School 12');
    expect(of({ kind: 'experiment-ends-soon', details: { ...details, endsOn: '2099-04-10' } })).toBe('Experiment 2 ends on 10 Apr 2099');
  });
});
