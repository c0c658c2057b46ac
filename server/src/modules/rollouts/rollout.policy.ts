import { type ActorRole, type GuardRefusal, isOneOf, type MachineState, type PathwayDefinition, stepOf } from '../../workflow/index.js';
import { missingRolloutFields, type RolloutFacts, type RolloutPlan } from './rollout.machine.js';
import type { Rollout, RolloutFields } from './rollout.entity.js';

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

/** What a plan that is being carried out must not lose; empty: nothing. */
export function refusalsOfPlan(state: Rollout['state'], fields: RolloutFields): GuardRefusal[] {
  const lacks = state === 'planned' ? [] : missingRolloutFields(planOf(fields));
  return lacks.length === 0 ? [] : [{ code: 'rollout-complete', params: { fields: lacks } }];
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
export function effectOf({ effectValue, effectUnit, effectBy }: RolloutFields): { value: number; unit: string; by: string } | null {
  return effectValue === null || effectUnit === null || effectBy === null ? null : { value: effectValue, unit: effectUnit, by: effectBy };
}

function planOf(fields: RolloutFields): RolloutPlan {
  return { unit: fields.unit, owner: fields.ownerId, expectedEffect: effectOf(fields), followUpOn: fields.followUpOn };
}
