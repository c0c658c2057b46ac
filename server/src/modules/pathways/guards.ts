import { DECISION_KINDS, IDEA_TEXTS, ROLLOUT_STATES, type DecisionKind, type IdeaText, type RolloutState } from '#contracts/constants';
import {
  guard,
  guardRegistry,
  nothing,
  reasonGiven,
  roleIn,
  WHERE_IT_WAS,
  word,
  type Facts,
  type GuardRegistry,
  type StepLimit,
} from '../../workflow/index.js';

/** A step of a pathway. */
export interface StepTarget {
  readonly pathway: string;
  readonly step: string;
}

const fieldFilled = guard<Facts, IdeaText>({
  code: 'field-filled',
  read: word('field', IDEA_TEXTS),
  met: (facts, field) => isFilled(facts, field),
});

const effectGoalSet = guard<Facts, object>({
  code: 'effect-goal-set',
  read: nothing,
  met: (facts) => isFilled(facts, 'effectGoal'),
});

const decisionMade = guard<Facts, DecisionKind>({
  code: 'decision-made',
  read: word('kind', DECISION_KINDS),
  met: (facts, kind) => facts.decisions?.[kind] === 'yes',
  tells: (facts, kind) => ({ kind, state: decisionState(facts, kind) }),
});

const experimentConcluded = guard<Facts, object>({
  code: 'experiment-concluded',
  read: nothing,
  met: (facts) => facts.experimentConcluded === true,
  tells: ({ experiment }) => ({ ...(experiment ?? { state: 'none', number: null }) }),
});

const lessonWritten = guard<Facts, object>({
  code: 'lesson-written',
  read: nothing,
  met: (facts) => facts.lessonWritten === true,
});

/** Like `lesson-written`, for a move that can bring the lesson along. */
const lessonGiven = guard<Facts, object>({
  code: 'lesson-written',
  input: 'lesson',
  read: nothing,
  met: (facts) => facts.lesson === true || facts.lessonWritten === true,
});

const rolloutInState = guard<Facts, RolloutState>({
  code: 'rollout-in-state',
  read: word('state', ROLLOUT_STATES),
  met: (facts, state) => facts.rolloutState === state || (state === 'in-use' && facts.rolloutState === 'followed-up'),
});

const followUpSet = guard<Facts, object>({
  code: 'follow-up-set',
  read: nothing,
  met: (facts) => facts.followUpSet === true,
});

/** Days as `2026-03-31` sort like the days they name. */
const returnDateSet = guard<Facts, object>({
  code: 'return-date-set',
  input: 'returnOn',
  read: nothing,
  met: ({ returnOn, today }) => returnOn !== null && returnOn !== undefined && today !== undefined && returnOn > today,
});

const mergeTargetSet = guard<Facts, object>({
  code: 'merge-target-set',
  input: 'into',
  read: nothing,
  met: (facts) => facts.into !== null && facts.into !== undefined,
});

/** A hard limit of the step it leads to; `step` may be "where it was". Whatever comes back by itself on its day finds room. */
const withinWipLimit = guard<Facts, StepTarget>({
  code: 'within-wip-limit',
  read: ({ pathway, step, ...others }) =>
    typeof pathway === 'string' && typeof step === 'string' && Object.keys(others).length === 0 ? { pathway, step } : null,
  met: (facts, target) => {
    const limit = limitOf(facts, target);
    return limit === undefined || !limit.hard || limit.total < limit.atMost || facts.roles?.includes('clock') === true;
  },
  tells: (facts, target) => {
    const { step = target.step, atMost = null, total = null } = limitOf(facts, target) ?? {};
    return { step, atMost, total };
  },
});

/** The guards that pathways may name. */
export const PATHWAY_GUARDS: GuardRegistry<Facts> = guardRegistry<Facts>({
  'role-in': roleIn,
  'field-filled': fieldFilled,
  'effect-goal-set': effectGoalSet,
  'decision-made': decisionMade,
  'experiment-concluded': experimentConcluded,
  'lesson-written': lessonWritten,
  'lesson-given': lessonGiven,
  'rollout-in-state': rolloutInState,
  'follow-up-set': followUpSet,
  'reason-given': reasonGiven,
  'return-date-set': returnDateSet,
  'merge-target-set': mergeTargetSet,
  'within-wip-limit': withinWipLimit,
});

/** The limit of a step, if it has one that matters now. */
export function limitOf({ limits, cameFrom }: Facts, { pathway, step }: StepTarget): StepLimit | undefined {
  const meant = step === WHERE_IT_WAS ? cameFrom : step;
  return limits?.find((limit) => limit.pathway === pathway && limit.step === meant);
}

function isFilled(facts: Facts, field: string): boolean {
  return facts.fields !== undefined && Object.hasOwn(facts.fields, field) && (facts.fields[field] ?? '').trim() !== '';
}

function decisionState(facts: Facts, kind: DecisionKind): 'none' | 'requested' | 'decided' {
  const fact = facts.decisions?.[kind] ?? 'none';
  if (fact === 'none') return 'none';
  return fact === 'requested' || fact === 'scoring' ? 'requested' : 'decided';
}
