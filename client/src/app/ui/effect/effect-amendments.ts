import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EffectAmendmentView, RolloutPromise } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { injectEffectWords } from './effect-words';

/** How the promise of a rollout was changed after it had begun: who, when and why, and what stood there before. */
@Component({
  selector: 'polku-effect-amendments',
  template: `
    @for (amendment of shown(); track amendment.number) {
      <div class="amendment">
        <p class="head">
          <strong>{{ t('effects.amendment', { number: amendment.number }) }}</strong> · {{ amendment.when }}
        </p>
        @for (change of amendment.changes; track change) {
          <p>{{ change }}</p>
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
    this.amendments().map(({ number, reason, at, by, before, after }, index) => {
      const date = this.moments.day(at);
      return {
        number,
        reason,
        when: by ? this.t('effects.by-at', { name: by.name, date }) : date,
        changes: this.changesOf(before, after, index),
      };
    }),
  );

  /** What stood there before, part by part. The effect that was expected at first stands beside what is expected now. */
  private changesOf(before: RolloutPromise, after: RolloutPromise, index: number): string[] {
    const effect = this.words.expected(before);
    return [
      ...(index > 0 && effect !== this.words.expected(after) ? [this.t('effects.before', { effect })] : []),
      ...(before.followUpOn && before.followUpOn !== after.followUpOn
        ? [this.t('effects.follow-up-before', { date: this.moments.day(before.followUpOn) })]
        : []),
      ...(before.receivingUnit && before.receivingUnit !== after.receivingUnit
        ? [this.t('effects.unit-before', { unit: before.receivingUnit })]
        : []),
    ];
  }
}
