import type { BoardView } from '#contracts';
import { aCard } from '../../../ui/bulk/testing/cards';

export { aCard, transitionTo } from '../../../ui/bulk/testing/cards';

/** A board of three columns: cards 1 to 3, 4 and 5, none. */
export const aBoard = (more: Partial<BoardView> = {}): BoardView => {
  const column = (step: string, numbers: readonly number[], total: number, next: string | null) => ({
    step,
    name: step,
    hint: '',
    workingDays: null,
    gate: null,
    total,
    limit: null,
    cards: numbers.map((number) => aCard(number, step)),
    next,
  });
  return {
    pathway: { key: 'helsingborg', name: 'Helsingborg path', version: 1 },
    place: '100',
    columns: [column('submitted', [1, 2, 3], 5, 'after-3'), column('explore-idea', [4, 5], 2, null), column('pilot', [], 0, null)],
    lanes: null,
    aside: [{ step: 'parked', name: 'Parked', total: 1 }],
    ...more,
  };
};

/** The board of `aBoard` in lanes: Maja's with cards 1 and 4, Tomek's with 2 and 5, and nobody's with 3 of 8. */
export const aBoardInLanes = (more: Partial<BoardView> = {}): BoardView => {
  const cell = (step: string, numbers: readonly number[], next: string | null = null) => ({
    step,
    total: next === null ? numbers.length : numbers.length + 7,
    cards: numbers.map((number) => aCard(number, step)),
    next,
  });
  return aBoard({
    columns: aBoard().columns.map((column) => ({ ...column, cards: [], next: null })),
    lanes: {
      items: [
        { key: 'm-maja', name: 'Maja', total: 2, cells: [cell('submitted', [1]), cell('explore-idea', [4])] },
        { key: 'm-tomek', name: 'Tomek', total: 2, cells: [cell('submitted', [2]), cell('explore-idea', [5])] },
        { key: null, name: null, total: 8, cells: [cell('submitted', [3], 'after-3')] },
      ],
      next: null,
    },
    ...more,
  });
};
