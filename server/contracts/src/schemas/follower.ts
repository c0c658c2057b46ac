import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { cursor, limit, page, personView } from './fields.js';

/** How the asking person stands to an idea, and how many follow and support it. Answer to `PUT` and `DELETE O/ideas/:number/followers/me`
 * and `…/supporters/me`, and a part of the idea. */
export const standing = z.object({
  following: z.boolean(),
  supported: z.boolean(),
  followers: z.number().int(),
  supporters: z.number().int(),
});
export type Standing = z.infer<typeof standing>;

/** `GET O/ideas/:number/followers` and `…/supporters`. */
export const listFollowers = z.strictObject({ cursor, limit: limit(LIMITS.page, 25) });
export type ListFollowers = z.infer<typeof listFollowers>;

/** Who came last stands first. */
export const followerPage = page(personView);
export type FollowerPage = z.infer<typeof followerPage>;
