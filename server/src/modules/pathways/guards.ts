import { DECISION_KINDS, IDEA_TEXTS, ROLLOUT_STATES, type DecisionKind, type IdeaText, type RolloutState } from '#contracts/constants';
import { guard, guardRegistry, nothing, reasonGiven, roleIn, word, type Facts, type GuardRegistry } from '../../workflow/index.js';

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
});

function isFilled(facts: Facts, field: string): boolean {
  return facts.fields !== undefined && Object.hasOwn(facts.fields, field) && (facts.fields[field] ?? '').trim() !== '';
}

function decisionState(facts: Facts, kind: DecisionKind): 'none' | 'requested' | 'decided' {
  const fact = facts.decisions?.[kind] ?? 'none';
  if (fact === 'none') return 'none';
  return fact === 'requested' || fact === 'scoring' ? 'requested' : 'decided';
}
