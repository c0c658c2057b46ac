import { ANCHORED_SCORES } from '#contracts/constants';
import { checkCriteria, checkEvidence } from './check-gate.js';
import { WHERE_IT_WAS, type MachineDefinition, type TransitionDefinition } from './definition.js';
import type { GuardRegistry } from './guards.js';

/** What may be wrong with a definition. */
export type MistakeCode =
  | 'no-steps'
  | 'duplicate-step'
  | 'reserved-step'
  | 'starts-aside'
  | 'duplicate-key'
  | 'unknown-step'
  | 'no-origin'
  | 'to-itself'
  | 'duplicate-transition'
  | 'not-aside'
  | 'unknown-guard'
  | 'wrong-params'
  | 'not-asked'
  | 'unreachable'
  | 'no-end'
  | 'decision-without-guard'
  | 'guard-without-decision'
  | 'without-decision'
  | 'unknown-evidence'
  | 'duplicate-evidence'
  | 'no-criteria'
  | 'too-many-criteria'
  | 'duplicate-criterion'
  | 'wrong-weight'
  | 'name-missing';

/** A mistake in a definition, and its place in it, as `transitions[3].guards[0]`. */
export interface Mistake {
  readonly place: string;
  readonly code: MistakeCode;
  readonly params: Record<string, unknown>;
}

const DECISION_GUARD = 'decision-made';

/**
 * Everything that is wrong with a definition; empty when it may be published. With languages, every name must
 * be there in each of them; machines that nobody reads by name are checked with none.
 */
export function checkDefinition<F>(definition: MachineDefinition, guards: GuardRegistry<F>, languages: readonly string[]): Mistake[] {
  return [
    ...checkSteps(definition),
    ...definition.transitions.flatMap((transition, at) => [
      ...checkTransition(definition, transition, `transitions[${at}]`),
      ...checkGuards(transition, guards, `transitions[${at}]`),
      ...checkDecision(transition, `transitions[${at}]`),
      ...checkEvidence(transition, `transitions[${at}]`),
      ...checkCriteria(transition, `transitions[${at}]`),
    ]),
    ...checkDuplicates(definition),
    ...checkReach(definition),
    ...checkNames(definition, languages),
  ];
}

function mistake(place: string, code: MistakeCode, params: Record<string, unknown> = {}): Mistake {
  return { place, code, params };
}

function checkSteps({ steps }: MachineDefinition): Mistake[] {
  if (steps.length === 0) return [mistake('steps', 'no-steps')];
  return steps.flatMap((step, at) => {
    const found: Mistake[] = [];
    if (steps.findIndex((it) => it.key === step.key) !== at) found.push(mistake(`steps[${at}]`, 'duplicate-step', { step: step.key }));
    if (step.key === WHERE_IT_WAS) found.push(mistake(`steps[${at}]`, 'reserved-step', { step: step.key }));
    // A step aside leads back to the station one left; who starts there has left none.
    if (at === 0 && step.kind === 'aside') found.push(mistake(`steps[${at}]`, 'starts-aside', { step: step.key }));
    return found;
  });
}

function checkTransition({ steps }: MachineDefinition, transition: TransitionDefinition, place: string): Mistake[] {
  const kinds = new Map(steps.map((step) => [step.key, step.kind]));
  const found: Mistake[] = [];
  if (transition.from.length === 0) found.push(mistake(`${place}.from`, 'no-origin'));
  transition.from.forEach((from, at) => {
    const kind = kinds.get(from);
    if (kind === undefined) found.push(mistake(`${place}.from[${at}]`, 'unknown-step', { step: from }));
    if (from === transition.to) found.push(mistake(`${place}.from[${at}]`, 'to-itself', { step: from }));
    if (kind === 'station' && transition.to === WHERE_IT_WAS) found.push(mistake(`${place}.from[${at}]`, 'not-aside', { step: from }));
  });
  if (transition.to !== WHERE_IT_WAS && !kinds.has(transition.to))
    found.push(mistake(`${place}.to`, 'unknown-step', { step: transition.to }));
  return found;
}

