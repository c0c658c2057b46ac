import type { ExperimentState, Group } from '#contracts/constants';
import {
  guard,
  guardRegistry,
  ideaOnStep,
  isWritten,
  nothing,
  roleIn,
  type ActorFacts,
  type GuardRegistry,
  type GuardUse,
  type IdeaStepFacts,
  type MachineDefinition,
  type TransitionDefinition,
} from '../../workflow/index.js';

/** What moving an experiment may ask for; as the contract lists it. */
export type ExperimentAsk = 'reason' | 'result' | 'lesson';

/** What the guards of an experiment ask for. What is missing counts as "not". */
export interface ExperimentFacts extends ActorFacts, IdeaStepFacts {
  /** The required fields that the test card lacks. */
  readonly cardLacks?: readonly string[];
  /** The period of the card, as `2026-03-31`. */
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  /** The day it is in the organisation's time zone. */
  readonly today?: string;
  /** The group that has not been measured and without which there is no verdict; `none`: nothing has been measured; null: there is a verdict. */
  readonly unmeasured?: Group | 'none' | null;
  /** What came out, in words: sent along, or written before. */
  readonly result?: string | null;
  /** Whether a lesson is sent along, or was written before. */
  readonly lesson?: boolean;
}

/** The guards that the machine of experiments uses. */
export const EXPERIMENT_GUARDS: GuardRegistry<ExperimentFacts> = guardRegistry<ExperimentFacts>({
  'role-in': roleIn,
  'idea-on-step': ideaOnStep,
  'test-card-complete': guard<ExperimentFacts, object>({
    code: 'test-card-complete',
    read: nothing,
    met: ({ cardLacks }) => cardLacks?.length === 0,
    tells: ({ cardLacks }) => ({ fields: cardLacks ?? [] }),
  }),
  // A day that is missing is told by test-card-complete; this guard speaks of days that are there.
  'period-valid': guard<ExperimentFacts, object>({
    code: 'period-valid',
    read: nothing,
    met: ({ startsOn, endsOn, today }) => {
      const endsAfterStart = !startsOn || !endsOn || startsOn <= endsOn;
      const isNotOver = !endsOn || (today !== undefined && endsOn >= today);
      return endsAfterStart && isNotOver;
    },
    tells: ({ startsOn, endsOn }) => ({ startsOn: startsOn ?? null, endsOn: endsOn ?? null }),
  }),
  // What was measured before the card was locked is no test of it.
  'starts-now-or-later': guard<ExperimentFacts, object>({
    code: 'starts-now-or-later',
    read: nothing,
    met: ({ startsOn, today }) => !startsOn || (today !== undefined && startsOn >= today),
    tells: ({ startsOn }) => ({ on: startsOn ?? null }),
  }),
  measured: guard<ExperimentFacts, object>({
    code: 'measured',
    read: nothing,
    met: ({ unmeasured }) => unmeasured === null,
    tells: ({ unmeasured }) => ({ group: unmeasured ?? 'none' }),
  }),
  'result-written': guard<ExperimentFacts, object>({
    code: 'result-written',
    input: 'result',
    read: nothing,
    met: ({ result }) => isWritten(result),
  }),
  'lesson-written': guard<ExperimentFacts, object>({
    code: 'lesson-written',
    input: 'lesson',
    read: nothing,
    met: ({ lesson }) => lesson === true,
  }),
});

const TEAM_OR_HUB: GuardUse = { guard: 'role-in', params: { roles: ['team', 'hub'] } };

/**
 * planned → running → measured → concluded, or stopped from anywhere before. It starts in the pilot, where the
 * money has been decided; both ends need a lesson, whatever came out.
 */
export const EXPERIMENT_MACHINE: MachineDefinition<ExperimentState, TransitionDefinition<ExperimentState, ExperimentAsk>> = {
  key: 'experiment',
  steps: [
    { key: 'planned', kind: 'station' },
    { key: 'running', kind: 'station' },
    { key: 'measured', kind: 'station' },
    { key: 'concluded', kind: 'station', end: true },
    { key: 'stopped', kind: 'aside', end: true },
  ],
  transitions: [
    {
      key: 'start',
      from: ['planned'],
      to: 'running',
      direction: 'forward',
      asks: [],
      guards: [
        TEAM_OR_HUB,
        { guard: 'idea-on-step', params: { steps: ['pilot'] } },
        { guard: 'test-card-complete', params: {} },
        { guard: 'period-valid', params: {} },
        { guard: 'starts-now-or-later', params: {} },
      ],
    },
    {
      key: 'finish-measuring',
      from: ['running'],
      to: 'measured',
      direction: 'forward',
      asks: [],
      guards: [TEAM_OR_HUB, { guard: 'measured', params: {} }],
    },
    {
      key: 'conclude',
      from: ['measured'],
      to: 'concluded',
      direction: 'forward',
      asks: ['result', 'lesson'],
      // A measurement may have been withdrawn since.
      guards: [
        TEAM_OR_HUB,
        { guard: 'measured', params: {} },
        { guard: 'result-written', params: {} },
        { guard: 'lesson-written', params: {} },
      ],
    },
    {
      key: 'stop',
      from: ['planned', 'running', 'measured'],
      to: 'stopped',
      direction: 'aside',
      asks: ['lesson'],
      guards: [TEAM_OR_HUB, { guard: 'lesson-written', params: {} }],
    },
  ],
};
