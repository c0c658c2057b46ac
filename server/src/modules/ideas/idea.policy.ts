import { type Actor, isHub } from '../../platform/tenancy/index.js';
import type { ActorRole } from '../../workflow/index.js';

/** What an idea's people are, as rules ask. */
export interface IdeaPeople {
  readonly submitterId: string | null;
  readonly ownerId: string | null;
}

/** What somebody is in the organisation and to an idea. */
export function rolesToward(
  idea: IdeaPeople,
  actor: Pick<Actor, 'member' | 'roles'>,
  inTeam: boolean,
  further: readonly ActorRole[],
): ActorRole[] {
  return [
    ...actor.roles,
    ...(idea.submitterId === actor.member ? (['submitter'] as const) : []),
    ...(idea.ownerId === actor.member ? (['owner'] as const) : []),
    ...(inTeam ? (['team'] as const) : []),
    ...further,
  ];
}

/** Who may change an idea's texts, and its place in a column. */
export const EDITORS = ['hub', 'submitter', 'owner', 'team'] as const satisfies readonly ActorRole[];

/** Whether the actor may take this member out of the team: oneself, or anybody for the hub and the owner. */
export function mayRemove(actor: Actor, idea: IdeaPeople, member: string): boolean {
  return actor.member === member || isHub(actor) || idea.ownerId === actor.member;
}
