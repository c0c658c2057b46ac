import type { Direction, PlanRollout, RolloutView } from '#contracts';
import { numberIn } from '../../../ui/form/text-rules';

/** The plan of a rollout as it is sent, without its version and the reason of an amendment. */
export type Plan = Omit<PlanRollout, 'version' | 'reason'>;

/** A step on the way into use. */
export type Milestone = Plan['milestones'][number];

/** A part of the plan that several people may write at once. */
export type PlanPart = keyof Plan;

/** A rollout as its form holds it; the owner is chosen beside it. */
export interface RolloutEntry {
  readonly unit: string;
  readonly value: string;
  readonly direction: Direction;
  readonly effectUnit: string;
  readonly by: string;
  readonly followUpOn: string;
  /** Why something else is promised, once the rollout has begun. */
  readonly reason: string;
}

/** Fills the form; nothing where there is no rollout yet. */
export const entryOf = (plan: Plan | null): RolloutEntry => ({
  unit: plan?.unit ?? '',
  value: plan?.expectedEffect ? String(plan.expectedEffect.value) : '',
  direction: plan?.expectedEffect?.direction ?? 'at-least',
  effectUnit: plan?.expectedEffect?.unit ?? '',
  by: plan?.expectedEffect?.by ?? '',
  followUpOn: plan?.followUpOn ?? '',
  reason: '',
});

/** Whether some but not all of the three parts of an effect are written. */
export const isHalfEffect = (entry: Pick<RolloutEntry, 'value' | 'effectUnit' | 'by'>): boolean => {
  const written = [entry.value, entry.effectUnit, entry.by].filter((it) => it.trim() !== '').length;
  return written > 0 && written < 3;
};

/** The plan as it stands; empty while there is no rollout. */
export const planIn = (rollout: RolloutView | null): Plan => ({
  unit: rollout?.unit ?? null,
  owner: rollout?.owner?.id ?? null,
  milestones: rollout?.milestones.map(({ title, on, doneOn }) => ({ title, on, doneOn })) ?? [],
  expectedEffect: rollout?.expectedEffect ?? null,
  followUpOn: rollout?.followUpOn ?? null,
});

/** What the form says of the plan; an effect only when it is whole. Milestones are written beside the form, and stay as they were. */
export const planOf = (entry: RolloutEntry, owner: string | null, began: Plan): Plan => {
  const value = numberIn(entry.value);
  const effect = value !== null && !Number.isNaN(value) && entry.effectUnit.trim() !== '' && entry.by !== '';
  return {
    unit: entry.unit.trim() || null,
    owner,
    milestones: began.milestones,
    expectedEffect: effect ? { value, unit: entry.effectUnit.trim(), by: entry.by, direction: entry.direction } : null,
    followUpOn: entry.followUpOn || null,
  };
};

const PARTS = ['unit', 'owner', 'milestones', 'expectedEffect', 'followUpOn'] as const satisfies readonly PlanPart[];

const same = (one: unknown, other: unknown): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));

// The order of the keys is no difference.
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
          .map(([key, it]) => [key, sorted(it)] as const)
          .sort(([one], [other]) => one.localeCompare(other))
      : value;

/** The parts in which two plans differ. */
export const differences = (one: Plan, other: Plan): PlanPart[] => PARTS.filter((part) => !same(one[part], other[part]));

const assembled = (source: (part: PlanPart) => Plan): Plan => ({
  unit: source('unit').unit,
  owner: source('owner').owner,
  milestones: source('milestones').milestones,
  expectedEffect: source('expectedEffect').expectedEffect,
  followUpOn: source('followUpOn').followUpOn,
});

/** A plan with some of its parts from another one. */
export const withParts = (plan: Plan, parts: readonly PlanPart[], other: Plan): Plan =>
  assembled((part) => (parts.includes(part) ? other : plan));

/** Two plans brought together, and the parts that both wrote, each otherwise: there the plan says mine. */
export interface MergedPlan {
  readonly plan: Plan;
  readonly conflicts: readonly PlanPart[];
}

/** Brings together what I wrote and what others wrote since I began. */
export const mergePlans = (began: Plan, mine: Plan, theirs: Plan): MergedPlan => {
  const written = new Set(differences(began, mine));
  const theirsWritten = new Set(differences(began, theirs));
  const apart = new Set(differences(mine, theirs));
  return {
    plan: assembled((part) => (written.has(part) ? mine : theirs)),
    conflicts: PARTS.filter((part) => written.has(part) && theirsWritten.has(part) && apart.has(part)),
  };
};

/** Whether it is this milestone: they have no other name than their title and their day. */
const isSame = (one: Milestone, other: Milestone): boolean => one.title === other.title && one.on === other.on;

/** The milestones with one more, in the order of their days; one that stands there already is put in its place. */
export const withMilestone = (milestones: readonly Milestone[], added: Milestone): Milestone[] =>
  [...milestones.filter((it) => !isSame(it, added)), added].sort((one, other) => one.on.localeCompare(other.on));

/** The milestones without one of them. */
export const withoutMilestone = (milestones: readonly Milestone[], removed: Milestone): Milestone[] =>
  milestones.filter((it) => !isSame(it, removed));

/** Puts a milestone into the place of another one. */
export const replaced = (milestones: readonly Milestone[], before: Milestone, after: Milestone): Milestone[] =>
  withMilestone(withoutMilestone(milestones, before), after);
