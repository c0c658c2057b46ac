import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { initialTransition, transition as take, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';
import { DECISION_GUARDS, DECISION_MACHINE, type DecisionFacts } from '../src/modules/decisions/decision.machine.js';
import { EXPERIMENT_GUARDS, EXPERIMENT_MACHINE, type ExperimentFacts } from '../src/modules/experiments/experiment.machine.js';
import { HELSINGBORG, PATHWAY_GUARDS } from '../src/modules/pathways/index.js';
import { ROLLOUT_GUARDS, ROLLOUT_MACHINE, type RolloutFacts } from '../src/modules/rollouts/rollout.machine.js';
import {
  attempt,
  available,
  guard,
  guardRegistry,
  type Facts,
  type GuardRegistry,
  type GuardUse,
  type MachineDefinition,
  type MachineState,
} from '../src/workflow/index.js';
import { toXState, type Taking } from './xstate-machine.js';

const PATHWAY_FACTS: Facts = {
  roles: ['hub', 'submitter', 'rollout-owner'],
  fields: { effectGoal: 'Half the wait', schedule: 'May', costEstimate: '900', testGroup: 'Two schools', partners: 'none' },
  reason: 'Because',
  returnOn: '2026-04-01',
  today: '2026-03-31',
  lesson: true,
  into: 12,
  decisions: { time: 'yes', money: 'yes', 'scale-up': 'yes' },
  experimentConcluded: true,
  lessonWritten: true,
  rolloutState: 'in-use',
  followUpSet: true,
};
const EXPERIMENT_FACTS: ExperimentFacts = {
  roles: ['team'],
  ideaStep: 'pilot',
  cardLacks: [],
  startsOn: '2026-05-04',
  endsOn: '2026-05-29',
  today: '2026-05-04',
  unmeasured: null,
  result: 'They waited longer',
  lesson: true,
};
const DECISION_FACTS: DecisionFacts = {
  roles: ['decider', 'panel'],
  outcome: 'stop',
  reason: 'Because',
  lesson: true,
  explanation: 'The test was too short',
  fitsStep: true,
  hasSteppedOut: false,
  hasAsked: false,
  verdict: { number: 1, verdict: 'met' },
};
const ROLLOUT_FACTS: RolloutFacts = { roles: ['hub'], reason: 'Because', ideaStep: 'scale', planLacks: [], effectMeasured: true };

interface Known {
  readonly name: string;
  readonly machine: MachineDefinition;
  /** Facts with which its guards are met; more than one where none can meet all: a panel scores, or it has finished. */
  readonly facts: readonly object[];
  readonly guards: GuardRegistry<object>;
}

const blind = { blind: true, waiting: 1, deadline: '2026-05-29T12:00:00Z' };
const KNOWN: Known[] = [
  { name: 'the pathway of Helsingborg', machine: HELSINGBORG, guards: PATHWAY_GUARDS, facts: [PATHWAY_FACTS] },
  { name: 'experiments', machine: EXPERIMENT_MACHINE, guards: EXPERIMENT_GUARDS, facts: [EXPERIMENT_FACTS] },
  {
    name: 'decisions',
    machine: DECISION_MACHINE,
    guards: DECISION_GUARDS,
    facts: [
      { ...DECISION_FACTS, panel: blind },
      { ...DECISION_FACTS, panel: { ...blind, blind: false } },
    ],
  },
  { name: 'rollouts', machine: ROLLOUT_MACHINE, guards: ROLLOUT_GUARDS, facts: [ROLLOUT_FACTS] },
];

/** A place on a machine, in the words of the kernel and of XState. */
interface Place {
  readonly state: MachineState;
  readonly snapshot: AnyMachineSnapshot;
}

const stepIn = ({ value }: AnyMachineSnapshot): string => String(typeof value === 'string' ? value : value['stations']);

/** What the kernel says a transition leads to now, or null when it is closed. */
function opens<F>(machine: MachineDefinition, guards: GuardRegistry<F>, state: MachineState, key: string, facts: F): MachineState | null {
  const offer = available(machine, guards, state, facts).find((it) => it.transition.key === key);
  const result = attempt(machine, guards, state, offer?.to ?? '', facts);
  return result.accepted ? { step: result.to, cameFrom: result.cameFrom } : null;
}

/** Every place there is, walked to from the start with all guards met; and the ways that were taken, as `from key`. */
function walkAll(machine: MachineDefinition, twin: AnyStateMachine): { places: Place[]; taken: Set<string> } {
  const guards = givenGuards(machine);
  const [snapshot] = initialTransition(twin);
  const start: Place = { state: { step: machine.steps[0]?.key ?? '', cameFrom: null }, snapshot };
  const places = new Map([[JSON.stringify(start.state), start]]);
  const taken = new Set<string>();
  for (const place of places.values()) {
    for (const { key } of machine.transitions) {
      const state = opens(machine, guards, place.state, key, new Set());
      if (!state) continue;
      taken.add(`${place.state.step} ${key}`);
      const [next] = take(twin, place.snapshot, { type: key, isMet: () => true } satisfies Taking);
      if (!places.has(JSON.stringify(state))) places.set(JSON.stringify(state), { state, snapshot: next });
    }
  }
  return { places: [...places.values()], taken };
}

const nameOf = ({ guard: name, params }: GuardUse): string => `${name} ${JSON.stringify(params)}`;

/** Guards under the names of those of a machine that are met unless the facts name them. */
function givenGuards({ transitions }: MachineDefinition): GuardRegistry<ReadonlySet<string>> {
  const names = new Set(transitions.flatMap((it) => it.guards.map((use) => use.guard)));
  const given = (name: string) =>
    guard<ReadonlySet<string>, GuardUse['params']>({
      code: 'role-in',
      read: (params) => params,
      met: (unmet, params) => !unmet.has(nameOf({ guard: name, params })),
    });
  return guardRegistry(Object.fromEntries([...names].map((name) => [name, given(name)])));
}

/** Both say of every transition whether it is open in this place, and where it leads. Gives how many are open. */
function compare<F>(
  machine: MachineDefinition,
  twin: AnyStateMachine,
  guards: GuardRegistry<F>,
  { state, snapshot }: Place,
  facts: F,
): number {
  const isMet = (use: GuardUse) => guards.get(use.guard)?.check(facts, use.params).met === true;
  const ours = machine.transitions.map(({ key }) => [key, opens(machine, guards, state, key, facts)?.step ?? null]);
  const theirs = machine.transitions.map(({ key }) => {
    const event: Taking = { type: key, isMet };
    return [key, snapshot.can(event) ? stepIn(take(twin, snapshot, event)[0]) : null];
  });
  expect([state, ours]).toEqual([state, theirs]);
  return ours.filter(([, to]) => to !== null).length;
}

it('no template is forgotten here', () => {
  const folder = join(import.meta.dirname, '..', 'src', 'modules', 'pathways', 'templates');
  const templates = readdirSync(folder).filter((file) => /^[a-z-]+\.ts$/.test(file));
  expect(templates).toEqual(KNOWN.flatMap(({ machine }) => (machine.names ? [`${machine.key}.ts`] : [])));
});

describe.each(KNOWN)('the machine of $name and XState', ({ machine, guards, facts }) => {
  const twin = toXState(machine);
  const { places, taken } = walkAll(machine, twin);

  it('is walked to every step, through every transition, from everywhere it leaves', () => {
    expect(new Set(places.map(({ state }) => state.step))).toEqual(new Set(machine.steps.map((step) => step.key)));
    expect(taken).toEqual(new Set(machine.transitions.flatMap(({ key, from }) => from.map((step) => `${step} ${key}`))));
    for (const { state, snapshot } of places) expect(stepIn(snapshot)).toBe(state.step);
  });

  it('agree on what is open, with all guards met and with each one missing alone', () => {
    const given = givenGuards(machine);
    const names = new Set(machine.transitions.flatMap((it) => it.guards.map(nameOf)));
    for (const place of places) {
      const most = compare(machine, twin, given, place, new Set());
      for (const name of names) expect(compare(machine, twin, given, place, new Set([name]))).toBeLessThanOrEqual(most);
    }
  });

  it('agree on what is open with its own guards, with every fact there and with each one missing alone', () => {
    let open = 0;
    for (const place of places) {
      for (const all of facts) {
        open += compare(machine, twin, guards, place, all);
        for (const fact of Object.keys(all)) compare(machine, twin, guards, place, { ...all, [fact]: undefined });
      }
    }
    expect(open).toBeGreaterThanOrEqual(taken.size);
  });
});
