/** The gates a pathway may have. */
export const DECISION_KINDS = ['accept', 'time', 'money', 'scale-up'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Where a decision stands. */
export const DECISION_STATES = ['requested', 'scoring', 'decided'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];

/** How a decision ended. */
export const OUTCOMES = ['yes', 'adapt', 'stop'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a decision may rest on: texts of the idea, its team, what its experiments say, lessons, and who was involved. */
export const EVIDENCE_KINDS = [
  'need',
  'proposal',
  'beneficiaries',
  'effect-goal',
  'schedule',
  'cost-estimate',
  'test-group',
  'partners',
  'team',
  'test-card',
  'verdict',
  'lesson',
  'engagement',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Where a member of a decision's panel stands: asked for a scorecard, has given one, or has stepped out for a conflict of interest. */
export const PANEL_STATES = ['asked', 'scored', 'conflicted'] as const;
export type PanelState = (typeof PANEL_STATES)[number];

/** Orders in which ideas are listed: by number, by what is due first, by how long they stand on their step, by what changed last. */
export const IDEA_SORTS = ['newest', 'due', 'age', 'changed'] as const;
export type IdeaSort = (typeof IDEA_SORTS)[number];

/** What a scorecard may say to a criterion. */
export const SCORES = [1, 2, 3, 4, 5] as const;
export type Score = (typeof SCORES)[number];

/** The scores for which a criterion says in words what they mean. */
export const ANCHORED_SCORES = [1, 3, 5] as const;

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

/** By which rule a verdict is computed. */
export const VERDICT_METHODS = [
  'wilson',
  'newcombe',
  'student',
  'welch',
  'garwood',
  'conditional-exact',
  'paired-t',
  'checklist',
  'complete-count',
] as const;
export type VerdictMethod = (typeof VERDICT_METHODS)[number];

/** Who was measured: those with whom it is tested, or those to whom they are compared. */
export const GROUPS = ['test', 'comparison'] as const;
export type Group = (typeof GROUPS)[number];

/** On which side of the threshold one is right; the threshold itself is right. */
export const DIRECTIONS = ['at-least', 'at-most'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** How what a lesson was learned from may have ended. */
export const LESSON_ENDS = ['concluded', 'stopped'] as const;
export type LessonEnd = (typeof LESSON_ENDS)[number];

/** Confidence levels of a test card, in percent. */
export const CONFIDENCES = [80, 90, 95, 99] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Whether a challenge takes ideas: its period has begun and is not over, is still to come, or is over. */
export const CHALLENGE_STATES = ['open', 'coming', 'closed'] as const;
export type ChallengeState = (typeof CHALLENGE_STATES)[number];

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
  'comment-written',
  'comment-edited',
  'comment-deleted',
  'attachment-added',
  'attachment-removed',
  'members-mentioned',
  'team-joined',
  'team-left',
  'step-overdue',
  'decision-asked',
  'panel-asked',
  'scorecard-given',
  'panel-stepped-out',
  'scorecards-in',
  'decision-made',
  'decision-delegated',
  'decision-covered',
  'decision-uncovered',
  'decision-due-soon',
  'decision-overdue',
  'decision-escalated',
  'experiment-planned',
  'experiment-edited',
  'experiment-moved',
  'experiment-amended',
  'measurement-recorded',
  'measurements-imported',
  'measurement-corrected',
  'observation-recorded',
  'engagement-recorded',
  'experiment-ends-soon',
  'experiment-ended',
  'experiment-late',
  'rollout-planned',
  'rollout-edited',
  'rollout-amended',
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
  'panel-asked',
  'scorecards-in',
  'decided',
  'decision-delegated',
  'decision-covered',
  'decision-uncovered',
  'decision-due-soon',
  'decision-overdue',
  'decision-escalated',
  'step-overdue',
  'returned',
  'experiment-amended',
  'experiment-started',
  'experiment-ends-soon',
  'experiment-ended',
  'experiment-late',
  'rollout-amended',
  'follow-up-due',
  'follow-up-late',
  'commented',
  'mentioned',
  'attached',
] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What may wait for a member at home. */
export const HOME_DUTIES = ['score', 'decide', 'own', 'triage'] as const;
export type HomeDutyKind = (typeof HOME_DUTIES)[number];

/** The texts of an idea beside its need: what people edit, and what guards may ask for. */
export const IDEA_TEXTS = ['proposal', 'beneficiaries', 'effectGoal', 'schedule', 'costEstimate', 'testGroup', 'partners'] as const;
export type IdeaText = (typeof IDEA_TEXTS)[number];

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

/**
 * How the cards of a column follow each other: as they were put by hand, what is due first, what has been on its step longest, or the
 * newest idea first.
 */
export const BOARD_SORTS = ['rank', 'due', 'age', 'newest'] as const;
export type BoardSort = (typeof BOARD_SORTS)[number];

/**
 * By what a board is laid into lanes: by who owns the ideas, by the unit of the owner or, without an owner, of who submitted them, or by the
 * challenge that they answer.
 */
export const BOARD_LANES = ['owner', 'unit', 'challenge'] as const;
export type BoardLanes = (typeof BOARD_LANES)[number];
