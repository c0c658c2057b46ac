import { type Actor, isHub } from '../../platform/tenancy/index.js';
import type { Attachment } from './attachment.entity.js';

/** Who added it, and the hub, take it away. */
export function mayRemove({ memberId }: Pick<Attachment, 'memberId'>, actor: Pick<Actor, 'member' | 'roles'>): boolean {
  return memberId === actor.member || isHub(actor);
}
