import type { ActorRole, GuardRefusal } from '../../workflow/index.js';
import { mayBeDecider, refusalsOfDecider, refusalsToAsk, refusalsToDecide, type Asking } from './decision.policy.js';

const NEEDS_DECISION: GuardRefusal = { code: 'decision-made', params: { kind: 'money', state: 'none' } };
const ASKING: Asking = { asker: ['employee', 'team'], decider: ['manager'], alreadyOpen: false, transition: [NEEDS_DECISION] };

function codes(change: Partial<Asking>): string[] {
  return refusalsToAsk({ ...ASKING, ...change }).map((it) => it.code);
}

describe('asking for a decision', () => {
  it.each(['team', 'owner', 'hub', 'admin'] as const)('is open to %s', (role) => {
    expect(codes({ asker: [role] })).toEqual([]);
  });

  it('is not open to others, and says so once', () => {
    const transition: GuardRefusal[] = [{ code: 'role-in', params: { roles: ['team', 'hub'] } }, NEEDS_DECISION];
    expect(refusalsToAsk({ ...ASKING, asker: ['employee', 'manager', 'submitter'], transition })).toEqual([
      { code: 'role-in', params: { roles: ['team', 'owner', 'hub'] } },
    ]);
  });

  it('waits for everything else that the move needs', () => {
    const lacking: GuardRefusal = { code: 'field-filled', params: { field: 'schedule' } };
    expect(refusalsToAsk({ ...ASKING, transition: [lacking, NEEDS_DECISION] })).toEqual([lacking]);
  });

  it('is not done twice at a time', () => {
    expect(codes({ alreadyOpen: true })).toEqual(['decision-open']);
  });

  it('fits the step on which the idea stands', () => {
    expect(codes({ transition: null })).toEqual(['decision-fits-step']);
  });

  it('names nobody who submitted or owns the idea', () => {
    expect(codes({ decider: ['manager', 'submitter'] })).toEqual(['not-own-idea']);
    expect(codes({ decider: ['manager', 'owner'] })).toEqual(['not-own-idea']);
  });

  it('names managers, the hub or admins', () => {
    const able = (['employee', 'hub', 'manager', 'admin', 'resident', 'team'] as const).filter((role: ActorRole) => mayBeDecider([role]));
    expect(able).toEqual(['hub', 'manager', 'admin']);
  });
});

describe('making a decision', () => {
  it('belongs to the decider, before it is made', () => {
    expect(refusalsOfDecider('requested', ['manager', 'decider'])).toEqual([]);
    expect(refusalsOfDecider('scoring', ['manager', 'decider'])).toEqual([]);
    expect(refusalsOfDecider('requested', ['manager', 'hub'])).toEqual([{ code: 'role-in', params: { roles: ['decider'] } }]);
    expect(refusalsOfDecider('decided', ['decider'])).toEqual([{ code: 'decision-undecided', params: {} }]);
  });

  it('is never about one’s own idea, also when one became its owner after the question', () => {
    expect(refusalsOfDecider('requested', ['decider', 'owner'])).toEqual([{ code: 'not-own-idea', params: {} }]);
  });

  it('takes a reason, and to stop a lesson', () => {
    const roles: ActorRole[] = ['decider'];
    expect(refusalsToDecide('requested', { roles, outcome: 'stop' }).map((it) => it.code)).toEqual(['reason-given', 'lesson-written']);
    expect(refusalsToDecide('requested', { roles, outcome: 'stop', reason: 'No effect', lesson: true })).toEqual([]);
    expect(refusalsToDecide('scoring', { roles, outcome: 'yes', reason: 'Good evidence' })).toEqual([]);
    expect(refusalsToDecide('decided', { roles, outcome: 'yes', reason: 'Again' }).map((it) => it.code)).toEqual(['decision-undecided']);
  });
});
