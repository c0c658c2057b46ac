import { z } from 'zod';
import { LANGUAGES } from '../languages.js';
import { ROLES } from '../roles.js';
import { language, page } from './fields.js';
import { savedFilter } from './saved-view.js';

/** `POST /session`. */
export const signIn = z.strictObject({
  email: z.string().trim().min(1, 'required').max(320),
  password: z.string().min(1, 'required').max(1_000),
});
export type SignIn = z.infer<typeof signIn>;

/** An organisation as one of its members meets it. */
export const membershipView = z.object({
  slug: z.string(),
  name: z.string(),
  timeZone: z.string(),
  /** Key of the pathway whose board is shown first. */
  pathway: z.string(),
  /** What that board opens with, or null: with everything. */
  boardFilter: savedFilter.nullable(),
  /** The member's id in this organisation. */
  member: z.uuid(),
  roles: z.array(z.enum(ROLES)),
  unit: z.string().nullable(),
});
export type MembershipView = z.infer<typeof membershipView>;

/** `GET /me`, and the answer of `POST` and `GET /session`. */
export const meView = z.object({
  name: z.string(),
  email: z.string(),
  language: z.enum(LANGUAGES),
  /** Whether others see which idea this person has open. */
  showsPresence: z.boolean(),
  organisations: z.array(membershipView),
});
export type MeView = z.infer<typeof meView>;

/** `PATCH /me`: what is left out stays as it is. */
export const editMe = z.strictObject({ language: language.optional(), showsPresence: z.boolean().optional() });
export type EditMe = z.infer<typeof editMe>;

/** Where a person is signed in. */
export const sessionView = z.object({
  id: z.uuid(),
  /** Names of products, as the browser gave them; null where it gave none that is known. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  signedInAt: z.iso.datetime(),
  /** To some minutes. */
  lastSeenAt: z.iso.datetime(),
  /** The one that asks. */
  current: z.boolean(),
});
export type SessionView = z.infer<typeof sessionView>;

/** `GET /me/sessions`: the last used first. */
export const sessionPage = page(sessionView);
export type SessionPage = z.infer<typeof sessionPage>;

/** A person of the demo who can be signed in with one click. */
export const demoPerson = z.object({
  name: z.string(),
  email: z.string(),
  organisation: z.string(),
  roles: z.array(z.enum(ROLES)),
});

/** `GET /about`: what a visitor who has not signed in may know. */
export const aboutView = z.object({
  version: z.string(),
  /** What an imported file may have at most. */
  limits: z.object({ importBytes: z.number(), importRows: z.number(), attachmentBytes: z.number() }),
  /** The demo's people and their common password; null outside the demo. */
  demo: z.object({ people: z.array(demoPerson), password: z.string() }).nullable(),
});
export type AboutView = z.infer<typeof aboutView>;
