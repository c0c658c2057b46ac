import { attempt, available, checkDefinition } from '../../workflow/index.js';
import { missingRolloutFields, ROLLOUT_GUARDS, ROLLOUT_MACHINE, type RolloutFacts } from './rollout.machine.js';

const READY: RolloutFacts = { roles: ['rollout-owner'], ideaStep: 'scale', planLacks: [] };

function move(state: string, to: string, facts: RolloutFacts) {
  const result = attempt(ROLLOUT_MACHINE, ROLLOUT_GUARDS, { step: state, cameFrom: null }, to, facts);
  return result.accepted ? result.to : result.refusals.map((it) => it.code);
}

describe('the machine of a rollout', () => {
  it('is a definition without mistakes', () => {
    expect(checkDefinition(ROLLOUT_MACHINE, ROLLOUT_GUARDS, [])).toEqual([]);
  });

  it('leads from the plan into use and to the follow-up', () => {
    expect(move('planned', 'under-way', READY)).toBe('under-way');
    expect(move('under-way', 'in-use', READY)).toBe('in-use');
    expect(move('in-use', 'followed-up', { ...READY, effectMeasured: true })).toBe('followed-up');
  });

  it('skips nothing and does not go back', () => {
    expect(move('planned', 'in-use', READY)).toEqual(['no-transition']);
    expect(move('in-use', 'under-way', READY)).toEqual(['no-transition']);
  });

  it.each([
    ['planned', 'under-way'],
    ['under-way', 'in-use'],
  ])('goes from %s to %s with a complete plan, for an idea that is scaled or in use', (from, to) => {
    const lacking = attempt(ROLLOUT_MACHINE, ROLLOUT_GUARDS, { step: from, cameFrom: null }, to, {
      ...READY,
      planLacks: ['unit', 'followUpOn'],
    });
    expect(lacking).toMatchObject({ refusals: [{ code: 'rollout-complete', params: { fields: ['unit', 'followUpOn'] } }] });
    expect(move(from, to, { ...READY, planLacks: undefined })).toEqual(['rollout-complete']);
    expect(move(from, to, { ...READY, ideaStep: 'pilot' })).toEqual(['idea-on-step']);
    expect(move(from, to, { ...READY, ideaStep: 'in-use' })).toBe(to);
  });

  it('is followed up with what was measured', () => {
    expect(move('in-use', 'followed-up', READY)).toEqual(['effect-measured']);
    const offered = available(ROLLOUT_MACHINE, ROLLOUT_GUARDS, { step: 'in-use', cameFrom: null }, READY);
    expect(offered.find((it) => it.to === 'followed-up')).toMatchObject({ transition: { asks: ['measuredEffect'] }, refusals: [] });
  });

  it.each(['planned', 'under-way', 'in-use'])('can be withdrawn while %s, with a reason', (state) => {
    expect(move(state, 'withdrawn', { ...READY, reason: 'The unit was closed' })).toBe('withdrawn');
    expect(move(state, 'withdrawn', READY)).toEqual(['reason-given']);
  });

  it('is planned again after it was withdrawn: by the hub, with a reason, for an idea that is scaled or in use', () => {
    const again: RolloutFacts = { ...READY, roles: ['hub'], reason: 'Scale-up said yes once more' };
    expect(move('withdrawn', 'planned', again)).toBe('planned');
    expect(move('withdrawn', 'planned', { ...again, roles: ['team', 'owner', 'rollout-owner', 'manager'] })).toEqual(['role-in']);
    expect(move('withdrawn', 'planned', { ...again, reason: ' ' })).toEqual(['reason-given']);
    expect(move('withdrawn', 'planned', { ...again, ideaStep: 'pilot' })).toEqual(['idea-on-step']);
    expect(move('withdrawn', 'under-way', again)).toEqual(['no-transition']);
  });

  it('stays followed up', () => {
    expect(available(ROLLOUT_MACHINE, ROLLOUT_GUARDS, { step: 'followed-up', cameFrom: null }, READY)).toEqual([]);
  });

  it('belongs to its owner, the team with its owner, and the hub', () => {
    for (const { from, to } of ROLLOUT_MACHINE.transitions.filter(({ key }) => key !== 'plan-again')) {
      for (const state of from) {
        for (const role of ['rollout-owner', 'team', 'owner', 'hub', 'admin'] as const) {
          expect(move(state, to, { ...READY, roles: [role], reason: 'Because', effectMeasured: true })).toBe(to);
        }
        expect(
          move(state, to, { ...READY, roles: ['employee', 'manager', 'submitter', 'decider'], reason: 'Because', effectMeasured: true }),
        ).toEqual(['role-in']);
      }
    }
  });
});

describe('the plan of a rollout', () => {
  const plan = {
    unit: 'Street lighting',
    owner: 'oskar',
    expectedEffect: { value: 30, unit: '% less energy', by: '2027-01-01' },
    followUpOn: '2027-02-01',
  };

  it('is complete with unit, owner, expected effect and day of follow-up', () => {
    expect(missingRolloutFields(plan)).toEqual([]);
  });

  it('names what it lacks', () => {
    expect(missingRolloutFields({ unit: ' ', owner: null, expectedEffect: null, followUpOn: null })).toEqual([
      'unit',
      'owner',
      'expectedEffect',
      'followUpOn',
    ]);
  });
});
