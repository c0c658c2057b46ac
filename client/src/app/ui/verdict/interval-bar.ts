import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { VerdictView } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { intervalScale } from './interval-scale';
import { injectMetricNumbers } from './metric-numbers';

/** Estimate, interval and threshold on one line; the side on which one is right is hatched. Its words are its label. */
@Component({
  selector: 'polku-interval-bar',
  template: `
    @if (drawn(); as it) {
      <div class="bar" role="img" [attr.aria-label]="label()">
        <span class="axis"></span>
        <span class="right" [style.left.%]="it.rightFrom" [style.width.%]="it.rightWidth"></span>
        @if (it.width > 0) {
          <span class="interval" [class]="verdict().verdict" [style.left.%]="it.lower" [style.width.%]="it.width"></span>
        }
        <span class="estimate" [class]="verdict().verdict" [style.left.%]="it.estimate"></span>
        <span class="threshold" [style.left.%]="it.threshold"></span>
      </div>
      <p class="mark" aria-hidden="true" [class.far]="it.threshold > 60" [class.near]="it.threshold < 40">
        <span [style.left.%]="it.threshold">{{ t('verdict.threshold', { value: threshold() }) }}</span>
      </p>
      <p class="ends" aria-hidden="true">
        <span>{{ numbers.value(verdict(), it.least) }}</span>
        <span>{{ numbers.value(verdict(), it.most) }}</span>
      </p>
    }
  `,
  styleUrl: './interval-bar.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IntervalBar {
  protected readonly t = injectTranslate();
  protected readonly numbers = injectMetricNumbers();

  readonly verdict = input.required<VerdictView>();

  protected readonly drawn = computed(() => intervalScale(this.verdict()));
  protected readonly threshold = computed(() => this.numbers.value(this.verdict(), this.verdict().threshold ?? 0));
  protected readonly label = computed(() => {
    const verdict = this.verdict();
    const { lower, upper, estimate, unbounded } = verdict;
    const said = { estimate: this.numbers.value(verdict, estimate ?? 0), threshold: this.threshold() };
    if (lower === null) return this.t('verdict.picture-point', said);
    const from = this.numbers.value(verdict, lower);
    return unbounded
      ? this.t('verdict.picture-open', { ...said, lower: from })
      : this.t('verdict.picture', { ...said, lower: from, upper: this.numbers.value(verdict, upper ?? 0) });
  });
}
