import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { VerdictView } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Tag, type Meaning } from '../tag/tag';
import { IntervalBar } from './interval-bar';
import { injectVerdictWords, meaningOfVerdict } from './verdict-words';

/** What the rule says of the measurements: a word, a sentence with the interval, its picture, and what would decide it. */
@Component({
  selector: 'polku-verdict-box',
  imports: [IntervalBar, Tag],
  template: `
    <p class="said">
      <polku-tag [meaning]="meaning()">{{ t('codes.verdict.' + verdict().verdict) }}</polku-tag>
      @if (verdict().amendedAfterData) {
        <polku-tag class="amended" meaning="waiting">{{ t('verdict.amended') }}</polku-tag>
      }
      <span class="sentence">{{ words.sentence(verdict()) }}</span>
    </p>
    @if (needs(); as text) {
      <p class="needs">{{ text }}</p>
    }
    @if (verdict().verdict !== 'no-data') {
      <polku-interval-bar [verdict]="verdict()" />
      @if (look() === 'whole') {
        <p class="quiet small">{{ words.rule(verdict()) }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }

    .said {
      display: flex;
      flex-wrap: wrap;
      gap: 6px 10px;
      align-items: baseline;
      margin-bottom: var(--s3);
    }

    .sentence {
      flex: 1 1 240px;
    }

    .needs {
      margin-bottom: var(--s3);
      font-weight: 600;
    }

    polku-tag {
      font: 650 15px/20px var(--font);
      padding: 3px 10px;
    }

    polku-tag::first-letter {
      text-transform: uppercase;
    }

    .quiet {
      margin-top: var(--s2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class VerdictBox {
  protected readonly t = injectTranslate();
  protected readonly words = injectVerdictWords();

  readonly verdict = input.required<VerdictView>();
  /** With the rule by which it was computed, or without where there is little room. */
  readonly look = input<'whole' | 'short'>('whole');

  protected readonly meaning = computed<Meaning>(() => meaningOfVerdict[this.verdict().verdict]);
  protected readonly needs = computed(() => this.words.needs(this.verdict()));
}
