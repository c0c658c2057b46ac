import { saysSomething } from '#contracts';
import { ACTOR_ROLES, isOneOf, type ActorFacts, type ActorRole, type IdeaStepFacts, type ReasonFacts } from './facts.js';
import { guard, nothing, wordList, type Guard } from './guards.js';

/** `role-in` with `roles`: who acts must be one of these. The refusal names people, not the decisions and timers that may act too. */
export const roleIn: Guard<ActorFacts> = guard<ActorFacts, readonly ActorRole[]>({
  code: 'role-in',
  read: wordList('roles', ACTOR_ROLES),
  met: (facts, roles) => isOneOf(facts.roles, roles),
  tells: (_facts, roles) => ({ roles: roles.filter((role) => role !== 'decision' && role !== 'clock') }),
});

/** `reason-given`: a move comes with a reason. */
export const reasonGiven: Guard<ReasonFacts> = guard<ReasonFacts, object>({
  code: 'reason-given',
  input: 'reason',
  read: nothing,
  met: (facts) => isWritten(facts.reason),
});

/** `idea-on-step` with `steps`: the idea that something belongs to stands on one of these. */
export const ideaOnStep: Guard<IdeaStepFacts> = guard<IdeaStepFacts, readonly string[]>({
  code: 'idea-on-step',
  read: wordList('steps'),
  met: ({ ideaStep }, steps) => ideaStep !== undefined && steps.includes(ideaStep),
});

/** Whether a text says anything. */
export function isWritten(text: string | null | undefined): boolean {
  return saysSomething(text ?? '');
}
