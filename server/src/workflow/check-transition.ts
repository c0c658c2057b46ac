import { WHERE_IT_WAS, type MachineDefinition, type TransitionDefinition } from './definition.js';
import type { GuardRegistry } from './guards.js';
import { checkKey, mistake, type Mistake } from './mistake.js';

const DECISION_GUARD = 'decision-made';

/** What is wrong with where a transition leads from and to. */
export function checkTransition({ steps }: MachineDefinition, transition: TransitionDefinition, place: string): Mistake[] {
  const kinds = new Map(steps.map((step) => [step.key, step.kind]));
  const found = checkKey(transition.key, `${place}.key`);
  if (transition.from.length === 0) found.push(mistake(`${place}.from`, 'no-origin'));
  transition.from.forEach((from, at) => {
    const kind = kinds.get(from);
    if (kind === undefined) found.push(mistake(`${place}.from[${at}]`, 'unknown-step', { step: from }));
    if (from === transition.to) found.push(mistake(`${place}.from[${at}]`, 'to-itself', { step: from }));
    if (kind === 'station' && transition.to === WHERE_IT_WAS) found.push(mistake(`${place}.from[${at}]`, 'not-aside', { step: from }));
  });
  if (transition.to !== WHERE_IT_WAS && !kinds.has(transition.to))
    found.push(mistake(`${place}.to`, 'unknown-step', { step: transition.to }));
  return [...found, ...checkDirection(transition, kinds.get(transition.to), place)];
}

/** Only stations lie forward: the next station, or its absence, is read from the direction. */
function checkDirection({ to, direction }: TransitionDefinition, kind: 'station' | 'aside' | undefined, place: string): Mistake[] {
  const backOnly = to === WHERE_IT_WAS;
  if (kind === undefined && !backOnly) return [];
  const fitting = backOnly ? ['back'] : kind === 'aside' ? ['aside'] : ['forward', 'back'];
  return fitting.includes(direction) ? [] : [mistake(`${place}.direction`, 'wrong-direction', { direction, fitting })];
}

/** What is wrong with the guards of a transition, and with what it asks for. */
export function checkGuards<F>({ guards: uses, asks }: TransitionDefinition, guards: GuardRegistry<F>, place: string): Mistake[] {
  return uses.flatMap((use, at) => {
    const guard = guards.get(use.guard);
    const here = `${place}.guards[${at}]`;
    if (!guard) return [mistake(here, 'unknown-guard', { guard: use.guard })];
    const found: Mistake[] = [];
    const said = JSON.stringify(use);
    if (uses.findIndex((it) => JSON.stringify(it) === said) !== at) found.push(mistake(here, 'duplicate-guard', { guard: use.guard }));
    if (!guard.accepts(use.params)) found.push(mistake(`${here}.params`, 'wrong-params', { guard: use.guard }));
    if (guard.input !== undefined && !asks.includes(guard.input)) found.push(mistake(here, 'not-asked', { input: guard.input }));
    return found;
  });
}

/** Only what some guard reads can be asked for, and once. */
export function checkAsks<F>({ asks }: TransitionDefinition, guards: GuardRegistry<F>, place: string): Mistake[] {
  const inputs = new Set([...guards.values()].map((guard) => guard.input));
  return asks.flatMap((ask, at) => {
    const here = `${place}.asks[${at}]`;
    if (!inputs.has(ask)) return [mistake(here, 'unknown-ask', { ask })];
    return asks.indexOf(ask) === at ? [] : [mistake(here, 'duplicate-ask', { ask })];
  });
}

/** A decision that no guard waits for would never be needed; a guard whose decision nobody can ask for would never open. */
export function checkDecision(transition: TransitionDefinition, place: string): Mistake[] {
  const guarded = transition.guards.flatMap((use, at) => (use.guard === DECISION_GUARD ? [{ kind: use.params['kind'], at }] : []));
  const dead = guarded
    .filter(({ kind }) => kind !== transition.decision)
    .map(({ kind, at }) => mistake(`${place}.guards[${at}]`, 'guard-without-decision', { kind }));
  const lacking = transition.decision !== undefined && !guarded.some(({ kind }) => kind === transition.decision);
  return lacking ? [...dead, mistake(`${place}.decision`, 'decision-without-guard', { kind: transition.decision })] : dead;
}
