import { z } from 'zod';
import { LANGUAGES } from '../languages.js';
import { LIMITS } from '../limits.js';

/** PostgreSQL cannot store NUL, and a lone surrogate is no text. */
export const readable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

// Of blanks and invisible signs alone (a zero-width space, a byte order mark) nobody reads anything.
const spoken = (text: string): string => (/[^\s\p{C}]/u.test(text) ? text.trim() : '');

/** Text without NUL and lone surrogates, trimmed, at most `max` characters; empty when nothing in it can be seen. */
export const text = (max: number) => z.string().refine(readable, 'bad-character').overwrite(spoken).max(max);

/** Text that says something. */
export const requiredText = (max: number) => text(max).min(1, 'required');

/** A long text that may be left out or emptied. */
export const optionalText = text(LIMITS.text).nullish();

/** A day as `YYYY-MM-DD`, in the organisation's time zone. There was no year 0. */
export const day = z.iso.date().refine((it) => !it.startsWith('0000'), 'not-a-date');

/** A moment (ISO 8601 with offset), or a day, which means the end of that day in the organisation's time zone. */
export const deadline = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

export const language = z.enum(LANGUAGES);

/** The version of a thing that the writer has seen. */
export const version = z.number().int().min(1).max(2_147_483_647);

/** An idea's number within its organisation. */
export const ideaNumber = z.number().int().min(1).max(2_147_483_647);

/** A number that came in an address. */
export const numberInPath = z.coerce.number().pipe(ideaNumber);

export const id = z.uuid();

/** Where the next page starts; opaque to clients. */
export const cursor = z.string().max(500).optional();

/** How many items a page has. */
export const limit = (most: number, usual: number) => z.coerce.number().int().min(1).max(most).default(usual);

/** A list's answer: a page of items and the cursor of the next page, or null at the end. */
export const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().nullable() });

/** An amount of money; `currency` by its three letters (ISO 4217). */
export const money = z.strictObject({
  amount: z.number().min(0).max(LIMITS.value),
  currency: z.string().regex(/^[A-Z]{3}$/, 'unknown-value'),
});
export type Money = z.infer<typeof money>;

/** A person as others see them. `id` is the member's id in this organisation. */
export const personView = z.object({ id: z.uuid(), name: z.string(), unit: z.string().nullable() });
export type PersonView = z.infer<typeof personView>;
