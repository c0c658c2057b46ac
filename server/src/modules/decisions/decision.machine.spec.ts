import { attempt, checkDefinition } from '../../workflow/index.js';
import { DECISION_GUARDS, DECISION_MACHINE, type DecisionFacts } from './decision.machine.js';

const DECIDING: DecisionFacts = { roles: ['manager', 'decider'], outcome: 'yes', reason: 'The evidence is good' };

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
    expect(move('requested', 'scoring', DECIDING)).toBe('scoring');
    expect(move('scoring', 'decided', DECIDING)).toBe('decided');
  });

  it('is decided once', () => {
    for (const to of ['requested', 'scoring', 'decided']) expect(move('decided', to, DECIDING)).toEqual(['no-transition']);
  });

  it.each(['requested', 'scoring'])('needs a reason while %s', (state) => {
    expect(move(state, 'decided', { ...DECIDING, reason: '\n' })).toEqual(['reason-given']);
  });

  it('needs a lesson to stop, and for nothing else', () => {
    expect(move('requested', 'decided', { ...DECIDING, outcome: 'stop' })).toEqual(['lesson-written']);
    expect(move('requested', 'decided', { ...DECIDING, outcome: 'stop', lesson: true })).toBe('decided');
    expect(move('requested', 'decided', { ...DECIDING, outcome: 'adapt' })).toBe('decided');
  });

  it.each(['scoring', 'decided'])('is %s by nobody but the decider, never on their own idea', (to) => {
    expect(move('requested', to, { ...DECIDING, roles: ['manager', 'hub', 'admin', 'team'] })).toEqual(['role-in']);
    expect(move('requested', to, { ...DECIDING, roles: ['decider', 'submitter'] })).toEqual(['not-own-idea']);
    expect(move('requested', to, { ...DECIDING, roles: ['decider', 'owner'] })).toEqual(['not-own-idea']);
    expect(move('requested', to, { ...DECIDING, roles: ['decider', 'team'] })).toBe(to);
  });
});
