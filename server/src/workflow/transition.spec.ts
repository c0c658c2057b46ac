import { WHERE_IT_WAS, type MachineDefinition, type TransitionDefinition } from './definition.js';
import type { ActorFacts, ReasonFacts } from './facts.js';
import { guardRegistry } from './guards.js';
import { reasonGiven, roleIn } from './standard-guards.js';
import { attempt, available, checks, decisionTransition, nextForward, whereItWas, type MachineState } from './transition.js';

type Facts = ActorFacts & ReasonFacts;
const GUARDS = guardRegistry<Facts>({ 'role-in': roleIn, 'reason-given': reasonGiven });
const HUB = { guard: 'role-in', params: { roles: ['hub'] } };
const REASON = { guard: 'reason-given', params: {} };

const way = (key: string, from: string[], to: string, more: Partial<TransitionDefinition> = {}): TransitionDefinition => ({
  key,
  from,
  to,
  direction: 'forward',
  asks: [],
  guards: [],
  ...more,
});

const MACHINE: MachineDefinition = {
  key: 'small',
  steps: [
    { key: 'first', kind: 'station' },
    { key: 'second', kind: 'station' },
    { key: 'last', kind: 'station', end: true },
    { key: 'parked', kind: 'aside' },
    { key: 'stopped', kind: 'aside', end: true },
  ],
  transitions: [
    way('go', ['first'], 'second', { guards: [HUB, REASON], asks: ['reason'], decision: 'time' }),
    way('finish', ['second'], 'last'),
    way('back', ['second'], 'first', { direction: 'back' }),
    way('park', ['first', 'second'], 'parked', { direction: 'aside' }),
    way('stop', ['first', 'second', 'parked'], 'stopped', { direction: 'aside' }),
    way('return', ['parked', 'stopped'], WHERE_IT_WAS, { direction: 'back' }),
  ],
};

const at = (step: string, cameFrom: string | null = null): MachineState => ({ step, cameFrom });

describe('a move', () => {
  it('gives the transition it takes and the new state', () => {
    expect(attempt(MACHINE, GUARDS, at('second'), 'last', {})).toEqual({
      accepted: true,
      transition: MACHINE.transitions[1],
      from: 'second',
      to: 'last',
      cameFrom: null,
    });
  });

  it('is refused with every reason, not the first', () => {
    expect(attempt(MACHINE, GUARDS, at('first'), 'second', { roles: ['employee'] })).toEqual({
      accepted: false,
      unknownStep: false,
      refusals: [
        { code: 'role-in', params: { roles: ['hub'] } },
        { code: 'reason-given', params: {} },
      ],
    });
  });

  it('that does not exist from here is refused as such', () => {
    const refusals = [{ code: 'no-transition', params: { from: 'first', to: 'last' } }];
    expect(attempt(MACHINE, GUARDS, at('first'), 'last', { roles: ['hub'] })).toEqual({ accepted: false, unknownStep: false, refusals });
  });

  it('to where one stands is none', () => {
    expect(attempt(MACHINE, GUARDS, at('first'), 'first', {})).toMatchObject({ refusals: [{ code: 'no-transition' }] });
  });

  it.each(['nowhere', '', WHERE_IT_WAS, '__proto__', 'constructor'])('to %j is a move to an unknown step', (to) => {
    expect(attempt(MACHINE, GUARDS, at('parked', 'first'), to, {})).toEqual({ accepted: false, unknownStep: true, refusals: [] });
  });

  it('from a step that the machine no longer has leads nowhere', () => {
    expect(attempt(MACHINE, GUARDS, at('gone'), 'first', {})).toMatchObject({ refusals: [{ code: 'no-transition' }] });
    expect(available(MACHINE, GUARDS, at('gone'), {})).toEqual([]);
  });

  it('is refused when its guard is not known', () => {
    const machine = { ...MACHINE, transitions: [way('go', ['first'], 'second', { guards: [{ guard: 'moon-is-full', params: {} }] })] };
    expect(attempt(machine, GUARDS, at('first'), 'second', {})).toMatchObject({ accepted: false, refusals: [{ code: 'no-transition' }] });
  });
});

describe('going aside', () => {
  it('remembers the station, and coming back forgets it', () => {
    expect(attempt(MACHINE, GUARDS, at('second'), 'parked', {})).toMatchObject({ to: 'parked', cameFrom: 'second' });
    expect(attempt(MACHINE, GUARDS, at('parked', 'second'), 'second', {})).toMatchObject({ to: 'second', cameFrom: null });
  });

  it('from aside keeps the station', () => {
    expect(attempt(MACHINE, GUARDS, at('parked', 'second'), 'stopped', {})).toMatchObject({ to: 'stopped', cameFrom: 'second' });
  });

  it('leads back to no other station', () => {
    expect(attempt(MACHINE, GUARDS, at('parked', 'second'), 'first', {})).toMatchObject({ refusals: [{ code: 'no-transition' }] });
  });

  it('leads back to the first station for what was never on one, or on one that is gone', () => {
    for (const cameFrom of [null, 'gone']) {
      expect(whereItWas(MACHINE, at('parked', cameFrom))).toBe('first');
      expect(attempt(MACHINE, GUARDS, at('parked', cameFrom), 'first', {})).toMatchObject({ accepted: true, to: 'first' });
      expect(attempt(MACHINE, GUARDS, at('parked', cameFrom), 'stopped', {})).toMatchObject({ cameFrom: 'first' });
    }
  });

  it('prefers a way that names its target over the way back to the same step', () => {
    const again = way('again', ['parked'], 'second');
    const machine = { ...MACHINE, transitions: [...MACHINE.transitions, again] };
    expect(attempt(machine, GUARDS, at('parked', 'second'), 'second', {})).toMatchObject({ transition: again });
    expect(available(machine, GUARDS, at('parked', 'second'), {}).map((it) => it.transition.key)).toEqual(['stop', 'again']);
  });
});

describe('what is offered', () => {
  it('is every way out of here, in order, with what refuses it but no missing input', () => {
    expect(available(MACHINE, GUARDS, at('first'), {}).map((it) => [it.to, it.refusals.map((refusal) => refusal.code)])).toEqual([
      ['second', ['role-in']],
      ['parked', []],
      ['stopped', []],
    ]);
  });

  it('lists the conditions of a way, met or not', () => {
    expect(checks(MACHINE, GUARDS, at('first'), 'second', { roles: ['admin'] })).toEqual([
      { code: 'role-in', params: { roles: ['hub'] }, met: true },
    ]);
    expect(checks(MACHINE, GUARDS, at('first'), 'last', {})).toEqual([]);
  });

  it('knows the next station and the way a decision takes', () => {
    expect(['first', 'second', 'last', 'parked'].map((step) => nextForward(MACHINE, step)?.to)).toEqual([
      'second',
      'last',
      undefined,
      undefined,
    ]);
    expect(decisionTransition(MACHINE, 'first', 'time')?.key).toBe('go');
    expect(decisionTransition(MACHINE, 'second', 'time')).toBeUndefined();
  });
});
