import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { ROLES } from '../roles.js';
import { cursor, limit, page, personView, text } from './fields.js';

/** `GET O/members?q=&role=`. */
export const listMembers = z.strictObject({
  q: text(200).optional(),
  role: z.enum(ROLES).optional(),
  cursor,
  limit: limit(LIMITS.page, 50),
});
export type ListMembers = z.infer<typeof listMembers>;

export const memberView = personView.extend({ roles: z.array(z.enum(ROLES)) });
export type MemberView = z.infer<typeof memberView>;

export const memberPage = page(memberView);
export type MemberPage = z.infer<typeof memberPage>;
