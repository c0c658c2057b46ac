import type { DecisionKind, EvidenceKind, TransitionAsk, Translated } from '#contracts/constants';

/** The target of a transition that leads back to the step an idea stood on before it went aside. */
export const WHERE_IT_WAS = 'where-it-was';

/** A guard by its name, with the parameters it is used with. */
export interface GuardUse {
  readonly guard: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A state of a machine: a `station` stands in a row with the others, an `aside` beside it and remembers where one came from. */
export interface StepDefinition<Step extends string = string> {
  readonly key: Step;
  readonly names?: Translated;
  /** One quiet line about what is done here. */
  readonly hint?: Translated;
  readonly kind: 'station' | 'aside';
  /** Here a path may end. */
  readonly end?: boolean;
  /** Working days from entering the step until its answer is due; none when missing or null. */
  readonly workingDays?: number | null;
  /** Where a due date comes from that is no count of working days. */
  readonly due?: { readonly kind: 'experiment-end' };
}

/** A piece of evidence that a decision rests on; what is `required` must be there before the decision can be asked for. */
export interface EvidenceDefinition {
  readonly kind: EvidenceKind;
  readonly required: boolean;
}

/** A question that every scorecard of a panel answers with 1 to 5. */
export interface CriterionDefinition {
  readonly key: string;
  readonly names: Translated;
  /** How much it counts beside the others; above 0. */
  readonly weight: number;
  /** What the lowest, the middle and the highest score mean. */
  readonly anchors: Readonly<Record<'1' | '3' | '5', Translated>>;
}

/** A way from some steps to one other step, and the guards that all have to agree. */
export interface TransitionDefinition<Step extends string = string, Ask extends string = string> {
  readonly key: string;
  readonly names?: Translated;
  readonly from: readonly Step[];
  readonly to: Step | typeof WHERE_IT_WAS;
  readonly direction: 'forward' | 'back' | 'aside';
  /** What the person who takes it has to send along. */
  readonly asks: readonly Ask[];
  readonly guards: readonly GuardUse[];
  /** The decision whose `yes` takes this transition. */
  readonly decision?: DecisionKind;
  /** What that decision rests on; without it what is usual for its kind. */
  readonly evidence?: readonly EvidenceDefinition[];
  /** By what a panel scores it; without it what is usual for its kind. */
  readonly criteria?: readonly CriterionDefinition[];
}

/**
 * A state machine as plain data, fit for JSON; its first step is the one it starts on. Pathways are stored,
 * the machines of experiment, decision and rollout are written down in their modules.
 */
export interface MachineDefinition<
  Step extends string = string,
  Transition extends TransitionDefinition<Step> = TransitionDefinition<Step>,
> {
  readonly key: string;
  readonly names?: Translated;
  readonly steps: readonly StepDefinition<Step>[];
  readonly transitions: readonly Transition[];
}

/** A step of a pathway: it has a name that people read. */
export interface PathwayStep extends StepDefinition {
  readonly names: Translated;
}

/** A transition of a pathway: it has a name that people read. */
export interface PathwayTransition extends TransitionDefinition<string, TransitionAsk> {
  readonly names: Translated;
}

/** The machine that ideas move on. */
export interface PathwayDefinition extends MachineDefinition<string, PathwayTransition> {
  readonly names: Translated;
  readonly steps: readonly PathwayStep[];
}
