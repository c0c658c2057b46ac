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
    aside: [{ step: 'parked', name: 'Parked', total: 1 }],
    ...more,
  };
};
