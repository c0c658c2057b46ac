import { checkCriteria, checkEvidence } from './check-gate.js';
import { checkNames } from './check-names.js';
import { checkSteps } from './check-steps.js';
import { checkAsks, checkDecision, checkGuards, checkTransition } from './check-transition.js';
import { WHERE_IT_WAS, type MachineDefinition } from './definition.js';
import type { GuardRegistry } from './guards.js';
import { checkKey, mistake, type Mistake } from './mistake.js';

/**
 * Everything that is wrong with a definition; empty when it may be published. With languages, every name must
 * be there in each of them; machines that nobody reads by name are checked with none.
 */
export function checkDefinition<F>(definition: MachineDefinition, guards: GuardRegistry<F>, languages: readonly string[]): Mistake[] {
  return [
    ...checkKey(definition.key, 'key'),
    ...checkSteps(definition),
    ...definition.transitions.flatMap((transition, at) => [
      ...checkTransition(definition, transition, `transitions[${at}]`),
      ...checkAsks(transition, guards, `transitions[${at}]`),
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

function checkDuplicates({ transitions }: MachineDefinition): Mistake[] {
  const keys = new Set<string>();
  const ways = new Set<string>();
  const decisions = new Set<string>();
  return transitions.flatMap((transition, at) => {
    const found: Mistake[] = [];
    if (keys.has(transition.key)) found.push(mistake(`transitions[${at}].key`, 'duplicate-key', { key: transition.key }));
    keys.add(transition.key);
    transition.from.forEach((from, index) => {
      const way = JSON.stringify([from, transition.to]);
      if (ways.has(way)) found.push(mistake(`transitions[${at}].from[${index}]`, 'duplicate-transition', { from, to: transition.to }));
      ways.add(way);
      if (transition.decision === undefined) return;
      // The yes of a decision takes one way.
      const asked = JSON.stringify([from, transition.decision]);
      if (decisions.has(asked))
        found.push(mistake(`transitions[${at}].decision`, 'duplicate-decision', { from, kind: transition.decision }));
      decisions.add(asked);
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
