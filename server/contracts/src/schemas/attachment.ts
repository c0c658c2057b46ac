import { z } from 'zod';
import { LIMITS } from '../limits.js';
import { cursor, limit, page, personView, requiredLine } from './fields.js';

/** `POST O/ideas/:number/attachments`: the file is the body; what it is called on its owner's machine, without folders. */
export const addAttachment = z.strictObject({ name: requiredLine(LIMITS.fileName) });
export type AddAttachment = z.infer<typeof addAttachment>;

/** `GET O/ideas/:number/attachments`. */
export const listAttachments = z.strictObject({ cursor, limit: limit(LIMITS.page, LIMITS.page) });
export type ListAttachments = z.infer<typeof listAttachments>;

export const attachmentView = z.object({
  id: z.uuid(),
  /** Its ending fits its type, whatever it was called. */
  name: z.string(),
  /** Media type, by what the file holds. */
  type: z.string(),
  bytes: z.number().int(),
  by: personView.nullable(),
  at: z.iso.datetime(),
  mayRemove: z.boolean(),
});
export type AttachmentView = z.infer<typeof attachmentView>;

/** The newest first. */
export const attachmentPage = page(attachmentView);
export type AttachmentPage = z.infer<typeof attachmentPage>;
