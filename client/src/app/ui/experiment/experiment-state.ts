import type { ExperimentState, ExperimentView } from '#contracts';
import type { Meaning } from '../tag/tag';

const meanings = {
  planned: 'unclear',
  running: 'path',
  measured: 'waiting',
  concluded: 'met',
  stopped: 'lesson',
} as const satisfies Record<ExperimentState, Meaning>;

/** The colour of an experiment's state; one that was concluded without being met is a lesson. */
export const meaningOfState = ({ state, verdict }: Pick<ExperimentView, 'state' | 'verdict'>): Meaning =>
  state === 'concluded' && verdict.verdict !== 'met' ? 'lesson' : meanings[state];

/** Whether it is for this person to move it on; `mayEdit` speaks of the card, which the start locks. */
export const maySteer = ({ availableTransitions }: Pick<ExperimentView, 'availableTransitions'>): boolean =>
  availableTransitions.some((move) => move.refusals.every((it) => it.code !== 'role-in'));

const dayLength = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayLength);

/** Which day of its period it is: `{day: 12, of: 43}`; null before its start, after its end, and where the card has no period. */
export const dayOfPeriod = (
  { startsOn, endsOn }: Pick<ExperimentView['card'], 'startsOn' | 'endsOn'>,
  today: string,
): { readonly day: number; readonly of: number } | null => {
  if (!startsOn || !endsOn || today < startsOn || today > endsOn) return null;
  return { day: daysBetween(startsOn, today) + 1, of: daysBetween(startsOn, endsOn) + 1 };
};
