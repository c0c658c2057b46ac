/** The gates a pathway may have. */
export const DECISION_KINDS = ['accept', 'time', 'money', 'scale-up'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Where a decision stands. */
export const DECISION_STATES = ['requested', 'scoring', 'decided'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** How a decision ended. */
export const OUTCOMES = ['yes', 'adapt', 'stop'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Where an experiment stands. */
export const EXPERIMENT_STATES = ['planned', 'running', 'measured', 'concluded', 'stopped'] as const;
export type ExperimentState = (typeof EXPERIMENT_STATES)[number];

/** What the rule says of the measurements. */
export const VERDICTS = ['met', 'not-met', 'inconclusive', 'no-data'] as const;
export type VerdictKind = (typeof VERDICTS)[number];

/**
 * What an experiment may measure: a share of all observed; the difference of two shares; a mean; the difference of two means; events for
 * so much exposure; the ratio of two such rates; the same subjects before and after; or how many items of a list are fulfilled.
 */
export const METRIC_KINDS = [
  'proportion',
  'proportion-difference',
  'mean',
  'mean-difference',
  'rate',
  'rate-ratio',
  'paired',
  'checklist',
] as const;
export type MetricKind = (typeof METRIC_KINDS)[number];

/** On which side of the threshold one is right; the threshold itself is right. */
export const DIRECTIONS = ['at-least', 'at-most'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How what a lesson was learned from may have ended. */
export const LESSON_ENDS = ['concluded', 'stopped'] as const;
export type LessonEnd = (typeof LESSON_ENDS)[number];

/** Confidence levels of a test card, in percent. */
export const CONFIDENCES = [80, 90, 95, 99] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Where a rollout stands. */
export const ROLLOUT_STATES = ['planned', 'under-way', 'in-use', 'followed-up', 'withdrawn'] as const;
export type RolloutState = (typeof ROLLOUT_STATES)[number];

/** What happened: the kinds of domain events, which are also the kinds of history and of live events. */
export const EVENT_KINDS = [
  'idea-submitted',
  'idea-imported',
  'idea-edited',
  'idea-moved',
  'idea-placed',
  'team-joined',
  'team-left',
  'step-overdue',
  'decision-asked',
  'decision-made',
  'experiment-planned',
  'experiment-edited',
  'experiment-moved',
  'measurement-recorded',
  'experiment-ends-soon',
  'experiment-ended',
  'experiment-late',
  'rollout-planned',
  'rollout-edited',
  'rollout-moved',
  'follow-up-due',
  'follow-up-late',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** Why a person is told something. */
export const NOTIFICATION_KINDS = [
  'acknowledged',
  'moved',
  'decision-asked',
  'decided',
  'step-overdue',
  'returned',
  'experiment-started',
  'experiment-ends-soon',
  'experiment-ended',
  'experiment-late',
  'follow-up-due',
  'follow-up-late',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What a transition may ask of the person who takes it. */
export const TRANSITION_ASKS = ['reason', 'returnOn', 'lesson', 'into'] as const;
export type TransitionAsk = (typeof TRANSITION_ASKS)[number];

/** The columns of a CSV file that an import understands. */
export const IMPORT_TARGETS = [
  'externalId',
  'title',
  'need',
  'proposal',
  'beneficiaries',
  'effectGoal',
  'tags',
  'language',
  'submitterEmail',
  'note',
] as const;
export type ImportTarget = (typeof IMPORT_TARGETS)[number];

/** Where an import stands. */
export const IMPORT_STATES = ['queued', 'running', 'done', 'failed'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];
