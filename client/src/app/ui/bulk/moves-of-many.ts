import type { AvailableTransition, IdeaCard, TransitionAsk } from '#contracts';
import { isUndoable } from '../moves/is-undoable';

/** A move that some of several cards can make now. */
export interface MoveOfMany {
  readonly to: string;
  readonly name: string;
  /** How many of them can. */
  readonly can: number;
  readonly asks: readonly TransitionAsk[];
  readonly isUndoable: boolean;
}

/** What can be done to many with one answer: each idea is merged by itself. */
const isForMany = ({ asks, refusals }: AvailableTransition): boolean => refusals.length === 0 && !asks.includes('into');

/** The moves that any of these cards can make, in the order in which the cards offer them; each asks for all that one of them asks for. */
export const movesOfMany = (cards: readonly IdeaCard[]): MoveOfMany[] => {
  const open = cards.flatMap((card) => card.availableTransitions.filter(isForMany));
  return [...Map.groupBy(open, ({ to }) => to)].flatMap(([to, transitions]) => {
    const [first] = transitions;
    if (!first) return [];
    const asks = [...new Set(transitions.flatMap((it) => it.asks))];
    return { to, name: first.name, can: transitions.length, asks, isUndoable: transitions.every(isUndoable) };
  });
};
