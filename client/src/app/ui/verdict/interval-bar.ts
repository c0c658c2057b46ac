import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { VerdictView } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { injectPercent } from './percent';

/** The interval of a share as a bar, with the estimate and the threshold on the same line; its words are its label. */
@Component({
  selector: 'polku-interval-bar',
  template: `
    @if (drawn(); as it) {
      <div class="bar" role="img" [attr.aria-label]="label()">
        <span class="axis"></span>
        <span class="right" [style.left.%]="it.rightFrom" [style.width.%]="it.rightWidth"></span>
        <span class="interval" [class]="verdict().verdict" [style.left.%]="it.lower" [style.width.%]="it.width"></span>
        <span class="estimate" [class]="verdict().verdict" [style.left.%]="it.estimate"></span>
        <span class="threshold" [style.left.%]="it.threshold"></span>
      </div>
      <p class="ends" aria-hidden="true">
        <span>{{ percent(0) }}</span>
        <span class="mark" [style.left.%]="it.threshold" [class.far]="it.threshold > 70" [class.near]="it.threshold < 30">
          {{ t('experiments.chart-threshold') }} {{ percent(verdict().threshold ?? 0) }}
        </span>
        <span>{{ percent(1) }}</span>
      </p>
    }
  `,
  styleUrl: './interval-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IntervalBar {
  protected readonly t = injectTranslate();
  protected readonly percent = injectPercent();

  readonly verdict = input.required<VerdictView>();

  protected readonly drawn = computed(() => {
    const { lower, upper, estimate, threshold, direction } = this.verdict();
    if (lower === null || upper === null || estimate === null || threshold === null) return null;
    const at = threshold * 100;
    return {
      lower: lower * 100,
      width: Math.max((upper - lower) * 100, 0.6),
      estimate: estimate * 100,
      threshold: at,
      rightFrom: direction === 'at-least' ? at : 0,
      rightWidth: direction === 'at-least' ? 100 - at : at,
    };
  });
  protected readonly label = computed(() => {
    const { lower, upper, estimate, threshold } = this.verdict();
    return this.t('experiments.chart', {
      lower: this.percent(lower ?? 0),
      upper: this.percent(upper ?? 0),
      estimate: this.percent(estimate ?? 0),
      threshold: this.percent(threshold ?? 0),
    });
  });
}
