import fc from 'fast-check';
import {
  ANY_GUARDS,
  ANY_STEP,
  anyFacts,
  anyMachine,
  EVERYTHING,
  knownMachine,
  linkedMachine,
  manyRuns,
  type AnyFacts,
} from '../../test/any-machine.js';
import { checkDefinition } from './check-definition.js';
import { WHERE_IT_WAS, type MachineDefinition } from './definition.js';
import { attempt, available, checks, stepOf, type MachineState } from './transition.js';

const anyState = fc.record({ step: ANY_STEP, cameFrom: fc.option(ANY_STEP) });
const moves = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.constant(EVERYTHING), anyFacts)), { maxLength: 30, size: 'max' });
const walkable = fc.oneof(anyMachine, linkedMachine);

/** Tries the moves of the list, each to a step that is offered, to one that need not be, or to none; gives the states one has been in. */
function walk(machine: MachineDefinition, steps: readonly (readonly [number, AnyFacts])[], start: MachineState): MachineState[] {
  const states = [start];
  let state = start;
  for (const [choice, facts] of steps) {
    const offered = available(machine, ANY_GUARDS, state, facts).map((offer) => offer.to);
    const names = [...offered, machine.steps[choice % machine.steps.length]?.key ?? 'gone', 'gone'];
    const result = attempt(machine, ANY_GUARDS, state, names[choice % names.length] ?? 'gone', facts);
    if (!result.accepted) continue;
    state = { step: result.to, cameFrom: result.cameFrom };
    states.push(state);
  }
  return states;
}

const startOf = (machine: MachineDefinition): MachineState => ({ step: machine.steps[0]?.key ?? 'gone', cameFrom: null });

/** Every state that can be reached from another with everything a guard may want. */
function reachedFrom(machine: MachineDefinition, start: MachineState): MachineState[] {
  const seen = new Map([[JSON.stringify(start), start]]);
  for (const state of seen.values()) {
    for (const { to } of available(machine, ANY_GUARDS, state, EVERYTHING)) {
      const result = attempt(machine, ANY_GUARDS, state, to, EVERYTHING);
      if (!result.accepted) throw new Error(`${state.step} to ${to} is refused with everything there`);
      const next = { step: result.to, cameFrom: result.cameFrom };
      seen.set(JSON.stringify(next), next);
    }
  }
  return [...seen.values()];
}

