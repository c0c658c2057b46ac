import type { AvailableTransition, BoardView, IdeaCard } from '#contracts';

/** A way on with nothing in it. */
export const transitionTo = (to: string, more: Partial<AvailableTransition> = {}): AvailableTransition => ({
  to,
  name: to,
  direction: 'forward',
  decision: null,
  asks: [],
  refusals: [],
  ...more,
});

/** A card as the server would send it. */
export const aCard = (number: number, step: string, more: Partial<IdeaCard> = {}): IdeaCard => ({
  number,
  title: `Idea ${number}`,
  language: 'en',
  step,
  stepName: step,
  version: 1,
  due: null,
  overdue: false,
  tags: [],
  submitter: null,
  owner: null,
  teamSize: 0,
  createdAt: '2026-03-02T08:00:00Z',
  stepSince: '2026-03-02T08:00:00Z',
  marks: [],
  availableTransitions: [transitionTo('explore-idea')],
  ...more,
});

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
