import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { EffectSummary as Counts } from '#contracts';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';

const shown = ['total', 'inUse', 'followedUp', 'reached', 'reachedLate', 'missed', 'overdue'] as const satisfies readonly (keyof Counts)[];

/** The rollouts in numbers, each with its word. */
@Component({
  selector: 'polku-effect-summary',
  template: `
    <dl [attr.aria-label]="t('effects.summary.label')">
      @for (number of numbers(); track number.name) {
        <div [class]="number.name" [class.some]="number.count > 0">
          <dt>{{ number.words }}</dt>
          <dd>{{ number.text }}</dd>
        </div>
      }
    </dl>
  `,
  styleUrl: './effect-summary.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EffectSummary {
  private readonly languages = inject(Languages);
  protected readonly t = injectTranslate();

  readonly summary = input.required<Counts>();

  protected readonly numbers = computed(() => {
    const format = new Intl.NumberFormat(this.languages.locale());
    return shown.map((name) => {
      const count = this.summary()[name];
      return { name, count, text: format.format(count), words: this.t(`effects.summary.${name}`, { count }) };
    });
  });
}
