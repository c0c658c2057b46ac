import { inject } from '@angular/core';
import type { DecisionView } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import type { Meaning } from '../tag/tag';

/** A word with its colour. */
export interface Mark {
  readonly text: string;
  readonly meaning: Meaning;
}

const meanings = { yes: 'met', adapt: 'unclear', stop: 'lesson' } as const satisfies Record<string, Meaning>;

/** Says where a decision stands, in words of the chosen language. */
export interface DecisionWords {
  /** Until when it waits, or how it ended; and whether that went against the verdict. */
  readonly marks: (decision: DecisionView) => readonly Mark[];
  /** Who decides or has decided, in whose place. */
  readonly decider: (decision: DecisionView) => string;
  /** How far the panel is; empty without one. */
  readonly panel: (decision: DecisionView) => string;
}

/** Gives the words for decisions; call it where a component is made. */
export const injectDecisionWords = (): DecisionWords => {
  const t = injectTranslate();
  const moments = inject(Moments);

  const standing = ({ outcome, state, deadline, overdue }: DecisionView): Mark | null => {
    if (outcome) return { text: t(`codes.outcome.${outcome}`), meaning: meanings[outcome] };
    if (state === 'decided') return null;
    const date = moments.day(deadline);
    return overdue
      ? { text: t('decisions.overdue', { date }), meaning: 'late' }
      : { text: t('decisions.by', { date }), meaning: 'waiting' };
  };

  return {
    marks: (decision) => {
      const mark = standing(decision);
      return [...(mark ? [mark] : []), ...(decision.againstVerdict ? [{ text: t('decisions.against'), meaning: 'unclear' as const }] : [])];
    },
    decider: ({ decider, decidedBy, state, actingFor, away }) => {
      if (state === 'decided') {
        if (!decidedBy) return '';
        if (decider && decider.id !== decidedBy.id) return t('decisions.decided-for', { name: decidedBy.name, absent: decider.name });
        return t('decisions.decided-by', { name: decidedBy.name });
      }
      if (actingFor) return t('decisions.acting-for', { name: actingFor.name });
      if (!decider) return t('decisions.decider-none');
      if (!away) return t('decisions.decider', { name: decider.name });
      const until = moments.day(away.until);
      return away.delegate
        ? t('decisions.decider-away', { name: decider.name, until, delegate: away.delegate.name })
        : t('decisions.decider-gone', { name: decider.name, until });
    },
    panel: ({ panelSize, scored }) => (panelSize === 0 ? '' : t('decisions.panel', { scored, size: panelSize })),
  };
};
