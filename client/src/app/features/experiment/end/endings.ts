import type { ExperimentState, ExperimentView } from '#contracts';

/** How an experiment may end: scaled (concluded, then decided), adapted (ended, and a new one planned from its card), or stopped. */
export const ENDINGS = ['scale', 'adapt', 'stop'] as const;
export type Ending = (typeof ENDINGS)[number];

/** A move that an experiment may make. */
export type ExperimentMove = ExperimentView['availableTransitions'][number];

type Movable = Pick<ExperimentView, 'state' | 'availableTransitions'>;

/**
 * The moves that an ending takes, one after the other. Concluding an experiment that still runs first says that measuring is done;
 * what has not been measured wholly is adapted by stopping it.
 */
export const movesOf = (ending: Ending, state: ExperimentState): readonly ExperimentState[] => {
  if (ending === 'stop') return ['stopped'];
  if (ending === 'adapt') return [state === 'measured' ? 'concluded' : 'stopped'];
  return state === 'running' ? ['measured', 'concluded'] : ['concluded'];
};

/** The first of its moves as the server offers it; undefined when there is none. */
export const firstMoveOf = (ending: Ending, experiment: Movable): ExperimentMove | undefined =>
  experiment.availableTransitions.find((it) => it.to === movesOf(ending, experiment.state)[0]);

/** What has to be written: a result only where it is concluded. */
export const asksResult = (ending: Ending, state: ExperimentState): boolean => movesOf(ending, state).includes('concluded');
