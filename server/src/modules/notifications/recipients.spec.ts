import { followersLeftOut, type IdeaCircle, whoIsTold, WITHOUT_MAIL } from './recipients.js';

const CIRCLE: IdeaCircle = {
  submitter: 'maja',
  owner: 'tomek',
  team: ['maja', 'tomek', 'irena'],
  decider: 'oskar',
  hub: ['hanna'],
  admins: ['piotr'],
};
const NO_OWNER: IdeaCircle = { ...CIRCLE, owner: null };

describe('who is told', () => {
  it('acknowledges a submission to the submitter, who did it', () => {
    expect(whoIsTold({ kind: 'idea-submitted', member: 'maja', data: {} }, CIRCLE)).toEqual({ kind: 'acknowledged', members: ['maja'] });
  });

  it('tells submitter, owner and team of a move once each, and not who moved', () => {
    expect(whoIsTold({ kind: 'idea-moved', member: 'hanna', data: {} }, CIRCLE)).toEqual({
      kind: 'moved',
      members: ['maja', 'tomek', 'irena'],
    });
    expect(whoIsTold({ kind: 'idea-moved', member: 'irena', data: {} }, CIRCLE)).toEqual({ kind: 'moved', members: ['maja', 'tomek'] });
    expect(whoIsTold({ kind: 'idea-moved', member: 'maja', data: {} }, { ...NO_OWNER, team: ['maja'] })).toEqual({
      kind: 'moved',
      members: [],
    });
  });

  it('says with the decision that it moved, not once more', () => {
    expect(whoIsTold({ kind: 'idea-moved', member: 'oskar', data: { decision: 'an-id' } }, CIRCLE)).toBeNull();
    expect(whoIsTold({ kind: 'decision-made', member: 'irena', data: { decision: 'time', outcome: 'yes' } }, CIRCLE)).toEqual({
      kind: 'decided',
      members: ['maja', 'tomek'],
    });
  });

  it('asks the decider, unless they asked themselves', () => {
    expect(whoIsTold({ kind: 'decision-asked', member: 'hanna', data: { decider: 'oskar' } }, CIRCLE)).toEqual({
      kind: 'decision-asked',
      members: ['oskar'],
    });
    expect(whoIsTold({ kind: 'decision-asked', member: 'hanna', data: { decider: 'hanna' } }, CIRCLE)).toEqual({
      kind: 'decision-asked',
      members: [],
    });
  });

  it('asks each of a panel, but not who asked', () => {
    const data = { decision: 'time', panel: ['irena', 'hanna', 'oskar'] };
    expect(whoIsTold({ kind: 'panel-asked', member: 'hanna', data }, CIRCLE)).toEqual({ kind: 'panel-asked', members: ['irena', 'oskar'] });
  });

  it('says to the decider that the panel has finished, unless they were the last', () => {
    const data = { decision: 'time', decider: 'oskar', scored: 2 };
    expect(whoIsTold({ kind: 'scorecards-in', member: 'irena', data }, CIRCLE)).toEqual({ kind: 'scorecards-in', members: ['oskar'] });
    expect(whoIsTold({ kind: 'scorecards-in', member: 'oskar', data }, CIRCLE)?.members).toEqual([]);
  });

  it('tells nobody who of a panel has scored or stepped out', () => {
    for (const kind of ['scorecard-given', 'panel-stepped-out'] as const)
      expect(whoIsTold({ kind, member: 'irena', data: { decision: 'time', decider: 'oskar' } }, CIRCLE)).toBeNull();
  });

  it('says to the owner that a step is overdue, and without one to the hub', () => {
    expect(whoIsTold({ kind: 'step-overdue', member: null, data: {} }, CIRCLE)).toEqual({ kind: 'step-overdue', members: ['tomek'] });
    expect(whoIsTold({ kind: 'step-overdue', member: null, data: {} }, NO_OWNER)).toEqual({ kind: 'step-overdue', members: ['hanna'] });
  });

  it('tells all around an idea that it is back, and without an owner the hub too', () => {
    expect(whoIsTold({ kind: 'idea-moved', member: null, data: {} }, CIRCLE)).toEqual({
      kind: 'returned',
      members: ['maja', 'tomek', 'irena'],
    });
    expect(whoIsTold({ kind: 'idea-moved', member: null, data: {} }, NO_OWNER)?.members).toEqual(['maja', 'tomek', 'irena', 'hanna']);
  });

  it('tells team and decider that a locked card was amended, and not who amended it', () => {
    const data = { experiment: 'an-id', experimentNumber: 1, afterData: true };
    expect(whoIsTold({ kind: 'experiment-amended', member: 'irena', data }, CIRCLE)).toEqual({
      kind: 'experiment-amended',
      members: ['tomek', 'maja', 'oskar'],
    });
    expect(whoIsTold({ kind: 'experiment-amended', member: 'hanna', data }, { ...NO_OWNER, decider: null })?.members).toEqual([
      'maja',
      'tomek',
      'irena',
    ]);
  });

  it('tells team and decider that an experiment starts, ends soon and has ended, and not who started it', () => {
    const data = { experiment: 'an-id', experimentNumber: 1, endsOn: '2026-04-10' };
    expect(whoIsTold({ kind: 'experiment-moved', member: 'maja', to: 'running', data }, CIRCLE)).toEqual({
      kind: 'experiment-started',
      members: ['tomek', 'irena', 'oskar'],
    });
    expect(whoIsTold({ kind: 'experiment-moved', member: 'maja', to: 'measured', data }, CIRCLE)).toBeNull();
    for (const kind of ['experiment-ends-soon', 'experiment-ended'] as const) {
      expect(whoIsTold({ kind, member: null, data }, CIRCLE)).toEqual({ kind, members: ['tomek', 'maja', 'irena', 'oskar'] });
      expect(whoIsTold({ kind, member: null, data }, { ...NO_OWNER, decider: null })?.members).toEqual(['maja', 'tomek', 'irena']);
    }
  });

  it('tells the hub that nobody has said what follows, then administrators too', () => {
    const late = (data: object) => whoIsTold({ kind: 'experiment-late', member: null, data: { ...data } }, CIRCLE)?.members;
    expect(late({ stage: 1 })).toEqual(['hanna']);
    expect(late({ stage: 2 })).toEqual(['hanna', 'piotr']);
    expect(late({ stage: 1, endUnsaid: true })).toEqual(['hanna', 'tomek', 'maja', 'irena', 'oskar']);
  });

  it('asks the owner of a rollout and the hub for its follow-up', () => {
    for (const kind of ['follow-up-due', 'follow-up-late'] as const) {
      expect(whoIsTold({ kind, member: null, data: { owner: 'irena' } }, CIRCLE)).toEqual({ kind, members: ['irena', 'hanna'] });
      expect(whoIsTold({ kind, member: null, data: { owner: 'hanna' } }, CIRCLE)?.members).toEqual(['hanna']);
    }
  });

  it('tells of a decision that was handed on who decides now and who decided before, and not who handed it on', () => {
    const data = { decider: 'irena', former: 'oskar' };
    expect(whoIsTold({ kind: 'decision-delegated', member: 'oskar', data }, CIRCLE)).toEqual({
      kind: 'decision-delegated',
      members: ['irena'],
    });
    expect(whoIsTold({ kind: 'decision-delegated', member: 'hanna', data }, CIRCLE)?.members).toEqual(['irena', 'oskar']);
    expect(whoIsTold({ kind: 'decision-delegated', member: 'hanna', data: { ...data, decider: 'hanna' } }, CIRCLE)?.members).toEqual([
      'oskar',
    ]);
  });

  it('asks who stands in for somebody away, and tells the hub where nobody may', () => {
    expect(whoIsTold({ kind: 'decision-covered', member: null, data: { decider: 'oskar', member: 'irena' } }, CIRCLE)).toEqual({
      kind: 'decision-covered',
      members: ['irena'],
    });
    expect(whoIsTold({ kind: 'decision-uncovered', member: null, data: { decider: 'oskar' } }, CIRCLE)).toEqual({
      kind: 'decision-uncovered',
      members: ['hanna'],
    });
  });

  it('tells the absent what was decided in their place', () => {
    const data = { decider: 'oskar', actingFor: 'oskar', outcome: 'yes' };
    expect(whoIsTold({ kind: 'decision-made', member: 'irena', data }, CIRCLE)?.members).toEqual(['maja', 'tomek', 'oskar']);
  });

  it('reminds of a deadline the decider, then the hub too, each with who stands in', () => {
    const told = (kind: 'decision-due-soon' | 'decision-overdue', delegate: string | null) =>
      whoIsTold({ kind, member: null, data: { decider: 'oskar', delegate } }, CIRCLE)?.members;
    expect(told('decision-due-soon', null)).toEqual(['oskar']);
    expect(told('decision-due-soon', 'irena')).toEqual(['oskar', 'irena']);
    expect(told('decision-overdue', null)).toEqual(['oskar', 'hanna']);
    expect(told('decision-overdue', 'hanna')).toEqual(['oskar', 'hanna']);
  });

  it('takes what stays undecided to the decider’s manager, else to the other administrators', () => {
    const told = (data: object, circle = CIRCLE) =>
      whoIsTold({ kind: 'decision-escalated', member: null, data: { decider: 'oskar', delegate: null, ...data } }, circle)?.members;
    expect(told({ manager: 'irena' })).toEqual(['irena']);
    expect(told({ manager: null })).toEqual(['piotr']);
    expect(told({ manager: null, decider: 'piotr' }, { ...CIRCLE, admins: ['piotr', 'hanna'] })).toEqual(['hanna']);
    expect(told({ manager: 'irena', overdueUnsaid: true })).toEqual(['irena', 'oskar', 'hanna']);
  });

  it('tells nobody of imports, edits and places', () => {
    for (const kind of ['idea-imported', 'idea-edited', 'idea-placed'] as const)
      expect(whoIsTold({ kind, member: 'hanna', data: {} }, CIRCLE)).toBeNull();
  });
});

