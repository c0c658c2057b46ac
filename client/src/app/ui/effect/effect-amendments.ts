import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EffectAmendmentView } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { injectEffectWords } from './effect-words';

/** How the expected effect was changed after the rollout had begun: who, when and why, and what was expected between two changes. */
@Component({
  selector: 'polku-effect-amendments',
  template: `
    @for (amendment of shown(); track amendment.number) {
      <div class="amendment">
        <p class="head">
          <strong>{{ t('effects.amendment', { number: amendment.number }) }}</strong> · {{ amendment.when }}
        </p>
        @if (amendment.before) {
          <p>{{ t('effects.before', { effect: amendment.before }) }}</p>
        }
        <p class="reason">{{ t('effects.because', { reason: amendment.reason }) }}</p>
      </div>
    }
  `,
  styles: `
    .amendment {
      margin-top: var(--s2);
      padding-left: var(--s3);
      border-left: 3px solid var(--waiting);
      font: 400 14px/20px var(--font);
      overflow-wrap: anywhere;
    }

    .head {
      color: var(--ink-2);
    }

    .reason {
      white-space: pre-line;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EffectAmendments {
  private readonly moments = inject(Moments);
  private readonly words = injectEffectWords();
  protected readonly t = injectTranslate();

  readonly amendments = input.required<readonly EffectAmendmentView[]>();

  protected readonly shown = computed(() =>
    this.amendments().map(({ number, reason, at, by, before }, index) => {
      const date = this.moments.day(at);
      return {
        number,
        reason,
        when: by ? this.t('effects.by-at', { name: by.name, date }) : date,
        // What was expected at first stands beside what is expected now.
        before: index === 0 ? null : this.words.expected(before),
      };
    }),
  );
}