/** Freezes all of it: what the kernel is given it must not touch. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

describe('whatever the machine, the state and the facts', () => {
  it('a move leads to a step of the machine, other than where one stands, or is refused with a reason', () => {
    fc.assert(
      fc.property(anyMachine, anyState, ANY_STEP, anyFacts, (machine, state, to, facts) => {
        const result = attempt(frozen(machine), ANY_GUARDS, frozen(state), to, frozen(facts));
        if (result.accepted) {
          expect(stepOf(machine, result.to)).toBeDefined();
          expect([result.from, result.to]).toEqual([state.step, to]);
          expect(result.to).not.toBe(state.step);
          expect(result.transition.from).toContain(state.step);
          expect([result.to, WHERE_IT_WAS]).toContain(result.transition.to);
        } else {
          expect(result.unknownStep).toBe(stepOf(machine, to) === undefined);
          expect(result.refusals.length === 0).toBe(result.unknownStep);
        }
      }),
      manyRuns(300),
    );
  });

  it('a move is accepted exactly when none of its guards refuses, and the refusals stand in the order of the guards', () => {
    fc.assert(
      fc.property(anyMachine, anyState, anyFacts, (machine, state, facts) => {
        for (const { to, transition } of available(machine, ANY_GUARDS, state, facts)) {
          const unmet = transition.guards.flatMap(({ guard, params }) => {
            const check = ANY_GUARDS.get(guard)?.check(facts, params);
            return check?.met === true ? [] : [check?.code ?? 'no-transition'];
          });
          const result = attempt(machine, ANY_GUARDS, state, to, facts);
          expect(result.accepted ? [] : result.refusals.map((it) => it.code)).toEqual(unmet);
          expect(result.accepted).toBe(unmet.length === 0);
        }
      }),
      manyRuns(300),
    );
  });

  it('the same question has the same answer, refusals in the same order', () => {
    fc.assert(
      fc.property(anyMachine, anyState, ANY_STEP, anyFacts, (machine, state, to, facts) => {
        const ask = () => [attempt(machine, ANY_GUARDS, state, to, facts), available(machine, ANY_GUARDS, state, facts)];
        expect(ask()).toEqual(ask());
      }),
      manyRuns(300),
    );
  });

  it('what is offered and what is accepted agree, but for input that is asked for then', () => {
    fc.assert(
      fc.property(anyMachine, anyState, anyFacts, (machine, state, facts) => {
        const offers = available(machine, ANY_GUARDS, state, facts);
        expect(new Set(offers.map((it) => it.to)).size).toBe(offers.length);
        for (const { key: to } of machine.steps) {
          const offer = offers.find((it) => it.to === to);
          const result = attempt(machine, ANY_GUARDS, state, to, facts);
          const refusals = result.accepted ? [] : result.refusals;
          if (!offer) expect(refusals).toEqual([{ code: 'no-transition', params: { from: state.step, to } }]);
          else expect(offer.refusals).toEqual(refusals.filter((it) => it.code !== 'reason-given'));
          if (result.accepted) expect(offer?.transition).toBe(result.transition);
          const unmet = checks(machine, ANY_GUARDS, state, to, facts).filter((it) => !it.met);
          expect(unmet).toEqual((offer?.refusals ?? []).map((refusal) => ({ ...refusal, met: false })));
        }
      }),
      manyRuns(300),
    );
  });
});

describe('whatever the walk from the start', () => {
  it('a station remembers nothing, and an aside the last station one stood on', () => {
    const startsOnStation = walkable.filter((machine) => machine.steps[0]?.kind === 'station');
    fc.assert(
      fc.property(startsOnStation, moves, (machine, steps) => {
        let station = startOf(machine).step;
        for (const state of walk(machine, steps, startOf(machine))) {
          const isAside = stepOf(machine, state.step)?.kind === 'aside';
          if (!isAside) station = state.step;
          expect(state.cameFrom).toBe(isAside ? station : null);
        }
      }),
      manyRuns(300),
    );
  });

  it('the way back leads to the station one left, and to no other', () => {
    fc.assert(
      fc.property(walkable, moves, fc.nat(), (machine, steps, choice) => {
        const state = walk(machine, steps, startOf(machine)).at(-1) ?? startOf(machine);
        const names = machine.steps.map((step) => step.key);
        const result = attempt(machine, ANY_GUARDS, state, names[choice % names.length] ?? '', EVERYTHING);
        if (!result.accepted || result.transition.to !== WHERE_IT_WAS) return;
        expect(result.to).toBe(state.cameFrom ?? names[0]);
      }),
      manyRuns(300),
    );
  });

  it('a step that nothing leaves is never left', () => {
    let made = 0;
    fc.assert(
      fc.property(walkable, moves, (machine, steps) => {
        const states = walk(machine, steps, startOf(machine));
        const left = states.slice(0, -1).map((state) => state.step);
        for (const step of left) expect(machine.transitions.some((it) => it.from.includes(step))).toBe(true);
        made += left.length;
      }),
      manyRuns(300),
    );
    // Or the walks would show nothing.
    expect(made).toBeGreaterThan(100);
  });
});

describe('the check of a definition and the walk through it agree', () => {
  const mistakesOf = (machine: MachineDefinition) => checkDefinition(machine, ANY_GUARDS, []);

  it('about which steps can be reached', () => {
    fc.assert(
      fc.property(knownMachine, (machine) => {
        const unreachable = mistakesOf(machine).flatMap((it) => (it.code === 'unreachable' ? [it.params['step']] : []));
        const reached = new Set(reachedFrom(machine, startOf(machine)).map((state) => state.step));
        expect(machine.steps.map((step) => step.key).filter((step) => !reached.has(step))).toEqual(unreachable);
      }),
      manyRuns(300),
    );
  });

  it('that from wherever a sound one leads, it leads to an end', () => {
    let sound = 0;
    fc.assert(
      fc.property(fc.oneof(knownMachine, linkedMachine), (machine) => {
        if (mistakesOf(machine).length > 0) return;
        sound += 1;
        for (const state of reachedFrom(machine, startOf(machine))) {
          const ends = reachedFrom(machine, state).filter(({ step }) => stepOf(machine, step)?.end === true);
          expect([state, ends.length > 0]).toEqual([state, true]);
        }
      }),
      manyRuns(1_500),
    );
    expect(sound).toBeGreaterThan(20);
  });
});
