import type { DecisionState, Outcome } from '#contracts/constants';
import {
  guard,
  guardRegistry,
  nothing,
  reasonGiven,
  roleIn,
  type ActorFacts,
  type GuardRegistry,
  type GuardUse,
  type MachineDefinition,
  type ReasonFacts,
  type TransitionDefinition,
} from '../../workflow/index.js';

/** What deciding asks for; the lesson only when the outcome is `stop`. */
export type DecisionAsk = 'reason' | 'lesson';

/** What the guards of a decision ask for. What is missing counts as "not". */
export interface DecisionFacts extends ActorFacts, ReasonFacts {
  /** Input: how it is decided. */
  readonly outcome?: Outcome;
  /** Whether a lesson is sent along, or the idea already has one. */
  readonly lesson?: boolean;
}

/** The guards that the machine of decisions uses. */
export const DECISION_GUARDS: GuardRegistry<DecisionFacts> = guardRegistry<DecisionFacts>({
  'role-in': roleIn,
  'reason-given': reasonGiven,
  'not-own-idea': guard<DecisionFacts, object>({
    code: 'not-own-idea',
    read: nothing,
    met: ({ roles }) => !isOwnIdea(roles),
  }),
  'lesson-for-stop': guard<DecisionFacts, object>({
    code: 'lesson-written',
    input: 'lesson',
    read: nothing,
    met: ({ outcome, lesson }) => outcome !== 'stop' || lesson === true,
  }),
});

/** Whether somebody with these roles has submitted the idea or owns it. */
export function isOwnIdea(roles: ActorFacts['roles']): boolean {
  return roles?.some((role) => role === 'submitter' || role === 'owner') ?? false;
}

const DECIDER: GuardUse = { guard: 'role-in', params: { roles: ['decider'] } };
const NOT_OWN_IDEA: GuardUse = { guard: 'not-own-idea', params: {} };

/** requested → decided, with a panel's scoring between them where there is one. */
export const DECISION_MACHINE: MachineDefinition<DecisionState, TransitionDefinition<DecisionState, DecisionAsk>> = {
  key: 'decision',
  steps: [
    { key: 'requested', kind: 'station' },
    { key: 'scoring', kind: 'station' },
    { key: 'decided', kind: 'station', end: true },
  ],
  transitions: [
    { key: 'score', from: ['requested'], to: 'scoring', direction: 'forward', asks: [], guards: [DECIDER, NOT_OWN_IDEA] },
    {
      key: 'decide',
      from: ['requested', 'scoring'],
      to: 'decided',
      direction: 'forward',
      asks: ['reason', 'lesson'],
      guards: [DECIDER, NOT_OWN_IDEA, { guard: 'reason-given', params: {} }, { guard: 'lesson-for-stop', params: {} }],
    },
  ],
};
