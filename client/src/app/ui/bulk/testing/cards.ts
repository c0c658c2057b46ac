import type { AvailableTransition, IdeaCard } from '#contracts';

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
  updatedAt: '2026-03-03T08:00:00Z',
  marks: [],
  availableTransitions: [transitionTo('explore-idea')],
  ...more,
});
