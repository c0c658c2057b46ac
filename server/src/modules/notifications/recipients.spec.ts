import { type IdeaCircle, whoIsTold } from './recipients.js';

const CIRCLE: IdeaCircle = { submitter: 'maja', owner: 'tomek', team: ['maja', 'tomek', 'irena'], hub: ['hanna'] };
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
    expect(
      whoIsTold({ kind: 'idea-moved', member: 'maja', data: {} }, { submitter: 'maja', owner: null, team: ['maja'], hub: ['hanna'] }),
    ).toEqual({
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

  it('tells nobody of imports, edits and places', () => {
    for (const kind of ['idea-imported', 'idea-edited', 'idea-placed'] as const)
      expect(whoIsTold({ kind, member: 'hanna', data: {} }, CIRCLE)).toBeNull();
  });
});
