import { attempt, available, checkDefinition } from '../../workflow/index.js';
import { EXPERIMENT_GUARDS, EXPERIMENT_MACHINE, type ExperimentFacts } from './experiment.machine.js';

const READY: ExperimentFacts = {
  roles: ['employee', 'team'],
  ideaStep: 'pilot',
  cardLacks: [],
  startsOn: '2026-05-04',
  endsOn: '2026-05-29',
  today: '2026-05-04',
};

/** Somebody moves an experiment; gives the new state, or the refusals. */
function move(state: string, to: string, facts: ExperimentFacts) {
  const result = attempt(EXPERIMENT_MACHINE, EXPERIMENT_GUARDS, { step: state, cameFrom: null }, to, facts);
  return result.accepted ? result.to : result.refusals;
}

function codes(state: string, to: string, facts: ExperimentFacts) {
  const result = move(state, to, facts);
  return typeof result === 'string' ? result : result.map((it) => it.code);
}

/** Facts with which every guard is met. */
const ABLE: ExperimentFacts = { ...READY, unmeasured: null, result: 'They waited longer', lesson: true };

/** All ways from a state to an end, walked through the machine. */
function waysFrom(state: string): string[][] {
  const next = EXPERIMENT_MACHINE.steps.map(({ key }) => key).filter((to) => move(state, to, ABLE) === to);
  return next.length === 0 ? [[state]] : next.flatMap((to) => waysFrom(to).map((way) => [state, ...way]));
}

describe('the machine of an experiment', () => {
  it('has these ways and no others', () => {
    expect(waysFrom('planned')).toEqual([
      ['planned', 'running', 'measured', 'concluded'],
      ['planned', 'running', 'measured', 'stopped'],
      ['planned', 'running', 'stopped'],
      ['planned', 'stopped'],
    ]);
  });

  it('knows no move beside its ways, whatever the facts', () => {
    const known = new Set(EXPERIMENT_MACHINE.transitions.flatMap(({ from, to }) => from.map((state) => `${state} ${to}`)));
    expect(known.size).toBe(6);
    for (const { key: state } of EXPERIMENT_MACHINE.steps) {
      for (const { key: to } of EXPERIMENT_MACHINE.steps) {
        expect([state, to, codes(state, to, ABLE)]).toEqual([state, to, known.has(`${state} ${to}`) ? to : ['no-transition']]);
      }
    }
  });

  it('is a definition without mistakes', () => {
    expect(checkDefinition(EXPERIMENT_MACHINE, EXPERIMENT_GUARDS, [])).toEqual([]);
  });

  it('leads from the plan to the conclusion', () => {
    expect(move('planned', 'running', READY)).toBe('running');
    expect(move('running', 'measured', { ...READY, unmeasured: null })).toBe('measured');
    expect(move('measured', 'concluded', { ...READY, unmeasured: null, result: 'They waited longer', lesson: true })).toBe('concluded');
  });

  it('starts only in the pilot, where the money has been decided', () => {
    expect(move('planned', 'running', { ...READY, ideaStep: 'explore-set-up' })).toEqual([
      { code: 'idea-on-step', params: { steps: ['pilot'] } },
    ]);
    expect(codes('planned', 'running', { ...READY, ideaStep: undefined })).toEqual(['idea-on-step']);
  });

  it('starts only with a complete card, and says what lacks', () => {
    expect(move('planned', 'running', { ...READY, cardLacks: ['metric', 'place'] })).toEqual([
      { code: 'test-card-complete', params: { fields: ['metric', 'place'] } },
    ]);
    expect(codes('planned', 'running', { ...READY, cardLacks: undefined })).toEqual(['test-card-complete']);
  });

  it('starts only in a period that ends after it starts and is not over', () => {
    expect(move('planned', 'running', { ...READY, startsOn: '2026-05-30' })).toEqual([
      { code: 'period-valid', params: { startsOn: '2026-05-30', endsOn: '2026-05-29' } },
    ]);
    expect(codes('planned', 'running', { ...READY, today: '2026-05-30' })).toEqual(['period-valid', 'starts-now-or-later']);
    expect(codes('planned', 'running', { ...READY, today: undefined })).toEqual(['period-valid', 'starts-now-or-later']);
    expect(move('planned', 'running', { ...READY, startsOn: '2026-05-29', today: '2026-05-29' })).toBe('running');
  });

  it('starts only before its first day is over, so that nothing measured earlier counts', () => {
    expect(move('planned', 'running', { ...READY, today: '2026-05-05' })).toEqual([
      { code: 'starts-now-or-later', params: { on: '2026-05-04' } },
    ]);
    for (const today of ['2026-05-03', '2026-05-04']) expect(move('planned', 'running', { ...READY, today })).toBe('running');
  });

  it('says once that the period lacks', () => {
    expect(codes('planned', 'running', { ...READY, cardLacks: ['startsOn', 'endsOn'], startsOn: null, endsOn: null })).toEqual([
      'test-card-complete',
    ]);
  });

  it('is measured, and concluded, once enough has been measured for a verdict', () => {
    expect(codes('running', 'measured', READY)).toEqual(['measured']);
    for (const unmeasured of ['test', 'comparison', 'none'] as const) {
      const refusal = { code: 'measured', params: { group: unmeasured } };
      expect(move('running', 'measured', { ...ABLE, unmeasured })).toEqual([refusal]);
      expect(move('measured', 'concluded', { ...ABLE, unmeasured })).toEqual([refusal]);
    }
  });

  it('is concluded with a result and a lesson', () => {
    expect(codes('measured', 'concluded', { ...READY, unmeasured: null, result: ' ' })).toEqual(['result-written', 'lesson-written']);
    expect(codes('running', 'concluded', { ...READY, result: 'Yes', lesson: true })).toEqual(['no-transition']);
  });

  it.each(['planned', 'running', 'measured'])('can be stopped while %s, with a lesson', (state) => {
    expect(move(state, 'stopped', { ...READY, lesson: true })).toBe('stopped');
    expect(codes(state, 'stopped', READY)).toEqual(['lesson-written']);
  });

  it.each(['concluded', 'stopped'])('stays %s', (state) => {
    for (const { key } of EXPERIMENT_MACHINE.steps) expect(codes(state, key, { ...READY, lesson: true })).toEqual(['no-transition']);
  });

  it('belongs to the team and the hub', () => {
    for (const role of ['team', 'owner', 'hub', 'admin'] as const)
      expect(move('planned', 'running', { ...READY, roles: [role] })).toBe('running');
    for (const { from, to } of EXPERIMENT_MACHINE.transitions) {
      const facts: ExperimentFacts = {
        ...READY,
        unmeasured: null,
        result: 'Yes',
        lesson: true,
        roles: ['employee', 'manager', 'submitter', 'decider'],
      };
      for (const state of from) expect(codes(state, to, facts)).toEqual(['role-in']);
    }
  });

  it('offers the conclusion before result and lesson are written: it asks for them', () => {
    const facts = { ...READY, unmeasured: null };
    const offers = available(EXPERIMENT_MACHINE, EXPERIMENT_GUARDS, { step: 'measured', cameFrom: null }, facts);
    expect(offers.map((it) => [it.to, it.transition.asks, it.refusals])).toEqual([
      ['concluded', ['result', 'lesson'], []],
      ['stopped', ['lesson'], []],
    ]);
  });

  it('does not know a state that is none', () => {
    expect(attempt(EXPERIMENT_MACHINE, EXPERIMENT_GUARDS, { step: 'planned', cameFrom: null }, 'paused', READY)).toEqual({
      accepted: false,
      unknownStep: true,
      refusals: [],
    });
  });
});
