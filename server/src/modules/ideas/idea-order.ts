import { z } from 'zod';
import { ideaNumber, type IdeaSort } from '#contracts';

/** The moment of an idea that never comes. */
const NEVER = 'infinity';

/** The moment by which an idea has its place in an order, to the microsecond, as the cursor of a page says it. */
const moment = z.union([z.literal(NEVER), z.iso.datetime({ precision: 6 }).refine((it) => it >= '1900')]);

/** A place in an order: the number of an idea, and its moment where the order is one of moments. */
export interface Place {
  readonly number: number;
  readonly moment: string | null;
}

/** An order of ideas `i`, in SQL. Each has its index, which leads to any place in it. */
interface Order {
  readonly by: string;
  /** What comes after a place, whose number is $15 and whose moment $16. */
  readonly after: string;
  /** The moment of an idea; null in an order of numbers. */
  readonly moment: string;
}

const byMoment = (column: string, direction: 'asc' | 'desc', of = column): Order => ({
  by: `${of} ${direction}, i.number ${direction}`,
  after: `(${of}, i.number) ${direction === 'asc' ? '>' : '<'} ($16::timestamptz, $15::int)`,
  moment: `coalesce(to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '${NEVER}')`,
});

/** What is due first stands first, and last what is never due; by age, what came to its step first. */
export const ORDERS: Readonly<Record<IdeaSort, Order>> = {
  newest: { by: 'i.number desc', after: 'i.number < $15::int', moment: 'null::text' },
  due: byMoment('i.due', 'asc', `(case when i.due is null then '${NEVER}'::timestamptz else i.due end)`),
  age: byMoment('i.step_since', 'asc'),
  changed: byMoment('i.updated_at', 'desc'),
};

/** What the cursor of a page holds, in an order. */
export const cursorOf = (sort: IdeaSort) =>
  sort === 'newest'
    ? z.tuple([ideaNumber]).transform(([number]): Place => ({ number, moment: null }))
    : z.tuple([moment, ideaNumber]).transform(([at, number]): Place => ({ number, moment: at }));

/** The key of a place, for the cursor of the page after it. */
export const keyOf = ({ number, moment: at }: Place): readonly (string | number)[] => (at === null ? [number] : [at, number]);
