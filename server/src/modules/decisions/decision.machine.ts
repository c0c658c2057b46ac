import type { DecisionState, Outcome, VerdictKind } from '#contracts/constants';
import {
  guard,
  guardRegistry,
  isWritten,
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

/** What deciding asks for: what must change only for `adapt`, the lesson only for `stop`, the explanation only against the verdict. */
export type DecisionAsk = 'reason' | 'mustChange' | 'explanation' | 'lesson';

/** Where the panel of a decision stands; of a decision without one nothing waits and nothing is blind. */
export interface PanelFacts {
  readonly blind: boolean;
  /** How many scorecards are still to come. */
  readonly waiting: number;
  /** Until when they can come, as a moment (ISO 8601). */
  readonly deadline: string;
}

/** What the rule says of an experiment. */
export interface VerdictFacts {
  readonly number: number;
  readonly verdict: VerdictKind;
  /** What it said at first, by card and numbers before they were changed, where that is something else. */
  readonly atFirst?: VerdictKind | null;
}

/** What the guards of a decision ask for. What is missing counts as "not". */
export interface DecisionFacts extends ActorFacts, ReasonFacts {
  /** Input: how it is decided. */
  readonly outcome?: Outcome;
  /** Whether a lesson is sent along, or the idea already has one. */
  readonly lesson?: boolean;
  /** Input: what must change, and why it is decided against the verdict. */
  readonly mustChange?: string | null;
  readonly explanation?: string | null;
  readonly panel?: PanelFacts;
  /** Whether the idea stands where the decision was asked for; one that left, or left the path, waits for no answer. */
  readonly fitsStep?: boolean;
  /** Whether who acts has stepped out: of this panel to score, of any panel of the idea to decide; and whether they are stepping out now. */
  readonly hasSteppedOut?: boolean;
  readonly stepsOut?: boolean;
  /** Whether who acts has asked for this decision. */
  readonly hasAsked?: boolean;
  /** Of the latest concluded experiment, of a decision that such a verdict speaks to; null: there is none. */
  readonly verdict?: VerdictFacts | null;
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
  'fits-step': guard<DecisionFacts, object>({ code: 'decision-fits-step', read: nothing, met: ({ fitsStep }) => fitsStep === true }),
  'panel-finished': guard<DecisionFacts, object>({
    code: 'panel-open',
    read: nothing,
    met: ({ panel }) => panel?.blind === false,
    tells: ({ panel }) => (panel ? { waiting: panel.waiting, deadline: panel.deadline } : {}),
  }),
  'scoring-open': guard<DecisionFacts, object>({
    code: 'scoring-open',
    read: nothing,
    met: ({ panel }) => panel?.blind === true,
  }),
  'not-stepped-out': guard<DecisionFacts, object>({
    code: 'not-stepped-out',
    read: nothing,
    met: ({ hasSteppedOut }) => hasSteppedOut === false,
  }),
  'not-asker': guard<DecisionFacts, object>({ code: 'not-asker', read: nothing, met: ({ hasAsked }) => hasAsked === false }),
  // Who came to own the idea after they were asked can step out, but not score.
  'scores-no-own-idea': guard<DecisionFacts, object>({
    code: 'not-own-idea',
    read: nothing,
    met: ({ roles, stepsOut }) => stepsOut === true || !isOwnIdea(roles),
  }),
  'must-change-for-adapt': guard<DecisionFacts, object>({
    code: 'must-change-given',
    input: 'mustChange',
    read: nothing,
    met: ({ outcome, mustChange }) => outcome !== 'adapt' || isWritten(mustChange),
  }),
  'explained-against-verdict': guard<DecisionFacts, object>({
    code: 'explanation-given',
    input: 'explanation',
    read: nothing,
    met: ({ outcome, verdict, explanation }) =>
      verdict === null || (verdict !== undefined && !isAgainst(outcome, verdict)) || isWritten(explanation),
    tells: ({ verdict }) => ({ ...verdict }),
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

/**
 * Whether an outcome goes against a verdict: going on with what has failed, or stopping what has worked. Where cards or numbers were changed
 * so that the rule says something else than at first, both go against one of the two.
 */
export function isAgainst(outcome: Outcome | undefined, { verdict, atFirst }: Omit<VerdictFacts, 'number'>): boolean {
  const isChanged = atFirst !== null && atFirst !== undefined;
  return (outcome === 'yes' && (verdict === 'not-met' || isChanged)) || (outcome === 'stop' && (verdict === 'met' || isChanged));
}

/** requested → decided, with a panel's scoring between them where there is one: it begins with the first who scores or steps out. */
export const DECISION_MACHINE: MachineDefinition<DecisionState, TransitionDefinition<DecisionState, DecisionAsk>> = {
  key: 'decision',
  steps: [
    { key: 'requested', kind: 'station' },
    { key: 'scoring', kind: 'station' },
    { key: 'decided', kind: 'station', end: true },
  ],
  transitions: [
    {
      key: 'score',
      from: ['requested'],
      to: 'scoring',
      direction: 'forward',
      asks: [],
      guards: [{ guard: 'role-in', params: { roles: ['panel'] } }, use('not-stepped-out'), use('scores-no-own-idea'), use('scoring-open')],
    },
    {
      key: 'decide',
      from: ['requested', 'scoring'],
      to: 'decided',
      direction: 'forward',
      asks: ['reason', 'mustChange', 'explanation', 'lesson'],
      guards: [
        { guard: 'role-in', params: { roles: ['decider'] } },
        use('not-own-idea'),
        use('not-stepped-out'),
        use('not-asker'),
        use('fits-step'),
        use('panel-finished'),
        use('reason-given'),
        use('must-change-for-adapt'),
        use('explained-against-verdict'),
        use('lesson-for-stop'),
      ],
    },
  ],
};

function use(guard: string): GuardUse {
  return { guard, params: {} };
}
