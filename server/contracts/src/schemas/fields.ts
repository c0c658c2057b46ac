import { z } from 'zod';
import { LANGUAGES } from '../languages.js';
import { LIMITS } from '../limits.js';

/** PostgreSQL cannot store NUL, and a lone surrogate is no text. */
export const readable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

// Blanks, controls, what fonts draw nothing for (a zero-width space, a Hangul filler, a variation selector), and the Braille blank.
const SEEN = /[^\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;
// Signs that turn the direction of what follows: in a name they would turn the words around it as well.
const DIRECTIONS = /[\u202a-\u202e\u2066-\u2069]/gu;

/** Text as people read it: trimmed, and nothing where there is nothing to see. */
export const asText = (text: string): string => (SEEN.test(text) ? text.trim() : '');

/** Text as people read it on one line: what breaks lines is a blank, and what turns the direction is gone. */
export const asLine = (text: string): string => asText(text.replaceAll(DIRECTIONS, '').replaceAll(/[\s\p{Cc}]+/gu, ' '));

/** Text without NUL and lone surrogates, trimmed, at most `max` characters; empty when nothing in it can be seen. */
export const text = (max: number) => z.string().refine(readable, 'bad-character').overwrite(asText).max(max);

/** Text on one line, such as a name: without NUL and lone surrogates, at most `max` characters; empty when nothing in it can be seen. */
export const line = (max: number) => z.string().refine(readable, 'bad-character').overwrite(asLine).max(max);

// A letter, a digit, a pictograph or Braille, of which something is seen; an accent, a dot or a dash alone says nothing.
const SAID = /(?!\p{Default_Ignorable_Code_Point}|\u2800)[\p{L}\p{N}\p{Extended_Pictographic}\p{Script=Braille}]/u;

/** Whether a text says anything. */
export const saysSomething = (it: string): boolean => SAID.test(it);

/** A line that says something. */
export const requiredLine = (max: number) => line(max).min(1, { error: 'required', abort: true }).refine(saysSomething, 'required');

/** Text that says something. */
export const requiredText = (max: number) => text(max).min(1, { error: 'required', abort: true }).refine(saysSomething, 'required');

/** A long text that may be left out or emptied. */
export const optionalText = text(LIMITS.text).nullish();

/** A day as `YYYY-MM-DD`, in the organisation's time zone, to look things up by. There was no year 0. */
export const day = z.iso.date().refine((it) => !it.startsWith('0000'), 'not-a-date');

// What is written beyond these years is a slip of the hand.
const inCalendar = (it: string): boolean => /^2[01]\d\d-/.test(it);
// What is no day at all is in no year either.
const ofDays = { message: 'year-out-of-range', when: ({ issues }: { issues: readonly unknown[] }) => issues.length === 0 };

/** A day that people write down, as `YYYY-MM-DD`, in the organisation's time zone: from 2000-01-01 to 2199-12-31. */
export const calendarDay = z.iso.date().refine(inCalendar, ofDays);

/** A moment (ISO 8601 with offset), or a day, which means the end of that day in the organisation's time zone; within the calendar's years. */
export const deadline = z.union([z.iso.datetime({ offset: true }), z.iso.date()]).refine(inCalendar, ofDays);

export const language = z.enum(LANGUAGES);

/** The version of a thing that the writer has seen. */
export const version = z.number().int().min(1).max(2_147_483_647);

/** An idea's number within its organisation. */
export const ideaNumber = z.number().int().min(1).max(2_147_483_647);

/** What stands for no idea's number. */
const NO_IDEA = 0;

/** An idea's number that came in an address, in decimal digits without leading zeros. Anything else names no idea: it is one that nobody finds. */
export const numberInPath = z.preprocess(
  (it) => (typeof it === 'string' && /^[1-9]\d*$/.test(it) && ideaNumber.safeParse(Number(it)).success ? Number(it) : NO_IDEA),
  z.number().int().min(NO_IDEA).max(2_147_483_647),
);

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
