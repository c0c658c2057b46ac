import { z } from 'zod';
import { type BoardSort, ideaNumber, readable } from '#contracts';
import type { IdeaRow } from './idea.entity.js';

/** An order of the cards of a column, in SQL on idea `i`. */
export interface BoardOrder {
  readonly by: string;
  /** What is true of every idea that comes after the one of a key, whose values are the parameters from number `first` on. */
  readonly after: (first: number) => string;
  /** The key of an idea: where it stands in this order. */
  readonly keyOf: (idea: IdeaRow) => readonly (string | number)[];
  /** What a key looks like. */
  readonly key: z.ZodType<readonly (string | number)[]>;
}

const rank = z.string().max(300).refine(readable);
const moment = z.iso.datetime().refine((it) => it >= '1900');

/** All orders end in one that no two ideas of a column share. */
export const BOARD_ORDERS: Readonly<Record<BoardSort, BoardOrder>> = {
  rank: {
    by: 'i.rank',
    after: (first) => `i.rank > $${first}`,
    keyOf: (idea) => [idea.rank],
    key: z.tuple([rank]),
  },
  due: {
    by: `coalesce(i.due, 'infinity'), i.rank`,
    after: (first) => `(coalesce(i.due, 'infinity'), i.rank) > ($${first}::timestamptz, $${first + 1})`,
    keyOf: (idea) => [idea.due?.toISOString() ?? 'infinity', idea.rank],
    key: z.tuple([z.union([moment, z.literal('infinity')]), rank]),
  },
  age: {
    by: 'i.step_since, i.rank',
    after: (first) => `(i.step_since, i.rank) > ($${first}::timestamptz, $${first + 1})`,
    keyOf: (idea) => [idea.stepSince.toISOString(), idea.rank],
    key: z.tuple([moment, rank]),
  },
  newest: {
    by: 'i.number desc',
    after: (first) => `i.number < $${first}`,
    keyOf: (idea) => [idea.number],
    key: z.tuple([ideaNumber]),
  },
};
