import type { ActorRole, GuardRefusal } from '../../workflow/index.js';
import {
  conflictsOf,
  mayBeDecider,
  mayScore,
  refusalsOfDecider,
  refusalsToAsk,
  refusalsToDecide,
  refusalsToScore,
  type Asking,
} from './decision.policy.js';

const NEEDS_DECISION: GuardRefusal = { code: 'decision-made', params: { kind: 'money', state: 'none' } };
const FREE = { hasSteppedOut: false, hasAsked: false, fitsStep: true };
const PANEL = { blind: false, waiting: 0, deadline: '2026-03-31T21:59:59.999Z' };
const ASKING: Asking = {
  asker: ['employee', 'team'],
  conflicts: [],
  partial: [],
  missing: [],
  alreadyOpen: false,
  transition: [NEEDS_DECISION],
};

/** What keeps Oskar from deciding. */
function conflicting(change: Partial<Parameters<typeof conflictsOf>[0]>): string[] {
  const far = { submitterId: 'maja', ownerId: 'maja', pastOwners: [], furtherPeople: [], steppedOut: [], askedBy: 'maja' };
  return conflictsOf({ ...far, ...change }, { member: 'oskar', roles: ['manager'] }).map((it) => it.code);
}

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

  it('waits for the evidence, and does not say twice what is missing', () => {
    expect(refusalsToAsk({ ...ASKING, missing: ['effect-goal', 'verdict'] })).toEqual([
      { code: 'evidence-missing', params: { kinds: ['effect-goal', 'verdict'] } },
    ]);
    const transition: GuardRefusal[] = [
      { code: 'field-filled', params: { field: 'costEstimate' } },
      { code: 'effect-goal-set', params: {} },
      { code: 'experiment-concluded', params: {} },
      { code: 'lesson-written', params: {} },
    ];
    expect(codes({ transition, missing: ['effect-goal', 'cost-estimate', 'test-card', 'verdict', 'lesson'] })).toEqual([
      'field-filled',
      'effect-goal-set',
      'experiment-concluded',
      'lesson-written',
    ]);
    expect(refusalsToAsk({ ...ASKING, transition, missing: ['schedule', 'lesson', 'team'] })[0]).toEqual({
      code: 'evidence-missing',
      params: { kinds: ['schedule', 'team'] },
    });
  });

  it('names nobody to the panel who would score their own idea', () => {
    expect(refusalsToAsk({ ...ASKING, partial: ['Tomek'] })).toEqual([{ code: 'panel-impartial', params: { members: ['Tomek'] } }]);
  });

  it('is not done twice at a time', () => {
    expect(codes({ alreadyOpen: true })).toEqual(['decision-open']);
  });

  it('fits the step on which the idea stands', () => {
    expect(codes({ transition: null })).toEqual(['decision-fits-step']);
  });

  it('names nobody who submitted or owns the idea', () => {
    expect(conflicting({ submitterId: 'oskar' })).toEqual(['not-own-idea']);
    expect(conflicting({ ownerId: 'oskar' })).toEqual(['not-own-idea']);
    expect(codes({ conflicts: [{ code: 'not-own-idea', params: {} }] })).toEqual(['not-own-idea']);
  });

  it('names nobody who has owned it, or what was merged into it', () => {
    expect(conflicting({ pastOwners: ['oskar'] })).toEqual(['not-own-idea']);
    expect(conflicting({ furtherPeople: ['oskar'] })).toEqual(['not-own-idea']);
  });

  it('names nobody who has stepped out of a panel of the idea', () => {
    expect(conflicting({ steppedOut: ['oskar'] })).toEqual(['not-stepped-out']);
  });

  it('names nobody who asks', () => {
    expect(conflicting({ askedBy: 'oskar' })).toEqual(['not-asker']);
    expect(conflicting({})).toEqual([]);
  });

  it('names anybody to the panel but guests', () => {
    const able = (['employee', 'hub', 'manager', 'admin', 'resident'] as const).filter((role: ActorRole) => mayScore([role]));
    expect(able).toEqual(['employee', 'hub', 'manager', 'admin']);
  });

  it('names managers, the hub or admins', () => {
    const able = (['employee', 'hub', 'manager', 'admin', 'resident', 'team'] as const).filter((role: ActorRole) => mayBeDecider([role]));
    expect(able).toEqual(['hub', 'manager', 'admin']);
  });
});

describe('making a decision', () => {
  it('belongs to the decider, before it is made', () => {
    expect(refusalsOfDecider('requested', { roles: ['manager', 'decider'], panel: PANEL, ...FREE })).toEqual([]);
    expect(refusalsOfDecider('scoring', { roles: ['manager', 'decider'], panel: PANEL, ...FREE })).toEqual([]);
    expect(refusalsOfDecider('requested', { roles: ['manager', 'hub'], panel: PANEL, ...FREE })).toEqual([
      { code: 'role-in', params: { roles: ['decider'] } },
    ]);
    expect(refusalsOfDecider('decided', { roles: ['decider'], panel: PANEL, ...FREE })).toEqual([
      { code: 'decision-undecided', params: {} },
    ]);
  });

  it('waits for the panel', () => {
    const panel = { ...PANEL, blind: true, waiting: 1 };
    expect(refusalsOfDecider('scoring', { roles: ['decider'], panel, ...FREE })).toEqual([
      { code: 'panel-open', params: { waiting: 1, deadline: PANEL.deadline } },
    ]);
  });

  it('is never about one’s own idea, also when one became its owner after the question', () => {
    expect(refusalsOfDecider('requested', { roles: ['decider', 'owner'], panel: PANEL, ...FREE })).toEqual([
      { code: 'not-own-idea', params: {} },
    ]);
  });

  it('takes a reason, and to stop a lesson', () => {
    const facts = { roles: ['decider'] satisfies ActorRole[], panel: PANEL, ...FREE, verdict: null };
    expect(refusalsToDecide('requested', { ...facts, outcome: 'stop' }).map((it) => it.code)).toEqual(['reason-given', 'lesson-written']);
    expect(refusalsToDecide('requested', { ...facts, outcome: 'stop', reason: 'No effect', lesson: true })).toEqual([]);
    expect(refusalsToDecide('scoring', { ...facts, outcome: 'yes', reason: 'Good evidence' })).toEqual([]);
    expect(refusalsToDecide('decided', { ...facts, outcome: 'yes', reason: 'Again' }).map((it) => it.code)).toEqual(['decision-undecided']);
  });
});

describe('scoring', () => {
  it('is asked the same of the first and of everybody after', () => {
    const open = { ...PANEL, blind: true, waiting: 2 };
    expect(refusalsToScore({ roles: ['panel'], panel: open, hasSteppedOut: false })).toEqual([]);
    expect(refusalsToScore({ roles: ['decider'], panel: open, hasSteppedOut: false })).toEqual([
      { code: 'role-in', params: { roles: ['panel'] } },
    ]);
    expect(refusalsToScore({ roles: ['panel'], panel: PANEL, hasSteppedOut: false }).map((it) => it.code)).toEqual(['scoring-open']);
    expect(refusalsToScore({ roles: ['panel'], panel: open, hasSteppedOut: true }).map((it) => it.code)).toEqual(['not-stepped-out']);
  });
});
