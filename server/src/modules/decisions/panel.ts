import type { PanelState, Score } from '#contracts';
import type { DecisionState } from '#contracts/constants';
import type { DecisionFacts, PanelFacts } from './decision.machine.js';

/** A member of a decision's panel. What they scored is nobody's business here. */
export interface PanelMember {
  readonly member: string;
  /** Why they have stepped out; null: they have not. */
  readonly conflict: string | null;
  readonly hasScored: boolean;
}

/** A criterion's score, as it is kept; null: it does not apply. */
export interface KeptScore {
  readonly criterion: string;
  readonly score: Score | null;
  readonly note: string | null;
}

/** What a member of the panel said. */
export interface Scorecard {
  readonly member: string;
  readonly scores: readonly KeptScore[];
  readonly at: Date;
}

/** Where a member of a panel stands. */
export function panelStateOf({ conflict, hasScored }: PanelMember): PanelState {
  if (conflict !== null) return 'conflicted';
  return hasScored ? 'scored' : 'asked';
}

/** How many scorecards are still to come. */
export function waitingFor(panel: readonly PanelMember[]): number {
  return panel.filter((it) => panelStateOf(it) === 'asked').length;
}

/**
 * Whether the panel has not finished, so that nobody may see another's scorecard: until all who have not stepped out have scored, or the
 * deadline has passed, or it is decided. Once over, this does not come back: nobody is added to a panel, takes a scorecard back or steps
 * out of it afterwards.
 */
export function isBlind(
  decision: { readonly state: DecisionState; readonly deadline: Date },
  panel: readonly PanelMember[],
  now: Date,
): boolean {
  return decision.state !== 'decided' && now <= decision.deadline && waitingFor(panel) > 0;
}

/** Where the panel stands, as the machine of decisions asks. */
export function panelFacts(
  decision: { readonly state: DecisionState; readonly deadline: Date },
  panel: readonly PanelMember[],
  now: Date,
): PanelFacts {
  return { blind: isBlind(decision, panel, now), waiting: waitingFor(panel), deadline: decision.deadline.toISOString() };
}

/** Where a member of the panel stands, as the machine of decisions asks. */
export function scoringFacts(
  decision: { readonly state: DecisionState; readonly deadline: Date },
  panel: readonly PanelMember[],
  member: string,
  now: Date,
): Pick<DecisionFacts, 'panel' | 'hasSteppedOut'> {
  const conflict = panel.find((it) => it.member === member)?.conflict ?? null;
  return { panel: panelFacts(decision, panel, now), hasSteppedOut: conflict !== null };
}
