import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { TestCardView } from '#contracts';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { injectPercent } from '../verdict/percent';

/** A test card to read: the four sentences, then the bounds. */
@Component({
  selector: 'polku-test-card-facts',
  template: `
    <dl>
      @for (fact of facts(); track fact.name) {
        <dt>{{ fact.name }}</dt>
        <dd [class.missing]="!fact.text">{{ fact.text || t('experiments.not-set') }}</dd>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: minmax(96px, 168px) minmax(0, 1fr);
      gap: 7px var(--s3);
    }

    dt {
      color: var(--ink-3);
      font: 400 14px/22px var(--font);
    }

    dd {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    .missing {
      color: var(--ink-3);
      font-style: italic;
    }

    @media (max-width: 479px) {
      dl {
        display: block;
      }

      dd {
        margin-bottom: 7px;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TestCardFacts {
  private readonly moments = inject(Moments);
  private readonly percent = injectPercent();
  protected readonly t = injectTranslate();

  readonly card = input.required<TestCardView>();

  protected readonly facts = computed(() => {
    const card = this.card();
    return [
      { name: this.t('experiments.hypothesis'), text: card.hypothesis },
      { name: this.t('experiments.method'), text: card.method },
      { name: this.t('experiments.metric'), text: card.metric },
      { name: this.t('experiments.right-if'), text: this.goal() },
      { name: this.t('codes.name.group'), text: card.group },
      { name: this.t('codes.name.place'), text: card.place },
      { name: this.t('experiments.period'), text: this.period() },
    ];
  });

  private goal(): string {
    const { threshold, direction, confidence, baseline } = this.card();
    if (threshold === null) return '';
    const key = direction === 'at-least' ? 'experiments.right-if-at-least' : 'experiments.right-if-at-most';
    return [
      this.t(key, { threshold: this.percent(threshold) }),
      this.t('experiments.with-confidence', { confidence }),
      baseline === null ? '' : this.t('experiments.baseline-short', { value: this.percent(baseline) }),
    ]
      .filter(Boolean)
      .join(', ');
  }

  private period(): string {
    const { startsOn, endsOn } = this.card();
    if (!startsOn || !endsOn) return startsOn ? this.moments.day(startsOn) : endsOn ? this.moments.day(endsOn) : '';
    return this.t('experiments.period-text', { from: this.moments.day(startsOn), to: this.moments.day(endsOn) });
  }
}
