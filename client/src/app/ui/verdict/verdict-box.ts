import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { VerdictView } from '#contracts';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Tag, type Meaning } from '../tag/tag';
import { IntervalBar } from './interval-bar';
import { injectPercent } from './percent';

const meanings = { met: 'met', 'not-met': 'lesson', inconclusive: 'unclear', 'no-data': 'unclear' } as const satisfies Record<
  string,
  Meaning
>;

/** What the rule says of the measurements: a word, the interval in a sentence, and its picture. */
@Component({
  selector: 'polku-verdict-box',
  imports: [IntervalBar, Tag],
  template: `
    <p class="said">
      <polku-tag [meaning]="meaning()">{{ t('codes.verdict.' + verdict().verdict) }}</polku-tag>
      <span>{{ sentence() }}</span>
    </p>
    @if (verdict().verdict !== 'no-data') {
      <polku-interval-bar [verdict]="verdict()" />
      <p class="quiet small">{{ t('experiments.rule', { confidence: verdict().confidence }) }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }

    .said {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 12px;
      align-items: baseline;
      margin-bottom: var(--s3);
    }

    .said > span {
      flex: 1 1 220px;
    }

    polku-tag {
      font: 650 15px/20px var(--font);
      padding: 3px 10px;
    }

    polku-tag::first-letter {
      text-transform: uppercase;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerdictBox {
  private readonly percent = injectPercent();
  private readonly languages = inject(Languages);
  protected readonly t = injectTranslate();

  readonly verdict = input.required<VerdictView>();

  protected readonly meaning = computed<Meaning>(() => meanings[this.verdict().verdict]);
  protected readonly sentence = computed(() => {
    const { verdict, direction, estimate, lower, upper, threshold, successes, total } = this.verdict();
    const key = verdict === 'met' || verdict === 'not-met' ? `experiments.says.${verdict}-${direction}` : `experiments.says.${verdict}`;
    const count = new Intl.NumberFormat(this.languages.locale());
    return this.t(key, {
      estimate: this.percent(estimate ?? 0),
      lower: this.percent(lower ?? 0),
      upper: this.percent(upper ?? 0),
      threshold: this.percent(threshold ?? 0),
      successes: count.format(successes),
      total: count.format(total),
    });
  });
}
