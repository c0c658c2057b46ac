import { EVIDENCE_KINDS, LIMITS } from '#contracts/constants';
import type { TransitionDefinition } from './definition.js';
import { checkKey, mistake, type Mistake } from './mistake.js';

/** What is wrong with the evidence that the decision of a transition rests on. */
export function checkEvidence({ evidence, decision }: TransitionDefinition, place: string): Mistake[] {
  if (evidence === undefined) return [];
  const kinds: readonly string[] = EVIDENCE_KINDS;
  return [
    ...(decision === undefined ? [mistake(`${place}.evidence`, 'without-decision')] : []),
    ...evidence.flatMap(({ kind }, at) => {
      const here = `${place}.evidence[${at}]`;
      if (!kinds.includes(kind)) return [mistake(here, 'unknown-evidence', { kind })];
      return evidence.findIndex((it) => it.kind === kind) === at ? [] : [mistake(here, 'duplicate-evidence', { kind })];
    }),
  ];
}

/** What is wrong with the criteria by which a panel scores the decision of a transition. */
export function checkCriteria({ criteria, decision }: TransitionDefinition, place: string): Mistake[] {
  if (criteria === undefined) return [];
  return [
    ...(decision === undefined ? [mistake(`${place}.criteria`, 'without-decision')] : []),
    // A scorecard without questions would say nothing.
    ...(criteria.length === 0 ? [mistake(`${place}.criteria`, 'no-criteria')] : []),
    ...(criteria.length > LIMITS.criteria ? [mistake(`${place}.criteria`, 'too-many-criteria', { most: LIMITS.criteria })] : []),
    ...criteria.flatMap(({ key, weight }, at) => {
      const here = `${place}.criteria[${at}]`;
      return [
        ...checkKey(key, `${here}.key`),
        ...(criteria.findIndex((it) => it.key === key) === at ? [] : [mistake(`${here}.key`, 'duplicate-criterion', { key })]),
        ...(Number.isFinite(weight) && weight > 0 ? [] : [mistake(`${here}.weight`, 'wrong-weight', { weight })]),
      ];
    }),
  ];
}
