import type { PathwayDefinition, PathwayTransition } from '../../workflow/index.js';
import { WHERE_IT_WAS } from '../../workflow/index.js';

/**
 * The machine with a guard for the limit of work in progress on every way to a station. Limits are set while ideas are under way, so they
 * hold for every version and belong to none.
 */
export function withLimits(pathway: string, definition: PathwayDefinition): PathwayDefinition {
  const stations = new Set(definition.steps.filter((step) => step.kind === 'station').map((step) => step.key));
  const isLimited = ({ to, guards }: PathwayTransition) =>
    (to === WHERE_IT_WAS || stations.has(to)) && guards.every(({ guard }) => guard !== 'within-wip-limit');
  return {
    ...definition,
    transitions: definition.transitions.map((transition) =>
      isLimited(transition)
        ? { ...transition, guards: [...transition.guards, { guard: 'within-wip-limit', params: { pathway, step: transition.to } }] }
        : transition,
    ),
  };
}
