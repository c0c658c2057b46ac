import { z } from 'zod';
import { NOTIFICATION_KINDS } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { cursor, limit } from './fields.js';

/** `GET O/notifications`. */
export const listNotifications = z.strictObject({ unread: z.stringbool().optional(), cursor, limit: limit(LIMITS.page, 20) });
export type ListNotifications = z.infer<typeof listNotifications>;

/** `POST O/notifications/read`: these, or without `ids` all. */
export const readNotifications = z.strictObject({ ids: z.array(z.uuid()).max(LIMITS.page).optional() });
export type ReadNotifications = z.infer<typeof readNotifications>;

/** One person should know one thing. */
export const notificationView = z.object({
  id: z.uuid(),
  kind: z.enum(NOTIFICATION_KINDS),
  /** The idea's number and title. */
  number: z.number().int(),
  title: z.string(),
  at: z.string(),
  readAt: z.string().nullable(),
  /** In the asking person's language, ready to show. */
  text: z.string(),
  /** The reason that was given, where one was. */
  reason: z.string().nullable(),
  /** A path of the client. */
  link: z.string(),
});
export type NotificationView = z.infer<typeof notificationView>;

export const notificationPage = z.object({
  items: z.array(notificationView),
  next: z.string().nullable(),
  unread: z.number().int(),
});
export type NotificationPage = z.infer<typeof notificationPage>;

export const unreadView = z.object({ unread: z.number().int() });
export type UnreadView = z.infer<typeof unreadView>;
