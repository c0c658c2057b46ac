import type { AvailableTransition, DecisionKind, IdeaCard } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { injectRefusalWords } from '../../ui/refusals/refusal-words';

/** What dropping a card on a step would do. */
export type Drop =
  | { readonly kind: 'stay' }
  | { readonly kind: 'open' | 'asks' | 'refused'; readonly transition: AvailableTransition }
  | { readonly kind: 'ask-decision'; readonly transition: AvailableTransition; readonly decision: DecisionKind }
  | { readonly kind: 'none' };

/** Judges a drop by what the card itself says is possible: no rule is written here. */
export const dropOf = (card: IdeaCard, step: string): Drop => {
  if (card.step === step) return { kind: 'stay' };
  const transition = card.availableTransitions.find((it) => it.to === step);
  if (!transition) return { kind: 'none' };
  const [first, ...others] = transition.refusals;
  if (!first) return { kind: transition.asks.length > 0 ? 'asks' : 'open', transition };
  const { decision } = transition;
  const onlyDecision = first.code === 'decision-made' && others.length === 0;
  if (decision && onlyDecision && first.params['state'] !== 'requested') return { kind: 'ask-decision', transition, decision };
  return { kind: 'refused', transition };
};

/** Whether a drop does something. */
export const isPossible = (drop: Drop): boolean => drop.kind !== 'refused' && drop.kind !== 'none';

/** Says in one sentence what a drop would do, or why not. Staying needs no words: empty. */
export const injectDropWords = (): ((drop: Drop) => string) => {
  const t = injectTranslate();
  const refusalWords = injectRefusalWords();
  return (drop) => {
    switch (drop.kind) {
      case 'stay':
        return '';
      case 'open':
        return t('board.drop.open');
      case 'asks':
        return t('board.drop.asks', { what: drop.transition.asks.map((ask) => t(`board.asks.${ask}`)).join(', ') });
      case 'ask-decision':
        return t('board.drop.ask-decision', { decision: t(`codes.decision.${drop.decision}`) });
      case 'refused':
        return t('board.drop.refused', { why: drop.transition.refusals.map(refusalWords).join(' · ') });
      case 'none':
        return t('board.drop.none');
    }
  };
};
