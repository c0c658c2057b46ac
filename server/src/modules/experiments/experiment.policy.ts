import type { Group } from '#contracts';
import { endOfDay } from '../../platform/clock/index.js';
import { type ActorRole, type GuardRefusal, isOneOf } from '../../workflow/index.js';
import type { ExperimentFacts } from './experiment.machine.js';
import type { MeasurementCount } from './measurements.repository.js';
import { changedCardFields, comparesGroups, missingCardFields, type TestCard } from './test-card.js';

/** Who may plan, edit and measure; the team includes the idea's owner. The machine asks the same of every move. */
export const EXPERIMENTERS = ['team', 'hub'] as const satisfies readonly ActorRole[];

/** Whether somebody with these roles towards the idea may work on its experiments. */
export function mayExperiment(roles: readonly ActorRole[]): boolean {
  return isOneOf(roles, EXPERIMENTERS);
}

/** Whether the card can no longer be edited: from the start on, and after a stop. */
export function isLocked(experiment: { readonly state: string }): boolean {
  return experiment.state !== 'planned';
}

/** Whether it has started and is neither concluded nor stopped: its card can be amended and what was measured corrected. */
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
  around: { readonly roles: readonly ActorRole[]; readonly ideaStep: string; readonly today: string; readonly measured: readonly Group[] },
): ExperimentFacts {
  const { card, result } = experiment;
  const { measured, ...known } = around;
  return {
    ...known,
    unmeasured: unmeasuredOf(card, measured),
    cardLacks: missingCardFields(card),
    startsOn: card.startsOn,
    endsOn: card.endsOn,
    result,
  };
}

/** What still has to be measured before the rule can say anything. */
function unmeasuredOf(card: TestCard, measured: readonly Group[]): NonNullable<ExperimentFacts['unmeasured']> | null {
  if (measured.length === 0) return 'none';
  if (!measured.includes('test')) return 'test';
  return comparesGroups(card) && !measured.includes('comparison') ? 'comparison' : null;
}

/** Why somebody may not change what the card says, while it is planned. */
export function refusalsToEdit(experiment: { readonly state: string }, roles: readonly ActorRole[]): GuardRefusal[] {
  return [...roleRefusals(roles), ...(isLocked(experiment) ? [{ code: 'card-unlocked' as const, params: {} }] : [])];
}

/** Why nothing can be measured: only a running experiment can; before it the card is not locked, after it the verdict stands. */
export function refusalsToMeasure({ state }: { readonly state: string }, roles: readonly ActorRole[]): GuardRefusal[] {
  return [
    ...roleRefusals(roles),
    ...(state === 'running' ? [] : [{ code: 'no-transition' as const, params: { from: state, to: 'measured' } }]),
  ];
}

/** Why somebody may not correct measurements and write down observations. */
export function refusalsToCorrect(experiment: { readonly state: string }, roles: readonly ActorRole[]): GuardRefusal[] {
  return [...roleRefusals(roles), ...(isUnderWay(experiment) ? [] : [underWay(experiment)])];
}

/** Why the locked card cannot become `card`: it must stay one with which the experiment could have started. */
export function refusalsToAmend(
  experiment: { readonly state: string; readonly card: TestCard },
  card: TestCard,
  { roles, today, measured }: { readonly roles: readonly ActorRole[]; readonly today: string; readonly measured: MeasurementCount },
): GuardRefusal[] {
  if (!isUnderWay(experiment)) return [...roleRefusals(roles), underWay(experiment)];
  const changes = changedCardFields(experiment.card, card);
  const lacks = missingCardFields(card);
  const { startsOn, endsOn } = card;
  const endsBeforeStart = startsOn !== null && endsOn !== null && endsOn < startsOn;
  const movesEnd = changes.includes('endsOn');
  // What has ended waits for somebody to say what follows: nobody makes that go away by naming a later day.
  const hasEnded = experiment.card.endsOn !== null && experiment.card.endsOn < today;
  const endsInThePast = movesEnd && !hasEnded && endsOn !== null && endsOn < today;
  return [
    ...roleRefusals(roles),
    ...(changes.length === 0 ? [{ code: 'card-changed' as const, params: {} }] : []),
    ...(lacks.length === 0 ? [] : [{ code: 'test-card-complete' as const, params: { fields: lacks } }]),
    ...(movesEnd && hasEnded ? [{ code: 'end-ahead' as const, params: {} }] : []),
    ...(movesStart(experiment.card, card, today) ? [{ code: 'start-kept' as const, params: { on: experiment.card.startsOn } }] : []),
    ...(leavesOut(card, measured)
      ? [{ code: 'period-holds-measurements' as const, params: { first: measured.firstOn, last: measured.lastOn } }]
      : []),
    ...(endsBeforeStart || endsInThePast ? [{ code: 'period-valid' as const, params: { startsOn, endsOn } }] : []),
    ...(changes.includes('kind') && measured.recorded > 0 ? [{ code: 'kind-fixed' as const, params: {} }] : []),
  ];
}

/** To a day before, on which something else may have been measured, or to one that has not come although the experiment runs. */
function movesStart(before: TestCard, { startsOn }: TestCard, today: string): boolean {
  if (startsOn === null || before.startsOn === null || startsOn === before.startsOn) return false;
  return startsOn < before.startsOn || startsOn > today;
}

/** Whether something that counts was measured outside of the days of this card; what others are compared with may be older. */
function leavesOut({ startsOn, endsOn }: TestCard, { firstOn, lastOn }: MeasurementCount): boolean {
  const isBefore = firstOn !== null && startsOn !== null && firstOn < startsOn;
  return isBefore || (lastOn !== null && endsOn !== null && lastOn > endsOn);
}

function roleRefusals(roles: readonly ActorRole[]): GuardRefusal[] {
  return mayExperiment(roles) ? [] : [{ code: 'role-in', params: { roles: EXPERIMENTERS } }];
}

function underWay({ state }: { readonly state: string }): GuardRefusal {
  return { code: 'experiment-under-way', params: { state } };
}
