import type { BoardColumn, BoardView, CardPage, IdeaCard } from '#contracts';

/** The columns of a board with what is loaded of them; all functions return new columns. */
export type Columns = readonly BoardColumn[];

/** Where a card stands: the key of its column and its index among the loaded cards. */
export interface Spot {
  readonly step: string;
  readonly index: number;
}

export const columnOf = (columns: Columns, step: string): BoardColumn | undefined => columns.find((it) => it.step === step);

export const spotOf = (columns: Columns, number: number): Spot | undefined => {
  for (const column of columns) {
    const index = column.cards.findIndex((it) => it.number === number);
    if (index >= 0) return { step: column.step, index };
  }
  return undefined;
};

export const cardOf = (columns: Columns, number: number): IdeaCard | undefined => {
  const spot = spotOf(columns, number);
  return spot && columnOf(columns, spot.step)?.cards[spot.index];
};

const change = (columns: Columns, step: string, how: (column: BoardColumn) => BoardColumn): Columns =>
  columns.map((column) => (column.step === step ? how(column) : column));

/** Takes the card out, wherever it is shown; counts stay as they are. */
export const without = (columns: Columns, number: number): Columns =>
  columns.map((column) =>
    column.cards.some((it) => it.number === number) ? { ...column, cards: column.cards.filter((it) => it.number !== number) } : column,
  );

/** Shows the card at that place, and nowhere else. */
export const withCardAt = (columns: Columns, card: IdeaCard, { step, index }: Spot): Columns =>
  change(without(columns, card.number), step, (column) => ({ ...column, cards: column.cards.toSpliced(index, 0, card) }));

/** Replaces what is known of a card where it stands. */
export const withCard = (columns: Columns, card: IdeaCard): Columns =>
  columns.map((column) =>
    column.cards.some((it) => it.number === card.number)
      ? { ...column, cards: column.cards.map((it) => (it.number === card.number ? card : it)) }
      : column,
  );

/** One fewer there, one more here; steps that are no columns are left out. */
export const counted = (columns: Columns, from: string | null, to: string | null): Columns =>
  from === to
    ? columns
    : columns.map((column) => {
        const total = column.total - (column.step === from ? 1 : 0) + (column.step === to ? 1 : 0);
        return total === column.total ? column : { ...column, total: Math.max(total, 0) };
      });

/** Adds the next page; a card that moved meanwhile and is already shown is not shown twice. */
export const withPage = (columns: Columns, step: string, page: CardPage): Columns => {
  const shown = new Set(columns.flatMap((column) => column.cards.map((card) => card.number)));
  return change(columns, step, (column) => ({
    ...column,
    cards: [...column.cards, ...page.items.filter((card) => !shown.has(card.number))],
    next: page.next,
  }));
};

/**
 * A column's first cards as they are now. Pages that were loaded beyond them stay below, so that nobody who has scrolled
 * loses their place; a card that now heads this column leaves the others.
 */
export const withHead = (columns: Columns, step: string, head: CardPage): Columns => {
  const numbers = new Set(head.items.map((card) => card.number));
  return columns.map((column) => {
    if (column.step !== step) {
      return column.cards.some((it) => numbers.has(it.number))
        ? { ...column, cards: column.cards.filter((it) => !numbers.has(it.number)) }
        : column;
    }
    if (head.next === null || head.items.length >= column.cards.length) return { ...column, cards: head.items, next: head.next };
    return { ...column, cards: [...head.items, ...column.cards.filter((it) => !numbers.has(it.number))] };
  });
};

/** A whole new answer over what is shown; loaded pages stay as with `withHead`. */
export const withBoard = (columns: Columns, board: BoardView): Columns => {
  const onBoard = new Map(board.columns.flatMap((column) => column.cards.map((card) => [card.number, column.step])));
  return board.columns.map((fresh) => {
    const old = columnOf(columns, fresh.step);
    if (!old || fresh.next === null || old.cards.length <= fresh.cards.length) return fresh;
    const tail = old.cards.filter((card) => !onBoard.has(card.number));
    return { ...fresh, cards: [...fresh.cards, ...tail], next: old.next };
  });
};

/** The numbers above and below a place in a column, leaving out the card that is to stand there. */
export const neighbours = (columns: Columns, number: number, { step, index }: Spot): [number | null, number | null] => {
  const others = (columnOf(columns, step)?.cards ?? []).filter((it) => it.number !== number);
  return [others[index - 1]?.number ?? null, others[index]?.number ?? null];
};

/** Whether one published place lies after another; places are whole numbers written as text. */
export const isAfter = (place: string, other: string): boolean =>
  place.length === other.length ? place > other : place.length > other.length;
