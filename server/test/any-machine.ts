import fc, { type Arbitrary } from 'fast-check';
import { ACTOR_ROLES, type ActorFacts, type ReasonFacts } from '../src/workflow/facts.js';
import {
  WHERE_IT_WAS,
  type GuardUse,
  type MachineDefinition,
  type StepDefinition,
  type TransitionDefinition,
} from '../src/workflow/definition.js';
import { guardRegistry } from '../src/workflow/guards.js';
import { reasonGiven, roleIn } from '../src/workflow/standard-guards.js';

/** How often a property is tried: few times in the short suite, many in the full one. fast-check prints the seed of a failure. */
export const manyRuns = (runs: number) => ({ numRuns: process.env['POLKU_TEST_FULL'] ? runs * 20 : runs });

/** What the guards of these machines ask for. */
export type AnyFacts = ActorFacts & ReasonFacts;

/** The guards of these machines: one that asks for input and one that does not. */
export const ANY_GUARDS = guardRegistry<AnyFacts>({ 'role-in': roleIn, 'reason-given': reasonGiven });

/** Facts with which every guard is met that is known and has parameters it accepts. */
export const EVERYTHING: AnyFacts = { roles: ACTOR_ROLES, reason: 'Because' };

const KEYS = ['a', 'b', 'c', 'd', 'e', 'constructor'];

/** Every name of a step that a caller may come with: some of the machine, some of nothing. */
export const ANY_STEP = fc.constantFrom(...KEYS, 'gone', WHERE_IT_WAS, '__proto__', '');

/** Facts as a caller may have them: many lack. */
export const anyFacts: Arbitrary<AnyFacts> = fc.record(
  { roles: fc.subarray([...ACTOR_ROLES]), reason: fc.constantFrom(null, '', ' ', 'Because') },
  { requiredKeys: [] },
);

const rightUse: Arbitrary<GuardUse> = fc.oneof(
  fc.subarray([...ACTOR_ROLES], { minLength: 1 }).map((roles) => ({ guard: 'role-in', params: { roles } })),
  fc.constant({ guard: 'reason-given', params: {} }),
);
const wrongUse: Arbitrary<GuardUse> = fc.record({
  guard: fc.constantFrom('role-in', 'reason-given', 'moon-is-full', 'toString', '__proto__'),
  params: fc.dictionary(fc.constantFrom('roles', 'more', '__proto__'), fc.jsonValue()),
});

/** Any machine at all, most of them with mistakes: unknown steps and guards, wrong parameters, ways to themselves. */
export const anyMachine: Arbitrary<MachineDefinition> = fc
  .subarray(KEYS)
  .chain((keys) =>
    machineOf(keys, fc.constantFrom(...keys, 'gone'), fc.array(fc.oneof({ weight: 3, arbitrary: rightUse }, wrongUse), { maxLength: 3 })),
  );

/** A machine whose steps and guards all exist; where they lead is left to chance. */
export const knownMachine = knownMachineWith(10);

/** A machine whose steps lead from one to the next and end with the last, among other ways: many of them have no mistake. */
export const linkedMachine: Arbitrary<MachineDefinition> = knownMachineWith(3).map((machine) => ({
  ...machine,
  steps: machine.steps.map((step, at) => (at === machine.steps.length - 1 ? { ...step, end: true } : step)),
  transitions: [...machine.steps.slice(1).map((step, at) => link(machine, at, step)), ...machine.transitions],
}));

function knownMachineWith(mostWays: number): Arbitrary<MachineDefinition> {
  return fc
    .subarray(KEYS, { minLength: 1 })
    .chain((keys) => machineOf(keys, fc.constantFrom(...keys), fc.array(rightUse, { maxLength: 2 }), mostWays));
}

function link({ steps }: MachineDefinition, at: number, { key }: StepDefinition): TransitionDefinition {
  return {
    key: `link${at}`,
    from: steps.slice(at, at + 1).map((it) => it.key),
    to: key,
    direction: directionTo(steps, key),
    asks: [],
    guards: [],
  };
}

function machineOf(
  keys: string[],
  someStep: Arbitrary<string>,
  guards: Arbitrary<GuardUse[]>,
  mostWays = 10,
): Arbitrary<MachineDefinition> {
  const steps = fc.tuple(
    ...keys.map((key): Arbitrary<StepDefinition> =>
      fc.record({
        key: fc.constant(key),
        kind: fc.constantFrom('station' as const, 'station' as const, 'aside' as const),
        end: fc.constantFrom(false, false, true),
      }),
    ),
  );
  const way = fc.record({
    from: fc.uniqueArray(someStep, { maxLength: 3 }),
    to: fc.oneof({ weight: 4, arbitrary: someStep }, fc.constant(WHERE_IT_WAS)),
    guards,
  });
  return fc.tuple(steps, fc.array(way, { maxLength: mostWays, size: 'max' })).map(([all, ways]) => ({
    key: 'any',
    steps: all,
    transitions: ways.map(({ from, to, guards: uses }, at) => ({
      key: `t${at}`,
      from,
      to,
      direction: directionTo(all, to),
      asks: uses.some((use) => use.guard === 'reason-given') ? ['reason'] : [],
      guards: uses,
    })),
  }));
}

function directionTo(steps: readonly StepDefinition[], to: string): 'forward' | 'back' | 'aside' {
  if (to === WHERE_IT_WAS) return 'back';
  return steps.find((step) => step.key === to)?.kind === 'aside' ? 'aside' : 'forward';
}
