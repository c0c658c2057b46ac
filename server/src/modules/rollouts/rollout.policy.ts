import { isDeepStrictEqual } from 'node:util';
import type { ExpectedEffectView, MeasuredEffectView, PlanRollout as Plan, RolloutPromise, RolloutView } from '#contracts';
import {
  type ActorRole,
  type GuardRefusal,
  isOneOf,
  isWritten,
  type MachineState,
  type PathwayDefinition,
  stepOf,
} from '../../workflow/index.js';
import { missingRolloutFields, type RolloutFacts, type RolloutPlan } from './rollout.machine.js';
import type { Milestone, Rollout, RolloutFields } from './rollout.entity.js';

type Expected = Pick<Rollout, 'effectValue' | 'effectUnit' | 'effectBy' | 'effectDirection'>;
type Promised = Expected & Pick<Rollout, 'unit' | 'followUpOn'>;
type Measured = Pick<Rollout, 'measuredValue' | 'measuredOn' | 'measuredNote'>;

/** What a rollout promises before and after an amendment. */
export interface PromiseChange {
  readonly before: RolloutPromise;
  readonly after: RolloutPromise;
}

/** Who may plan a rollout and change its plan. The machine asks the same of every move. */
export const PLANNERS = ['team', 'hub', 'rollout-owner'] as const satisfies readonly ActorRole[];

/** What may be in the way of a plan. */
export interface Planning {
  readonly roles: readonly ActorRole[];
  /** Whether the idea stands where the yes to scale-up leads, or further on. */
  readonly scaledUp: boolean;
  /** Where the rollout stands; null while there is none. */
  readonly state: Rollout['state'] | null;
}

/** Why the plan may not be written now; empty: may. */
export function refusalsToPlan({ roles, scaledUp, state }: Planning): GuardRefusal[] {
  return [
    ...(isOneOf(roles, PLANNERS) ? [] : [{ code: 'role-in' as const, params: { roles: PLANNERS } }]),
    ...(scaledUp ? [] : [{ code: 'scale-up-decided' as const, params: {} }]),
    ...(state === 'followed-up' || state === 'withdrawn' ? [{ code: 'rollout-in-state' as const, params: { state: 'planned' } }] : []),
  ];
}

/** How far a rollout has been, as its moves in the log tell. */
export interface RolloutPast {
  /** It has begun once, also if it is planned again now: something rests on what was expected. */
  readonly begun: boolean;
  /** When it came into use, while it is or was followed up. */
  readonly inUseAt: Date | null;
}

/** @param moves the events of its moves, the first first */
export function pastOf(state: Rollout['state'], moves: readonly { readonly to: string | null; readonly at: Date }[]): RolloutPast {
  const isUsed = state === 'in-use' || state === 'followed-up';
  return {
    begun: isUsed || state === 'under-way' || moves.some(({ to }) => to === 'under-way'),
    inUseAt: isUsed ? (moves.findLast(({ to }) => to === 'in-use')?.at ?? null) : null,
  };
}

/** What a plan that is being carried out must not lose, and one that was begun before not its effect; empty: nothing. */
export function refusalsOfPlan(state: Rollout['state'], { begun }: RolloutPast, fields: RolloutFields): GuardRefusal[] {
  const lacks = missingRolloutFields(planOf(fields)).filter((field) => state !== 'planned' || (begun && field === 'expectedEffect'));
  return lacks.length === 0 ? [] : [{ code: 'rollout-complete', params: { fields: lacks } }];
}

/** What is amended: another effect, day of follow-up or receiving unit than was promised when the rollout had begun; null: nothing. */
export function amendmentOf(rollout: Promised | null, { begun }: RolloutPast, fields: Promised): PromiseChange | null {
  const before = begun && rollout ? promiseOf(rollout) : null;
  const after = promiseOf(fields);
  return before && after && !isDeepStrictEqual(before, after) ? { before, after } : null;
}

/** Why what is promised may not be changed like this: nobody has said why; empty: may. */
export function refusalsToAmend(amendment: PromiseChange | null, reason: string | null): GuardRefusal[] {
  return amendment && !isWritten(reason) ? [{ code: 'reason-given', params: {} }] : [];
}

