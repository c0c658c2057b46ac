import type { Outcome, VerdictKind } from '#contracts';
import { attempt, checkDefinition } from '../../workflow/index.js';
import { DECISION_GUARDS, DECISION_MACHINE, type DecisionFacts, type PanelFacts } from './decision.machine.js';

const NO_PANEL: PanelFacts = { blind: false, waiting: 0, deadline: '2026-03-31T21:59:59.999Z' };
const BLIND: PanelFacts = { ...NO_PANEL, blind: true, waiting: 2 };
const DECIDING: DecisionFacts = {
  roles: ['manager', 'decider'],
  panel: NO_PANEL,
  hasSteppedOut: false,
  hasAsked: false,
  fitsStep: true,
  verdict: null,
  outcome: 'yes',
  reason: 'The evidence is good',
};
const SCORING: DecisionFacts = { roles: ['employee', 'panel'], panel: BLIND, hasSteppedOut: false };

function move(state: string, to: string, facts: DecisionFacts) {
  const result = attempt(DECISION_MACHINE, DECISION_GUARDS, { step: state, cameFrom: null }, to, facts);
  return result.accepted ? result.to : result.refusals.map((it) => it.code);
}

describe('the machine of a decision', () => {
  it('is a definition without mistakes', () => {
    expect(checkDefinition(DECISION_MACHINE, DECISION_GUARDS, [])).toEqual([]);
  });

  it('is decided at once, or after a panel has scored', () => {
    expect(move('requested', 'decided', DECIDING)).toBe('decided');
    expect(move('requested', 'scoring', SCORING)).toBe('scoring');
    expect(move('scoring', 'decided', DECIDING)).toBe('decided');
  });

  it('goes no other way', () => {
    for (const facts of [DECIDING, SCORING]) {
      expect(move('scoring', 'requested', facts)).toEqual(['no-transition']);
      for (const to of ['requested', 'scoring', 'decided']) expect(move('decided', to, facts)).toEqual(['no-transition']);
    }
  });

  it.each(['requested', 'scoring'])('needs a reason while %s', (state) => {
    expect(move(state, 'decided', { ...DECIDING, reason: '\n' })).toEqual(['reason-given']);
  });

  it.each(['requested', 'scoring'])('waits for the panel while %s, and says how long', (state) => {
    const result = attempt(DECISION_MACHINE, DECISION_GUARDS, { step: state, cameFrom: null }, 'decided', { ...DECIDING, panel: BLIND });
    expect(result).toMatchObject({ accepted: false, refusals: [{ code: 'panel-open', params: { waiting: 2, deadline: BLIND.deadline } }] });
  });

  it('lets nothing pass that nobody told it', () => {
    expect(move('requested', 'decided', {})).toEqual([
      'role-in',
      'not-stepped-out',
      'not-asker',
      'decision-fits-step',
      'panel-open',
      'reason-given',
      'explanation-given',
    ]);
    expect(move('requested', 'scoring', {})).toEqual(['role-in', 'not-stepped-out', 'scoring-open']);
  });

  it('is not decided by who has stepped out of a panel of the idea', () => {
    for (const state of ['requested', 'scoring']) {
      expect(move(state, 'decided', { ...DECIDING, hasSteppedOut: true })).toEqual(['not-stepped-out']);
    }
  });

  it('waits for no answer while the idea stands elsewhere', () => {
    for (const outcome of ['yes', 'adapt', 'stop'] as const) {
      const facts = { ...DECIDING, outcome, mustChange: 'The schedule', lesson: true, fitsStep: false };
      expect(move('requested', 'decided', facts)).toEqual(['decision-fits-step']);
    }
  });

  it('needs a lesson to stop, and for nothing else', () => {
    expect(move('requested', 'decided', { ...DECIDING, outcome: 'stop' })).toEqual(['lesson-written']);
    expect(move('requested', 'decided', { ...DECIDING, outcome: 'stop', lesson: true })).toBe('decided');
  });

  it('needs what must change to adapt, and for nothing else', () => {
    expect(move('requested', 'decided', { ...DECIDING, outcome: 'adapt', mustChange: ' ' })).toEqual(['must-change-given']);
    expect(move('requested', 'decided', { ...DECIDING, outcome: 'adapt', mustChange: 'The schedule' })).toBe('decided');
  });

  it.each<[Outcome, VerdictKind, boolean]>([
    ['yes', 'not-met', true],
    ['yes', 'met', false],
    ['yes', 'inconclusive', false],
    ['yes', 'no-data', false],
    ['adapt', 'not-met', false],
    ['adapt', 'met', false],
    ['stop', 'met', true],
    ['stop', 'not-met', false],
    ['stop', 'inconclusive', false],
  ])('%s where the verdict is %s: needs an explanation is %s', (outcome, verdict, needed) => {
    const facts: DecisionFacts = { ...DECIDING, outcome, lesson: true, mustChange: 'The schedule', verdict: { number: 2, verdict } };
    expect(move('scoring', 'decided', facts)).toEqual(needed ? ['explanation-given'] : 'decided');
    expect(move('scoring', 'decided', { ...facts, explanation: 'It was measured in the holidays.' })).toBe('decided');
  });

  it('is decided by nobody but the decider, never on their own idea', () => {
    expect(move('requested', 'decided', { ...DECIDING, roles: ['manager', 'hub', 'admin', 'team', 'panel'] })).toEqual(['role-in']);
    expect(move('requested', 'decided', { ...DECIDING, roles: ['decider', 'submitter'] })).toEqual(['not-own-idea']);
    expect(move('requested', 'decided', { ...DECIDING, roles: ['decider', 'owner'] })).toEqual(['not-own-idea']);
    expect(move('requested', 'decided', { ...DECIDING, roles: ['decider', 'team'] })).toBe('decided');
    expect(move('requested', 'decided', { ...DECIDING, hasAsked: true })).toEqual(['not-asker']);
  });

  it('is scored by nobody but the panel, who have not stepped out, while scoring is open, and never on their own idea', () => {
    expect(move('requested', 'scoring', { ...SCORING, roles: ['manager', 'hub', 'admin', 'decider'] })).toEqual(['role-in']);
    expect(move('requested', 'scoring', { ...SCORING, hasSteppedOut: true })).toEqual(['not-stepped-out']);
    expect(move('requested', 'scoring', { ...SCORING, panel: NO_PANEL })).toEqual(['scoring-open']);
    expect(move('requested', 'scoring', { ...SCORING, roles: ['panel', 'owner'] })).toEqual(['not-own-idea']);
    expect(move('requested', 'scoring', { ...SCORING, roles: ['panel', 'owner'], stepsOut: true })).toBe('scoring');
  });
});
