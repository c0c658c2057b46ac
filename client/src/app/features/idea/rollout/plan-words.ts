import { inject } from '@angular/core';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { injectEffectWords } from '../../../ui/effect/effect-words';
import type { Plan, PlanPart } from './rollout-plan';

/** Says parts of a plan, a line each. */
export type PlanWords = (parts: readonly PlanPart[], plan: Plan, owner: { readonly name: string } | null) => string;

/** Gives the words in which two plans are compared. */
export const injectPlanWords = (): PlanWords => {
  const t = injectTranslate();
  const moments = inject(Moments);
  const effects = injectEffectWords();
  return (parts, plan, owner) => {
    const says = (part: PlanPart): string | null => {
      switch (part) {
        case 'unit':
          return plan.unit ?? null;
        case 'owner':
          return owner?.name ?? null;
        case 'expectedEffect':
          return plan.expectedEffect ? effects.expected(plan.expectedEffect) : null;
        case 'followUpOn':
          return plan.followUpOn ? moments.day(plan.followUpOn) : null;
        case 'milestones':
          return plan.milestones.map((it) => it.title).join(', ') || null;
      }
    };
    return parts.map((part) => `${t(`codes.name.${part}`)}: ${says(part) ?? t('rollout.not-set')}`).join('\n');
  };
};
