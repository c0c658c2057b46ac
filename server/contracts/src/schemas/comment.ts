import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { cursor, limit, page, personView, requiredText, version } from './fields.js';

const body = requiredText(LIMITS.comment);
/** Members who are told of it. */
const mentions = z.array(z.uuid()).max(LIMITS.mentions);

/** `POST O/ideas/:number/comments`. */
export const writeComment = z.strictObject({ body, mentions: mentions.default([]) });
export type WriteComment = z.infer<typeof writeComment>;

/** `PATCH O/comments/:id`. */
export const editComment = z.strictObject({ version, body, mentions: mentions.default([]) });
export type EditComment = z.infer<typeof editComment>;

/** `GET O/ideas/:number/comments`. */
export const listComments = z.strictObject({ cursor, limit: limit(LIMITS.page, 25) });
export type ListComments = z.infer<typeof listComments>;

export const commentView = z.object({
  id: z.uuid(),
  version: z.number().int(),
  by: personView.nullable(),
  at: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  /** When it was deleted, and by whom; its text is gone then. */
  deletedAt: z.iso.datetime().nullable(),
  deletedBy: personView.nullable(),
  body: z.string(),
  mentions: z.array(personView),
  mayEdit: z.boolean(),
  mayDelete: z.boolean(),
});
export type CommentView = z.infer<typeof commentView>;

/** The newest first. */
export const commentPage = page(commentView);
export type CommentPage = z.infer<typeof commentPage>;
