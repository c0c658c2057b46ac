import type { Language, Role } from '#contracts';

/** The organisation of a request, as far as rules need it. */
export interface Tenant {
  readonly id: string;
  readonly slug: string;
  readonly timeZone: string;
  /** Days without work, `YYYY-MM-DD`. */
  readonly holidays: readonly string[];
}

/** Somebody signed in. */
export interface Visitor {
  readonly person: string;
  readonly session: string;
  readonly language: Language;
}

/** Somebody who acts in an organisation. */
export interface Actor {
  readonly organisation: Tenant;
  /** The member's id. */
  readonly member: string;
  readonly roles: readonly Role[];
  /** In which names and sentences are given. */
  readonly language: Language;
}

/** Whether the actor has hub rights: the hub and administrators. */
export function isHub(actor: Pick<Actor, 'roles'>): boolean {
  return actor.roles.includes('hub') || actor.roles.includes('admin');
}
