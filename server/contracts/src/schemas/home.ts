import { z } from 'zod';
import { DECISION_KINDS, HOME_DUTIES } from '../kinds.js';
import { LANGUAGES } from '../languages.js';
import { station } from './idea.js';
import { notificationView } from './notification.js';

/** The first of something, and how much of it there is. */
const firstOf = <Item extends z.ZodType>(item: Item) => z.object({ items: z.array(item), total: z.number().int() });

/** An idea of the asking person, as a station on its path. */
export const homeIdea = z.object({
  number: z.number().int(),
  title: z.string(),
  language: z.enum(LANGUAGES),
  step: z.string(),
  /** Where it stands, also beside the path. */
  stepName: z.string(),
  stepSince: z.string(),
  /** When the step's promise falls due, or null. */
  due: z.string().nullable(),
  overdue: z.boolean(),
  /** The stations of its pathway, in order. */
  path: z.array(station.pick({ step: true, name: true, state: true })),
});
export type HomeIdea = z.infer<typeof homeIdea>;

/** Something that waits for the asking person. */
export const homeDuty = z.object({
  /** `score`, `decide`: a decision, theirs or in somebody's place; `own`: an idea they own; `triage`: one that nobody has answered yet. */
  kind: z.enum(HOME_DUTIES),
  /** What is decided; null where it is no decision. */
  decision: z.enum(DECISION_KINDS).nullable(),
  number: z.number().int(),
  title: z.string(),
  language: z.enum(LANGUAGES),
  due: z.string(),
  overdue: z.boolean(),
  /** A path of the client. */
  link: z.string(),
});
export type HomeDuty = z.infer<typeof homeDuty>;

/** `GET O/home`: my ideas, newest first; what waits for me, the oldest due first; what I was told and have not read, newest first. */
export const homeView = z.object({ ideas: firstOf(homeIdea), waiting: firstOf(homeDuty), news: firstOf(notificationView) });
export type HomeView = z.infer<typeof homeView>;
