import { type Actor, isHub } from '../../platform/tenancy/index.js';
import type { Comment } from './comment.entity.js';

/** Only who wrote it changes what it says. */
export function mayEdit({ memberId, deletedAt }: Pick<Comment, 'memberId' | 'deletedAt'>, actor: Pick<Actor, 'member'>): boolean {
  return deletedAt === null && memberId === actor.member;
}

/** Who wrote it, and the hub, take it away. */
export function mayDelete(comment: Pick<Comment, 'memberId' | 'deletedAt'>, actor: Pick<Actor, 'member' | 'roles'>): boolean {
  return comment.deletedAt === null && (comment.memberId === actor.member || isHub(actor));
}