describe('followers', () => {
  const leftOut = (kind: Parameters<typeof followersLeftOut>[0]['kind'], member: string | null, data = {}) =>
    followersLeftOut({ kind, members: [] }, { member, data });

  it('hear what becomes of an idea, but not of their own act', () => {
    expect(['moved', 'decided'].map((kind) => leftOut(kind as 'moved', 'hanna'))).toEqual([['hanna'], ['hanna']]);
    expect(leftOut('returned', null)).toEqual([]);
  });

  it('hear of a comment, unless they are named in it', () => {
    expect(leftOut('commented', 'hanna', { members: ['oskar'] })).toEqual(['hanna', 'oskar']);
  });

  it('hear of a new file, as those around the idea do: in Polku, without a mail', () => {
    expect(leftOut('attached', 'hanna')).toEqual(['hanna']);
    expect(whoIsTold({ kind: 'attachment-added', member: 'tomek', data: {} }, CIRCLE)).toEqual({
      kind: 'attached',
      members: ['maja', 'irena'],
    });
    expect(WITHOUT_MAIL).toContain('attached');
  });

  it('do not hear what others have to do', () => {
    const duties = ['acknowledged', 'decision-asked', 'panel-asked', 'step-overdue', 'mentioned', 'follow-up-due'] as const;
    expect(duties.map((kind) => leftOut(kind, 'hanna'))).toEqual(duties.map(() => null));
  });
});
