import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { VerdictView } from '#contracts';
import { Languages } from '../../../i18n/languages';
import { injectTranslate } from '../../../i18n/translate';
import { Tag, type Meaning } from '../../../ui/tag/tag';
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
    <h4>{{ t('experiments.verdict') }}</h4>
    <p class="said">
      <polku-tag [meaning]="meaning()">{{ t('codes.verdict.' + verdict().verdict) }}</polku-tag>
      <span>{{ sentence() }}</span>
    </p>
    @if (verdict().verdict !== 'no-data') {
      @if (verdict().kind === 'proportion') {
        <polku-interval-bar [verdict]="verdict()" />
      }
      <p class="quiet small">{{ rule() }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: var(--s4);
      padding-top: var(--s4);
      border-top: 1px solid var(--line);
    }

    h4 {
      font: 600 14.5px/20px var(--font);
      margin: 0 0 6px;
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
  protected readonly rule = computed(() => {
    const { method, confidence, lower } = this.verdict();
    const words = this.t(`codes.verdict-method.${method}`);
    const capital = words.charAt(0).toLocaleUpperCase() + words.slice(1);
    return lower === null ? capital : `${capital}, ${this.t('experiments.with-confidence', { confidence })}`;
  });
  protected readonly sentence = computed(() => {
    const { verdict, direction, estimate, lower, upper, threshold, groups } = this.verdict();
    if (verdict === 'no-data') return this.t('experiments.says.no-data');
    const { successes, total } = groups.test ?? { successes: null, total: null };
    const isShare = this.verdict().kind === 'proportion' && lower !== null && successes !== null && total !== null;
    const number = isShare ? this.percent : this.number();
    const shown = (value: number | null): string => (value === null ? '–' : number(value));
    const said = { estimate: shown(estimate), lower: shown(lower), upper: shown(upper), threshold: shown(threshold) };
    if (!isShare) return this.t('experiments.chart', said);
    const key = verdict === 'inconclusive' ? `experiments.says.${verdict}` : `experiments.says.${verdict}-${direction}`;
    const count = this.number();
    return this.t(key, { ...said, successes: count(successes), total: count(total) });
  });
  private readonly number = computed(() => {
    const format = new Intl.NumberFormat(this.languages.locale(), { maximumSignificantDigits: 4 });
    const whole = new Intl.NumberFormat(this.languages.locale());
    return (value: number): string => (Number.isInteger(value) ? whole : format).format(value);
  });
}
