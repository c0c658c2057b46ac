/**
 * Why a machine refuses. Guards of pathways and of the fixed machines (experiment, decision, rollout)
 * share this one list; the client translates each code with its parameters.
 */
export const REFUSAL_CODES = [
  /** There is no such transition from here. */
  'no-transition',
  /** Only these people may: `roles` (roles of the organisation or towards the idea). */
  'role-in',
  /** A field of the idea is empty: `field`. */
  'field-filled',
  /** The effect goal is empty. */
  'effect-goal-set',
  /** A reason must be given. */
  'reason-given',
  /** `returnOn` must be a day in the future. */
  'return-date-set',
  /** A lesson (observed, learned, therefore) must be written. */
  'lesson-written',
  /** The number of another idea to merge into must be given. */
  'merge-target-set',
  /** The idea to merge into, `number`, has ended itself: `steps` names where it stands. */
  'merge-target-open',
  /** The step `step` holds `total` ideas and takes no more than `atMost`. */
  'within-wip-limit',
  /** A decision of `kind` must say yes first; `state` tells where it stands: `none`, `requested`, `decided`. */
  'decision-made',
  /**
   * No experiment has been concluded, or one has ended and nobody has said what follows. `state` tells how far they are: `none`, `planned`,
   * `running`, `measured`, or `overdue` for the one that has ended; `number` says which, or is null.
   */
  'experiment-concluded',
  /** The rollout must be in `state`. */
  'rollout-in-state',
  /** The rollout has no follow-up date. */
  'follow-up-set',
  /** An experiment's test card lacks `fields`. */
  'test-card-complete',
  /** The period of the test card is impossible: it ends before it starts, or is already over. */
  'period-valid',
  /** The first day of the test card, `on`, has passed before the card was locked: what was measured until then is no test of it. */
  'starts-now-or-later',
  /** Nothing has been measured of which the rule could say anything: `group` lacks (`test`, `comparison`), or `none`: all does. */
  'measured',
  /** A result in words is missing. */
  'result-written',
  /** The idea is not on a step where this can be done: `steps`. */
  'idea-on-step',
  /** A test card that is locked can no longer be edited. */
  'card-unlocked',
  /** Only while the experiment runs or has been measured: `state` tells where it stands. */
  'experiment-under-way',
  /** The end of the experiment has passed: it can no longer be moved. */
  'end-ahead',
  /** An experiment that has started began `on` that day: not earlier, and no later than today. */
  'start-kept',
  /** What counts was measured from `first` (null: only what others are compared with) to `last`: the days of the experiment must hold it. */
  'period-holds-measurements',
  /** An amendment must change something of the test card. */
  'card-changed',
  /** What is measured can no longer change once something has been measured. */
  'kind-fixed',
  /** A measurement that was withdrawn can no longer be corrected. */
  'measurement-in-force',
  /** A decision of this kind is already asked for. */
  'decision-open',
  /** The decision has already been made. */
  'decision-undecided',
  /** The hub hands a decision on only when its decider is away or its deadline has passed. */
  'decider-away',
  /** Nobody decides on their own idea. */
  'not-own-idea',
  /** The transition of this decision does not start where the idea stands. */
  'decision-fits-step',
  /** Evidence that the decision rests on is missing: `kinds`. */
  'evidence-missing',
  /** Nobody scores their own idea: `members` (names) must not be on the panel. */
  'panel-impartial',
  /** The panel has not finished: `waiting` scorecards are still to come, until `deadline` (a moment). */
  'panel-open',
  /** The scorecards are open to all by now, or the decision is made: nothing can be scored any more. */
  'scoring-open',
  /** Who has stepped out of the panel neither scores nor decides. */
  'not-stepped-out',
  /** Who has asked for a decision does not make it. */
  'not-asker',
  /** Who hands a decision on does not take it. */
  'not-taken',
  /** `adapt` must say what has to change. */
  'must-change-given',
  /** A decision against the `verdict` of experiment `number` must explain itself. */
  'explanation-given',
  /** The rollout lacks `fields`. */
  'rollout-complete',
  /** The effect has not been measured: how much, and on which day. */
  'effect-measured',
  /** The idea has no `yes` to scale-up yet. */
  'scale-up-decided',
  /** The hub or the owner must stay in the team: the owner cannot be removed. */
  'not-owner',
  /** A move can be taken back for some seconds, by who made it, while nothing else has happened. */
  'undo-over',
  /** A view that others share is changed by who saved it, and by the hub. */
  'own-view',
  /** A comment is changed by who wrote it, and taken away by them or the hub, while it is there. */
  'own-comment',
  /** An attachment is removed by who added it, or by the hub. */
  'own-attachment',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Stable codes of problem details (RFC 9457). */
export const PROBLEM_CODES = [
  'unreadable',
  'not-signed-in',
  'sign-in-failed',
  'foreign-origin',
  'not-allowed',
  'not-found',
  'refused',
  'version-conflict',
  'too-large',
  'invalid',
  'idempotency-mismatch',
  'unsupported-media-type',
  'too-many-requests',
  /** The person has too many live streams open. */
  'too-many-streams',
  /** Too many imports of the organisation wait or run. */
  'too-many-imports',
  'method-not-allowed',
  'busy',
  'internal',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** What may be wrong with a field (422), or with a cell of a CSV file. */
export const FIELD_CODES = [
  'required',
  'too-long',
  'too-short',
  'too-large',
  'too-small',
  'not-a-number',
  'not-whole',
  'not-a-date',
  /** A day of a year that nobody can mean: not from 2000 to 2199. */
  'year-out-of-range',
  'not-a-language',
  'not-a-member',
  'unknown-value',
  'unknown-field',
  'unknown-step',
  'unknown-column',
  'no-column',
  'wrong-type',
  'in-the-past',
  'too-soon-for-panel',
  'in-the-future',
  /** A day on which the experiment did not run. */
  'outside-period',
  /** A day before the rollout came into use. */
  'before-in-use',
  /** A challenge whose period has not begun, or is over. */
  'challenge-not-open',
  /** A last day before the first. */
  'before-start',
  'more-than-total',
  'duplicate',
  'not-readable',
  'not-csv',
  'no-rows',
  'too-many-rows',
  'too-many',
  'wrong-delimiter',
  'wrong-columns',
  'bad-character',
  /** A file that is not of a type that may be attached, whatever it is called. */
  'file-type',
  /** A file for which the organisation has no space left. */
  'no-space',
  /** A file that the virus scanner refuses. */
  'scanner-refused',
  /** A file that the virus scanner could not look at. */
  'not-scanned',
  /** An import that could not be finished, whatever its file says. */
  'given-up',
] as const;
export type FieldCode = (typeof FIELD_CODES)[number];
