import { createMachine, type AnyStateMachine } from 'xstate';
import { WHERE_IT_WAS, type GuardUse, type MachineDefinition, type TransitionDefinition } from '../src/workflow/index.js';

/** What happens to an XState machine: somebody takes a transition, and this is which guards agree. */
export interface Taking {
  readonly type: string;
  readonly isMet: (use: GuardUse) => boolean;
}

/**
 * The same machine in the words of XState, as a second opinion about the kernel: the stations are one compound state,
 * the asides stand beside it, and "where it was" is the history of the stations. An event is the key of a transition.
 */
export function toXState({ key, steps, transitions }: MachineDefinition): AnyStateMachine {
  const first = steps[0]?.key ?? '';
  const stateOf = ({ key: step }: { key: string }) => [step, { id: step, on: waysFrom(step, transitions) }] as const;
  return createMachine({
    id: key,
    initial: 'stations',
    states: {
      stations: {
        initial: first,
        states: {
          ...Object.fromEntries(steps.filter((step) => step.kind === 'station').map(stateOf)),
          [WHERE_IT_WAS]: { id: WHERE_IT_WAS, type: 'history' as const, target: first },
        },
      },
      ...Object.fromEntries(steps.filter((step) => step.kind === 'aside').map(stateOf)),
    },
  });
}

function waysFrom(step: string, transitions: readonly TransitionDefinition[]) {
  const leaving = transitions.filter((it) => it.from.includes(step));
  return Object.fromEntries(
    leaving.map(({ key, to, guards }) => [
      key,
      { target: `#${to}`, guard: ({ event }: { event: unknown }) => guards.every((use) => (event as Taking).isMet(use)) },
    ]),
  );
}
