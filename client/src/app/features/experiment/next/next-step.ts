import type { ExperimentView, Refusal } from '#contracts';
import { maySteer } from '../../../ui/experiment/experiment-state';
import type { ExperimentMove } from '../end/endings';

/** The one thing to do next with an experiment, for the person who looks at it. */
export type NextStep =
  /** It is planned: the start, open or with what stands against it. */
  | { readonly kind: 'start'; readonly move: ExperimentMove }
  /** It runs: measure, and once something is there say that it is done. */
  | { readonly kind: 'measure'; readonly done: ExperimentMove | null }
  /** Everything is measured: conclude. */
  | { readonly kind: 'conclude' }
  /** Its end has passed: scale, adapt or stop. */
  | { readonly kind: 'end' }
  /** It is over: the idea goes on. */
  | { readonly kind: 'ended' }
  /** It is for others to go on with it. */
  | { readonly kind: 'others' };

/** Says what comes next. */
export const nextStepOf = (experiment: ExperimentView): NextStep => {
  const { state, availableTransitions } = experiment;
  if (state === 'concluded' || state === 'stopped') return { kind: 'ended' };
  if (!maySteer(experiment)) return { kind: 'others' };
  if (experiment.overdue) return { kind: 'end' };
  if (state === 'measured') return { kind: 'conclude' };
  const forward = availableTransitions.find((it) => it.to !== 'stopped');
  if (state === 'planned') return forward ? { kind: 'start', move: forward } : { kind: 'others' };
  return { kind: 'measure', done: forward?.refusals.length === 0 ? forward : null };
};

/** What stands against the start besides what the card lacks: the page says that itself, field by field. */
export const otherObstacles = ({ refusals }: ExperimentMove): readonly Refusal[] =>
  refusals.filter((it) => it.code !== 'test-card-complete');
