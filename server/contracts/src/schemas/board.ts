import { z } from 'zod';
import { BOARD_LANES, BOARD_SORTS, DECISION_KINDS } from '../kinds.js';
import { LIMITS } from '../limits.js';
import { cursor, limit, page } from './fields.js';
import { boardFilter, ideaCard } from './idea.js';

const sort = z.enum(BOARD_SORTS).default('rank');

/**
 * `GET O/boards/:pathway?limit=`: how many cards of each column; narrowed, the totals count what is left. With `lanes` how many cards of
 * each column in each lane; the cursor goes on to further lanes.
 */
export const readBoard = boardFilter.extend({
  sort,
  lanes: z.enum(BOARD_LANES).optional(),
  cursor,
  limit: limit(LIMITS.cards, 20),
});
export type ReadBoard = z.infer<typeof readBoard>;

/** `GET O/boards/:pathway/steps/:step/cards?cursor=`. A cursor goes on in the order that it was given in. */
export const readColumn = boardFilter.extend({ sort, cursor, limit: limit(LIMITS.cards, 20) });
export type ReadColumn = z.infer<typeof readColumn>;

/** How many ideas a step is meant to hold at once; a `hard` limit refuses what comes beyond, a soft one warns and is recorded. */
export const wipLimit = z.strictObject({ atMost: z.number().int().min(1).max(LIMITS.wip), hard: z.boolean() });
export type WipLimit = z.infer<typeof wipLimit>;

/** A step of the pathway, with the first of its cards. */
export const boardColumn = z.object({
  step: z.string(),
  name: z.string(),
  /** One quiet line about what is done here. */
  hint: z.string(),
  /** Working days until the answer is due, or null. */
  workingDays: z.number().int().nullable(),
  /** The decision at the end of this step, or null. */
  gate: z.enum(DECISION_KINDS).nullable(),
  total: z.number().int(),
  /** Null: it may hold any number. */
  limit: wipLimit.nullable(),
  cards: z.array(ideaCard),
  next: z.string().nullable(),
});
export type BoardColumn = z.infer<typeof boardColumn>;

/** The ideas of one owner, unit or challenge: those on the columns, with the first cards of each. */
export const boardLane = z.object({
  /** The member, the unit or the challenge; null holds what has none. */
  key: z.uuid().nullable(),
  name: z.string().nullable(),
  total: z.number().int(),
  /** The columns in which something stands, in no order. */
  cells: z.array(z.object({ step: z.string(), total: z.number().int(), cards: z.array(ideaCard), next: z.string().nullable() })),
});
export type BoardLane = z.infer<typeof boardLane>;

/** Lanes in order of name; the one without a name is the last. */
export const boardLanes = page(boardLane);
export type BoardLanePage = z.infer<typeof boardLanes>;

/** `GET O/boards/:pathway`. */
export const boardView = z.object({
  pathway: z.object({ key: z.string(), name: z.string(), version: z.number().int() }),
  /** The published place that the answer is at least as new as; live events after it may change it. */
  place: z.string(),
  /** In lanes their cards are in `lanes`. */
  columns: z.array(boardColumn),
  /** Null, unless the board was asked for in lanes. */
  lanes: boardLanes.nullable(),
  /** Steps that are no columns: parked, stopped, withdrawn, merged. */
  aside: z.array(z.object({ step: z.string(), name: z.string(), total: z.number().int() })),
});
export type BoardView = z.infer<typeof boardView>;

export const cardPage = page(ideaCard);
export type CardPage = z.infer<typeof cardPage>;