function checkGuards<F>(transition: TransitionDefinition, guards: GuardRegistry<F>, place: string): Mistake[] {
  return transition.guards.flatMap((use, at) => {
    const guard = guards.get(use.guard);
    const here = `${place}.guards[${at}]`;
    if (!guard) return [mistake(here, 'unknown-guard', { guard: use.guard })];
    const found: Mistake[] = [];
    if (!guard.accepts(use.params)) found.push(mistake(here, 'wrong-params', { guard: use.guard }));
    if (guard.input !== undefined && !transition.asks.includes(guard.input)) found.push(mistake(here, 'not-asked', { input: guard.input }));
    return found;
  });
}

/** A decision that no guard waits for would never be needed; a guard whose decision nobody can ask for would never open. */
function checkDecision(transition: TransitionDefinition, place: string): Mistake[] {
  const guarded = transition.guards.flatMap((use, at) => (use.guard === DECISION_GUARD ? [{ kind: use.params['kind'], at }] : []));
  const dead = guarded
    .filter(({ kind }) => kind !== transition.decision)
    .map(({ kind, at }) => mistake(`${place}.guards[${at}]`, 'guard-without-decision', { kind }));
  const lacking = transition.decision !== undefined && !guarded.some(({ kind }) => kind === transition.decision);
  return lacking ? [...dead, mistake(`${place}.decision`, 'decision-without-guard', { kind: transition.decision })] : dead;
}

function checkDuplicates({ transitions }: MachineDefinition): Mistake[] {
  const keys = new Set<string>();
  const ways = new Set<string>();
  return transitions.flatMap((transition, at) => {
    const found: Mistake[] = [];
    if (keys.has(transition.key)) found.push(mistake(`transitions[${at}].key`, 'duplicate-key', { key: transition.key }));
    keys.add(transition.key);
    transition.from.forEach((from, index) => {
      const way = JSON.stringify([from, transition.to]);
      if (ways.has(way)) found.push(mistake(`transitions[${at}].from[${index}]`, 'duplicate-transition', { from, to: transition.to }));
      ways.add(way);
    });
    return found;
  });
}

/**
 * Every step must be reachable from the first, and an end from every step. "Where it was" leads to a station that
 * something else has led to: it makes nothing reachable, and the end is as near as from that station.
 */
function checkReach({ steps, transitions }: MachineDefinition): Mistake[] {
  const first = steps[0];
  if (!first) return [];
  const reached = spread([first.key], (step) => transitions.filter((it) => it.from.includes(step)).map((it) => it.to));
  const ends = steps.filter((step) => step.end === true).map((step) => step.key);
  const returning = steps
    .map((step) => step.key)
    .filter((step) => transitions.some((it) => it.to === WHERE_IT_WAS && it.from.includes(step)));
  const ending = spread(ends, (step) => transitions.filter((it) => it.to === step).flatMap((it) => it.from));
  return steps.flatMap((step, at) => {
    const found: Mistake[] = [];
    if (!reached.has(step.key)) found.push(mistake(`steps[${at}]`, 'unreachable', { step: step.key }));
    if (!ending.has(step.key) && !returning.includes(step.key)) found.push(mistake(`steps[${at}]`, 'no-end', { step: step.key }));
    return found;
  });
}

function spread(from: readonly string[], next: (step: string) => readonly string[]): Set<string> {
  const reached = new Set(from);
  for (const step of reached) for (const other of next(step)) reached.add(other);
  return reached;
}

function checkNames(definition: MachineDefinition, languages: readonly string[]): Mistake[] {
  const missing = (place: string, names: Readonly<Record<string, string>> | undefined): Mistake[] =>
    languages
      .filter((language) => !names || !Object.hasOwn(names, language) || names[language]?.trim() === '')
      .map((language) => mistake(place, 'name-missing', { language }));
  const missingInCriteria = ({ criteria }: TransitionDefinition, place: string): Mistake[] =>
    (criteria ?? []).flatMap(({ names, anchors }, at) => [
      ...missing(`${place}.criteria[${at}].names`, names),
      ...ANCHORED_SCORES.flatMap((score) => missing(`${place}.criteria[${at}].anchors.${score}`, anchors[score])),
    ]);
  return [
    ...missing('names', definition.names),
    ...definition.steps.flatMap((step, at) => [
      ...missing(`steps[${at}].names`, step.names),
      ...(step.hint ? missing(`steps[${at}].hint`, step.hint) : []),
    ]),
    ...definition.transitions.flatMap((transition, at) => [
      ...missing(`transitions[${at}].names`, transition.names),
      ...missingInCriteria(transition, `transitions[${at}]`),
    ]),
  ];
}
