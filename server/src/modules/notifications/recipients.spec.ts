import { type IdeaCircle, whoIsTold } from './recipients.js';

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

  it('tells nobody of imports, edits and places', () => {
    for (const kind of ['idea-imported', 'idea-edited', 'idea-placed'] as const)
      expect(whoIsTold({ kind, member: 'hanna', data: {} }, CIRCLE)).toBeNull();
  });
});
