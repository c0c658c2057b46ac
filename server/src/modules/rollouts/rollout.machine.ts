import type { RolloutState } from '#contracts/constants';
import {
  guard,
  guardRegistry,
  ideaOnStep,
  isWritten,
  nothing,
  reasonGiven,
  roleIn,
  type ActorFacts,
  type GuardRegistry,
  type GuardUse,
  type IdeaStepFacts,
  type MachineDefinition,
  type ReasonFacts,
  type TransitionDefinition,
} from '../../workflow/index.js';

/** What moving a rollout may ask for; as the contract lists it. */
export type RolloutAsk = 'reason' | 'measuredEffect';

/** What has to be planned before a rollout begins. */
export interface RolloutPlan {
  /** The receiving unit. */
  readonly unit: string | null;
  /** The member who answers for it. */
  readonly owner: string | null;
  readonly expectedEffect: object | null;
  /** The day of follow-up, as `2026-03-31`. */
  readonly followUpOn: string | null;
}

/** What the guards of a rollout ask for. What is missing counts as "not". */
export interface RolloutFacts extends ActorFacts, ReasonFacts, IdeaStepFacts {
  /** The fields that the plan lacks. */
  readonly planLacks?: readonly (keyof RolloutPlan)[];
  /** Whether the effect is measured: sent along with the move. */
  readonly effectMeasured?: boolean;
}

/** The fields that a plan lacks, in the order people fill them; empty when it is complete. */
export function missingRolloutFields(plan: RolloutPlan): (keyof RolloutPlan)[] {
  const lacking: (keyof RolloutPlan)[] = [];
  if (!isWritten(plan.unit)) lacking.push('unit');
  if (!isWritten(plan.owner)) lacking.push('owner');
  if (plan.expectedEffect === null) lacking.push('expectedEffect');
  if (!isWritten(plan.followUpOn)) lacking.push('followUpOn');
  return lacking;
}

/** The guards that the machine of rollouts uses. */
export const ROLLOUT_GUARDS: GuardRegistry<RolloutFacts> = guardRegistry<RolloutFacts>({
  'role-in': roleIn,
  'idea-on-step': ideaOnStep,
  'reason-given': reasonGiven,
  'rollout-complete': guard<RolloutFacts, object>({
    code: 'rollout-complete',
    read: nothing,
    met: ({ planLacks }) => planLacks?.length === 0,
    tells: ({ planLacks }) => ({ fields: planLacks ?? [] }),
  }),
  'effect-measured': guard<RolloutFacts, object>({
    code: 'effect-measured',
    input: 'measuredEffect',
    read: nothing,
    met: ({ effectMeasured }) => effectMeasured === true,
  }),
});

const WHO: GuardUse = { guard: 'role-in', params: { roles: ['team', 'hub', 'rollout-owner'] } };
const HUB: GuardUse = { guard: 'role-in', params: { roles: ['hub'] } };
const REASON: GuardUse = { guard: 'reason-given', params: {} };
const SCALED_UP: GuardUse = { guard: 'idea-on-step', params: { steps: ['scale', 'in-use'] } };
const COMPLETE: GuardUse = { guard: 'rollout-complete', params: {} };

/**
 * planned → under way → in use → followed up with the measured effect, or withdrawn from anywhere before the follow-up; the hub plans it
 * again.
 */
export const ROLLOUT_MACHINE: MachineDefinition<RolloutState, TransitionDefinition<RolloutState, RolloutAsk>> = {
  key: 'rollout',
  steps: [
    { key: 'planned', kind: 'station' },
    { key: 'under-way', kind: 'station' },
    { key: 'in-use', kind: 'station' },
    { key: 'followed-up', kind: 'station', end: true },
    { key: 'withdrawn', kind: 'aside', end: true },
  ],
  transitions: [
    { key: 'begin', from: ['planned'], to: 'under-way', direction: 'forward', asks: [], guards: [WHO, SCALED_UP, COMPLETE] },
    { key: 'put-into-use', from: ['under-way'], to: 'in-use', direction: 'forward', asks: [], guards: [WHO, SCALED_UP, COMPLETE] },
    {
      key: 'follow-up',
      from: ['in-use'],
      to: 'followed-up',
      direction: 'forward',
      asks: ['measuredEffect'],
      guards: [WHO, SCALED_UP, { guard: 'effect-measured', params: {} }],
    },
    {
      key: 'withdraw',
      from: ['planned', 'under-way', 'in-use'],
      to: 'withdrawn',
      direction: 'aside',
      asks: ['reason'],
      guards: [WHO, REASON],
    },
    // For an idea that stands where a yes to scale-up leads: after a new one, or after a withdrawal that was a mistake.
    { key: 'plan-again', from: ['withdrawn'], to: 'planned', direction: 'back', asks: ['reason'], guards: [HUB, SCALED_UP, REASON] },
  ],
};
