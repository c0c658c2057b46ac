import { endOfDay } from '../../platform/clock/index.js';
import { isOneOf, type ActorRole } from '../../workflow/index.js';
import type { ExperimentFacts } from './experiment.machine.js';
import { missingCardFields, type TestCard } from './test-card.js';

/** Who may plan, edit and measure; the team includes the idea's owner. The machine asks the same of every move. */
export const EXPERIMENTERS = ['team', 'hub'] as const satisfies readonly ActorRole[];

/** Whether somebody with these roles towards the idea may work on its experiments. */
export function mayExperiment(roles: readonly ActorRole[]): boolean {
  return isOneOf(roles, EXPERIMENTERS);
}

/** Whether the card can no longer be changed: from the start on, and after a stop. */
export function isLocked(experiment: { readonly state: string }): boolean {
  return experiment.state !== 'planned';
}

/** Whether it has started and is neither concluded nor stopped. */
export function isUnderWay({ state }: { readonly state: string }): boolean {
  return state === 'running' || state === 'measured';
}

/** Whether its end is past and nobody has said what follows: the card's next steps wait for that. */
export function isOverdue(
  experiment: { readonly state: string; readonly card: Pick<TestCard, 'endsOn'> },
  now: Date,
  timeZone: string,
): boolean {
  const { endsOn } = experiment.card;
  return isUnderWay(experiment) && endsOn !== null && now > endOfDay(endsOn, timeZone);
}

/** What the machine's guards ask for, without what a move brings along. */
export function experimentFacts(
  experiment: { readonly card: TestCard; readonly result: string | null },
  around: { readonly roles: readonly ActorRole[]; readonly ideaStep: string; readonly today: string; readonly measurements: number },
): ExperimentFacts {
  const { card, result } = experiment;
  return { ...around, cardLacks: missingCardFields(card), startsOn: card.startsOn, endsOn: card.endsOn, result };
}
