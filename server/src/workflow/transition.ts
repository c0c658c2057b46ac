import type { DecisionKind } from '#contracts/constants';
import { WHERE_IT_WAS, type MachineDefinition, type TransitionDefinition } from './definition.js';
import type { GuardCheck, GuardRefusal, GuardRegistry } from './guards.js';

/** Where something stands on a machine; `cameFrom` is the station it left when it went aside. */
export interface MachineState {
  readonly step: string;
  readonly cameFrom: string | null;
}

/** A move that may be made: the new state is `to` with `cameFrom`. */
export interface Accepted<Step extends string, Transition> {
  readonly accepted: true;
  readonly transition: Transition;
  readonly from: string;
  readonly to: Step;
  readonly cameFrom: Step | null;
}

/** A move that may not be made, with every reason. `unknownStep`: the machine has no such step at all. */
export interface Refused {
  readonly accepted: false;
  readonly unknownStep: boolean;
  readonly refusals: readonly GuardRefusal[];
}

/** A transition that leads on from a state, where to, and what is in its way. */
export interface Offer<Step extends string, Transition> {
  readonly transition: Transition;
  readonly to: Step;
  readonly refusals: readonly GuardRefusal[];
}

/** What the functions of the kernel read of a machine. */
type Machine<Step extends string, T extends TransitionDefinition<Step>> = Pick<MachineDefinition<Step, T>, 'steps' | 'transitions'>;

/** Says whether a move to the step `to` may be made now, or every reason why not. Never throws on a refusal. */
export function attempt<Step extends string, T extends TransitionDefinition<Step>, F>(
  machine: Machine<Step, T>,
  guards: GuardRegistry<F>,
  state: MachineState,
  to: string,
  facts: F,
): Accepted<Step, T> | Refused {
  const target = stepOf(machine, to);
  if (!target) return { accepted: false, unknownStep: true, refusals: [] };
  const transition = transitionTo(machine, state, target.key);
  if (!transition) return { accepted: false, unknownStep: false, refusals: [noTransition(state.step, to)] };
  const refusals = checksOf(guards, transition, state, target.key, facts).filter(isUnmet).map(asRefusal);
  if (refusals.length > 0) return { accepted: false, unknownStep: false, refusals };
  return { accepted: true, transition, from: state.step, to: target.key, cameFrom: cameFromAfter(machine, state, target.kind) };
}

/**
 * The transitions that leave this state, each with what refuses it now. Guards that ask for input are left out:
 * whoever takes the transition is asked for it then. One that needs another role stays, with that refusal.
 */
export function available<Step extends string, T extends TransitionDefinition<Step>, F>(
  machine: Machine<Step, T>,
  guards: GuardRegistry<F>,
  state: MachineState,
  facts: F,
): Offer<Step, T>[] {
  return machine.transitions.flatMap((transition) => {
    const to = targetOf(machine, transition, state);
    if (to === null || transitionTo(machine, state, to) !== transition) return [];
    const refusals = checksOf(guards, transition, state, to, facts, 'without-input').filter(isUnmet).map(asRefusal);
    return [{ transition, to, refusals }];
  });
}

/** Every condition of the transition from this state to the step `to`, met or not, but those that ask for input. */
export function checks<Step extends string, T extends TransitionDefinition<Step>, F>(
  machine: Machine<Step, T>,
  guards: GuardRegistry<F>,
  state: MachineState,
  to: string,
  facts: F,
): GuardCheck[] {
  const transition = transitionTo(machine, state, to);
  return transition ? checksOf(guards, transition, state, to, facts, 'without-input') : [];
}

/** The transition that leads forward from a step, or undefined at an end and aside. */
export function nextForward<Step extends string, T extends TransitionDefinition<Step>>(
  machine: Machine<Step, T>,
  step: string,
): T | undefined {
  return machine.transitions.find((it) => it.direction === 'forward' && it.to !== WHERE_IT_WAS && leaves(it, step));
}

/** The transition that the `yes` of a decision takes from a step, or undefined. */
export function decisionTransition<Step extends string, T extends TransitionDefinition<Step>>(
  machine: Machine<Step, T>,
  step: string,
  kind: DecisionKind,
): T | undefined {
  return machine.transitions.find((it) => it.decision === kind && leaves(it, step));
}

/**
 * The step that "where it was" means: the station it left, or the first one when it never left any
 * (it was imported aside) or that station is gone from the machine.
 */
export function whereItWas<Step extends string, T extends TransitionDefinition<Step>>(
  machine: Machine<Step, T>,
  state: MachineState,
): Step | null {
  const came = state.cameFrom === null ? undefined : stepOf(machine, state.cameFrom);
  return (came ?? machine.steps[0])?.key ?? null;
}

/** The definition of a step, or undefined. */
export function stepOf<Step extends string, T extends TransitionDefinition<Step>>(machine: Machine<Step, T>, key: string) {
  return machine.steps.find((step) => step.key === key);
}

function transitionTo<Step extends string, T extends TransitionDefinition<Step>>(
  machine: Machine<Step, T>,
  state: MachineState,
  to: string,
) {
  const leading = machine.transitions.filter((it) => targetOf(machine, it, state) === to);
  return leading.find((it) => it.to === to) ?? leading[0];
}

function targetOf<Step extends string, T extends TransitionDefinition<Step>>(
  machine: Machine<Step, T>,
  transition: T,
  state: MachineState,
): Step | null {
  if (!leaves(transition, state.step)) return null;
  const to = transition.to === WHERE_IT_WAS ? whereItWas(machine, state) : (stepOf(machine, transition.to)?.key ?? null);
  return to === state.step ? null : to;
}

function leaves(transition: TransitionDefinition, step: string): boolean {
  return transition.from.includes(step);
}

function checksOf<F>(
  guards: GuardRegistry<F>,
  transition: TransitionDefinition,
  state: MachineState,
  to: string,
  facts: F,
  which: 'all' | 'without-input' = 'all',
): GuardCheck[] {
  return transition.guards.flatMap((use): GuardCheck[] => {
    const guard = guards.get(use.guard);
    // A guard that nobody knows must not let anything pass; checkDefinition finds it before a definition is published.
    if (!guard) return [{ ...noTransition(state.step, to), met: false }];
    return which === 'without-input' && guard.input !== undefined ? [] : [guard.check(facts, use.params)];
  });
}

function cameFromAfter<Step extends string, T extends TransitionDefinition<Step>>(
  machine: Machine<Step, T>,
  state: MachineState,
  entered: 'station' | 'aside',
): Step | null {
  if (entered === 'station') return null;
  const left = stepOf(machine, state.step);
  return left?.kind === 'aside' ? whereItWas(machine, state) : (left?.key ?? null);
}

function noTransition(from: string, to: string): GuardRefusal {
  return { code: 'no-transition', params: { from, to } };
}

function isUnmet(check: GuardCheck): boolean {
  return !check.met;
}

function asRefusal({ code, params }: GuardCheck): GuardRefusal {
  return { code, params };
}
