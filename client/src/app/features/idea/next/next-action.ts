import type { AvailableTransition, DecisionView, IdeaView, Refusal } from '#contracts';

/** The one thing to do next with an idea, for the person who looks at it. */
export type NextAction =
  /** It may go on now. */
  | { readonly kind: 'move'; readonly transition: AvailableTransition }
  /** Nothing but the decision is missing, and it can be asked for. */
  | { readonly kind: 'ask'; readonly transition: AvailableTransition }
  /** The person is on the panel and has not scored yet. */
  | { readonly kind: 'score'; readonly decision: DecisionView }
  /** The person has been asked to decide. */
  | { readonly kind: 'decide'; readonly decision: DecisionView }
  /** Somebody else has been asked to decide. */
  | { readonly kind: 'wait'; readonly decision: DecisionView }
  /** Something has to be done first. */
  | { readonly kind: 'fix'; readonly refusal: Refusal }
  /** It is for others to move it: their roles. */
  | { readonly kind: 'others'; readonly refusal: Refusal }
  | { readonly kind: 'none' };

/** Whether nobody has answered it yet: it stands on the first station, or left the path from there. */
export const isUnanswered = (idea: IdeaView): boolean => idea.path[0]?.state === 'now' || idea.path[0]?.state === 'left';

/** Whether the idea stands beside its path: parked, stopped, withdrawn, merged. */
export const isAside = (idea: IdeaView): boolean => !idea.path.some((it) => it.step === idea.step);

/** The transition along the path, or beside it the one back onto it; undefined at an end. */
export const forwardOf = (idea: IdeaView): AvailableTransition | undefined =>
  idea.availableTransitions.find((it) => it.direction === (isAside(idea) ? 'back' : 'forward'));

/** Whether the decision is all that stands in the way, and has not been asked for yet. */
export const mayAsk = (transition: AvailableTransition): boolean =>
  transition.decision !== null && transition.refusals.length === 1 && transition.refusals[0]?.code === 'decision-made';

/** Says what comes next. */
export const nextActionOf = (idea: IdeaView, decisions: readonly DecisionView[]): NextAction => {
  const forward = forwardOf(idea);
  if (!forward) return { kind: 'none' };
  const waiting = decisions.find((it) => it.state !== 'decided' && it.kind === forward.decision);
  if (waiting) {
    if (waiting.panelState === 'asked' && !waiting.overdue) return { kind: 'score', decision: waiting };
    return { kind: waiting.refusals.length === 0 ? 'decide' : 'wait', decision: waiting };
  }
  if (forward.refusals.length === 0) return { kind: 'move', transition: forward };
  const first = forward.refusals.find((it) => it.code !== 'decision-made' && it.code !== 'role-in' && it.link !== null);
  if (first && idea.mayEdit) return { kind: 'fix', refusal: first };
  const role = forward.refusals.find((it) => it.code === 'role-in');
  if (role) return { kind: 'others', refusal: role };
  return mayAsk(forward) ? { kind: 'ask', transition: forward } : { kind: 'none' };
};

/** The transitions that are offered in the menu: all but the one along the path. */
export const otherTransitions = (idea: IdeaView): readonly AvailableTransition[] =>
  idea.availableTransitions.filter((it) => it !== forwardOf(idea));