/** Whether an idea stands on the step to which the yes to scale-up leads, or further on; aside counts where it came from. */
export function isScaledUp(definition: PathwayDefinition, { step, cameFrom }: MachineState): boolean {
  const stations = definition.steps.filter(({ kind }) => kind === 'station').map(({ key }) => key);
  const scaleUp = definition.transitions.find(({ decision }) => decision === 'scale-up');
  const stands = stepOf(definition, step)?.kind === 'station' ? step : cameFrom;
  if (!scaleUp || stands === null) return false;
  const reached = stations.indexOf(scaleUp.to);
  return reached >= 0 && stations.indexOf(stands) >= reached;
}

/** What the machine's guards ask for, without what a move brings along. */
export function rolloutFacts(rollout: Rollout, around: { readonly roles: readonly ActorRole[]; readonly ideaStep: string }): RolloutFacts {
  return { ...around, planLacks: missingRolloutFields(planOf(rollout)) };
}

/** The expected effect, which is there whole or not at all. */
export function effectOf(fields: Expected): ExpectedEffectView | null {
  const { effectValue, effectUnit, effectBy, effectDirection } = fields;
  if (effectValue === null || effectUnit === null || effectBy === null) return null;
  return { value: effectValue, unit: effectUnit, by: effectBy, direction: effectDirection };
}

/** What is promised, once the expected effect is there. */
function promiseOf(fields: Promised): RolloutPromise | null {
  const effect = effectOf(fields);
  return effect && { ...effect, followUpOn: fields.followUpOn, receivingUnit: fields.unit };
}

/** What the follow-up measured; null before it. */
export function measuredOf({ measuredValue, measuredOn, measuredNote }: Measured): MeasuredEffectView | null {
  return measuredValue === null || measuredOn === null ? null : { value: measuredValue, on: measuredOn, note: measuredNote };
}

/** Whether what was measured is on the good side of what was expected, which itself is good; null where one of them is missing. */
export function isReached(rollout: Expected & Measured): boolean | null {
  const [expected, measured] = [effectOf(rollout), measuredOf(rollout)];
  if (!expected || !measured) return null;
  return expected.direction === 'at-least' ? measured.value >= expected.value : measured.value <= expected.value;
}

/** Whether what was expected was reached, but measured after the day by which it was expected. */
export function isReachedLate(rollout: Expected & Measured): boolean {
  const [expected, measured] = [effectOf(rollout), measuredOf(rollout)];
  return isReached(rollout) === true && expected !== null && measured !== null && measured.on > expected.by;
}

/** Whether the day by which an effect was expected is past while the rollout goes on, and nothing is measured. @param today as `2026-03-31` */
export function isEffectOverdue(rollout: Expected & Measured & Pick<Rollout, 'state'>, today: string): boolean {
  const expected = effectOf(rollout);
  const goesOn = rollout.state !== 'followed-up' && rollout.state !== 'withdrawn';
  return goesOn && expected !== null && measuredOf(rollout) === null && expected.by < today;
}

/** Whether it is in use and the day of follow-up is past. @param today as `2026-03-31` */
export function isFollowUpOverdue({ state, followUpOn }: Pick<Rollout, 'state' | 'followUpOn'>, today: string): boolean {
  return state === 'in-use' && followUpOn !== null && followUpOn < today;
}

/** The milestones as they stand on a day; none is overdue any more once the rollout has ended. */
export function milestonesOn({ state, milestones }: Pick<Rollout, 'state' | 'milestones'>, today: string): RolloutView['milestones'] {
  const goesOn = state !== 'followed-up' && state !== 'withdrawn';
  return milestones.map((it) => ({ ...it, overdue: goesOn && it.doneOn === null && it.on < today }));
}

/** Milestones in the order of their days; those of one day stay as they were written. */
export function inOrder(milestones: Plan['milestones']): Milestone[] {
  return milestones
    .map(({ title, on, doneOn }) => ({ title, on, doneOn: doneOn ?? null }))
    .sort((one, other) => Number(one.on > other.on) - Number(one.on < other.on));
}

function planOf(fields: RolloutFields): RolloutPlan {
  return { unit: fields.unit, owner: fields.ownerId, expectedEffect: effectOf(fields), followUpOn: fields.followUpOn };
}
