import type { BoardLane, BoardLanePage, BoardView, CardPage } from '#contracts';
import { columnOf, type Columns, type Spot, spotOf, withBoard, withPage } from '../columns';

/** The key of the lane that holds what has no owner, no unit, or no challenge. */
export const NOBODY = '';

/** A row of the board: the ideas of one owner, unit or challenge. */
export interface Lane {
  readonly key: string;
  readonly name: string | null;
  readonly total: number;
  /** Where further cards of a column begin; a column that is not named is shown whole. */
  readonly next: ReadonlyMap<string, string>;
  /** How many ideas it holds in each column, as of the last answer. */
  readonly totals: ReadonlyMap<string, number>;
}

/** A board in lanes. Its columns hold the cards of all lanes, lane after lane. */
export interface Laid {
  readonly lanes: readonly Lane[];
  /** The lane of each card. */
  readonly laneOf: ReadonlyMap<number, string>;
  /** Where further lanes begin. */
  readonly next: string | null;
}

/** The columns as one lane shows them. */
export const inLane = (columns: Columns, laid: Laid, key: string): Columns =>
  columns.map((column) => ({
    ...column,
    cards: column.cards.filter((card) => laid.laneOf.get(card.number) === key),
    next: laid.lanes.find((lane) => lane.key === key)?.next.get(column.step) ?? null,
  }));

/** The place among the cards of all lanes that is this place among those of one lane; the card itself is not counted. */
export const amongAll = (columns: Columns, laid: Laid, number: number, { step, index }: Spot): Spot => {
  const key = laid.laneOf.get(number);
  const others = (columnOf(columns, step)?.cards ?? []).filter((card) => card.number !== number);
  const own = others.filter((card) => laid.laneOf.get(card.number) === key);
  const below = own[index];
  const above = own.at(-1);
  if (below) return { step, index: others.indexOf(below) };
  return { step, index: above ? others.indexOf(above) + 1 : others.length };
};

/** What an answer in lanes shows. Further cards that were loaded before stay, as on a board without lanes. */
export const laid = (board: BoardView, items: readonly BoardLane[], next: string | null, before?: { columns: Columns; laid: Laid }) => {
  const rows = items.map((lane) => {
    const key = lane.key ?? NOBODY;
    const fresh = { ...board, columns: board.columns.map((column) => ({ ...column, ...cellOf(lane, column.step) })) };
    return { key, lane, columns: before ? withBoard(inLane(before.columns, before.laid, key), fresh) : fresh.columns };
  });
  return joined(
    board.columns,
    rows.map(({ key, lane, columns }) => ({ columns, lane: laneOf(key, lane, columns) })),
    next,
  );
};

/** Further lanes below those that are shown. */
export const withLanes = (columns: Columns, before: Laid, { items, next }: BoardLanePage) => {
  const known = before.lanes.map((lane) => ({ lane, columns: inLane(columns, before, lane.key) }));
  const more = items
    .filter((lane) => !before.lanes.some(({ key }) => key === (lane.key ?? NOBODY)))
    .map((lane) => {
      const own = columns.map((column) => ({ ...column, ...cellOf(lane, column.step) }));
      return { lane: laneOf(lane.key ?? NOBODY, lane, own), columns: own };
    });
  return joined(columns, [...known, ...more], next);
};

/** Further cards of one cell. */
export const withCellPage = (columns: Columns, { lanes, laneOf: of, next }: Laid, key: string, step: string, page: CardPage) => {
  const known = { lanes, laneOf: of, next };
  const rows = lanes.map((lane) => {
    const own = inLane(columns, known, lane.key);
    if (lane.key !== key) return { lane, columns: own };
    const more = withPage(own, step, { ...page, items: page.items.filter((card) => !spotOf(columns, card.number)) });
    return { lane: { ...lane, next: nextIn(more) }, columns: more };
  });
  return joined(columns, rows, next);
};

const cellOf = (lane: BoardLane, step: string) => {
  const cell = lane.cells.find((it) => it.step === step);
  return { cards: cell?.cards ?? [], next: cell?.next ?? null };
};

const laneOf = (key: string, { name, total, cells }: BoardLane, columns: Columns): Lane => ({
  key,
  name,
  total,
  next: nextIn(columns),
  totals: new Map(cells.map((cell) => [cell.step, cell.total])),
});

const nextIn = (columns: Columns): ReadonlyMap<string, string> =>
  new Map(columns.flatMap(({ step, next }) => (next === null ? [] : [[step, next] as const])));

const joined = (
  columns: Columns,
  rows: readonly { readonly lane: Lane; readonly columns: Columns }[],
  next: string | null,
): { readonly columns: Columns; readonly laid: Laid } => ({
  columns: columns.map((column) => ({
    ...column,
    cards: rows.flatMap((row) => columnOf(row.columns, column.step)?.cards ?? []),
    next: null,
  })),
  laid: {
    lanes: rows.map(({ lane }) => lane),
    laneOf: new Map(rows.flatMap((row) => row.columns.flatMap(({ cards }) => cards.map((card) => [card.number, row.lane.key] as const)))),
    next,
  },
});
