import type { Language, Station } from '#contracts';
import { type PathwayDefinition, stepOf } from '../../workflow/index.js';
import type { Idea } from './idea.entity.js';

/** The stations of an idea's path, in order, and how each lies to where it stands or has left the path. */
export function stationsOf(
  idea: Pick<Idea, 'step' | 'cameFrom'>,
  definition: PathwayDefinition,
  language: Language,
): Pick<Station, 'step' | 'name' | 'state'>[] {
  const stations = definition.steps.filter((step) => step.kind === 'station');
  const isOnPath = stepOf(definition, idea.step)?.kind === 'station';
  const stands = isOnPath ? idea.step : (idea.cameFrom ?? idea.step);
  const at = stations.findIndex((station) => station.key === stands);
  return stations.map((station, index) => ({
    step: station.key,
    name: station.names[language],
    state: index < at ? 'done' : index > at ? 'ahead' : isOnPath ? 'now' : 'left',
  }));
}
