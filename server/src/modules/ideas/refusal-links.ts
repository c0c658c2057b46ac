import type { Refusal } from '#contracts';
import type { GuardRefusal } from '../../workflow/index.js';

const PLACES: Partial<Record<Refusal['code'], string>> = {
  'field-filled': '#fields',
  'effect-goal-set': '#fields',
  'decision-made': '#decisions',
  'experiment-concluded': '#experiments',
  'lesson-written': '#experiments',
  'test-card-complete': '#experiments',
  'period-valid': '#experiments',
  measured: '#experiments',
  'decision-open': '#decisions',
  'evidence-missing': '#fields',
  'panel-open': '#decisions',
  'explanation-given': '#experiments',
  'scale-up-decided': '#decisions',
  'rollout-complete': '#rollout',
  'rollout-in-state': '#rollout',
  'follow-up-set': '#rollout',
  'role-in': '#team',
};

/** Adds to a refusal the page where it can be satisfied. */
export function withLink(refusal: GuardRefusal, organisation: string, number: number): Refusal {
  const place = PLACES[refusal.code];
  return { ...refusal, link: place === undefined ? null : `/${organisation}/ideas/${number}${place}` };
}
