import type { Refusal, RolloutView } from '#contracts';

/** A move that a rollout may make. */
export type RolloutMove = RolloutView['availableTransitions'][number];

/** What comes next in a rollout, for whoever may do it. */
export interface NextStep {
  /** The next move; null where nothing leads on. */
  readonly move: RolloutMove | null;
  /** Why it is not open yet. */
  readonly obstacles: readonly Refusal[];
  /** Whether the plan is to be completed before anything else. */
  readonly lacksPlan: boolean;
  /** Whether it is time for it: a follow-up before its day is possible, but nothing to press for. */
  readonly filled: boolean;
  /** To withdraw it, where that is open. */
  readonly withdraw: RolloutMove | null;
}

/** Says what comes next; undefined where it is for others to move it. @param today as `2026-03-31` */
export const nextStepOf = (rollout: RolloutView, today: string): NextStep | undefined => {
  const { availableTransitions: moves, state, followUpOn } = rollout;
  const withdraw = moves.find((it) => it.to === 'withdrawn' && it.refusals.length === 0) ?? null;
  const move = moves.find((it) => it.to !== 'withdrawn') ?? null;
  const forOthers = move?.refusals.some((it) => it.code === 'role-in') ?? true;
  if (forOthers && !withdraw) return undefined;
  const obstacles = forOthers ? [] : (move?.refusals ?? []);
  return {
    move: forOthers ? null : move,
    obstacles,
    lacksPlan: rollout.mayEdit && obstacles.some((it) => it.code === 'rollout-complete'),
    filled: state !== 'withdrawn' && (state !== 'in-use' || (followUpOn !== null && followUpOn <= today)),
    withdraw,
  };
};
