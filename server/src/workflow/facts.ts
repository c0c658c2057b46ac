import type { DecisionKind, Outcome, Role, RolloutState } from '#contracts/constants';

type Relation = 'submitter' | 'team' | 'owner' | 'decider' | 'panel' | 'rollout-owner' | 'decision' | 'clock';

/**
 * What somebody who moves something may be: a role in the organisation, a relation to the idea,
 * or no person at all: `decision` for a move made by a decision, `clock` for one made by a timer.
 */
export const ACTOR_ROLES = [
  'employee',
  'hub',
  'manager',
  'admin',
  'resident',
  'submitter',
  'team',
  'owner',
  'decider',
  'panel',
  'rollout-owner',
  'decision',
  'clock',
] as const satisfies readonly (Role | Relation)[];
export type ActorRole = (typeof ACTOR_ROLES)[number];

/** Roles that others include: the hub includes admins, a team its owner. */
const INCLUDES: Partial<Record<ActorRole, readonly ActorRole[]>> = { hub: ['admin'], team: ['owner'] };

/** Where the decision of a kind stands that has not been used up yet. */
export type DecisionFact = 'none' | 'requested' | 'scoring' | Outcome;

/** Who acts. */
export interface ActorFacts {
  readonly roles?: readonly ActorRole[];
}

/** Input of a move: why it is made. */
export interface ReasonFacts {
  readonly reason?: string | null;
}

/** The step of the idea that something belongs to. */
export interface IdeaStepFacts {
  readonly ideaStep?: string;
}

/** How many ideas stand on a step, and how many it is meant to hold. A `hard` limit refuses, a soft one warns. */
export interface StepLimit {
  readonly pathway: string;
  readonly step: string;
  readonly atMost: number;
  readonly hard: boolean;
  readonly total: number;
}

/** What the guards of pathways may ask for. What is missing counts as "not": a guard never lets pass what nobody told it. */
export interface Facts extends ActorFacts, ReasonFacts {
  /** Texts of the idea by their key, `effectGoal` among them. */
  readonly fields?: Readonly<Record<string, string | null>>;
  /** Input of this move: the day of return, as `2026-03-31`. */
  readonly returnOn?: string | null;
  /** The day it is in the organisation's time zone, as `2026-03-31`. */
  readonly today?: string;
  /** Whether a lesson comes with this move, or the idea already has one. */
  readonly lesson?: boolean;
  /** Input of this move: the number of the idea to merge into. */
  readonly into?: number | null;
  readonly decisions?: Readonly<Partial<Record<DecisionKind, DecisionFact>>>;
  /** Whether an experiment of the idea has been concluded, and none has ended about which nobody has said what follows. */
  readonly experimentConcluded?: boolean;
  /** How far the idea's experiments are, by the one that matters most: what has ended and waits, what is concluded, what is furthest. */
  readonly experiment?: {
    readonly state: 'none' | 'planned' | 'running' | 'measured' | 'concluded' | 'overdue';
    readonly number: number | null;
  };
  /** Whether a lesson of the idea or of one of its experiments has been written before this move. */
  readonly lessonWritten?: boolean;
  readonly rolloutState?: RolloutState | null;
  /** Whether the rollout has a day of follow-up. */
  readonly followUpSet?: boolean;
  /** The station the idea left when it went aside; null while it stands on one. */
  readonly cameFrom?: string | null;
  /** The limits of work in progress that matter now, of any pathway. */
  readonly limits?: readonly StepLimit[];
}

/** Whether somebody with `roles` is one of `wanted`, where the hub includes admins and a team its owner. */
export function isOneOf(roles: readonly ActorRole[] | undefined, wanted: readonly ActorRole[]): boolean {
  const has = new Set<ActorRole>(roles ?? []);
  return wanted.some((role) => has.has(role) || (INCLUDES[role] ?? []).some((included) => has.has(included)));
}
