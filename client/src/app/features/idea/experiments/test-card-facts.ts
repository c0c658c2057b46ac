import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { mdiLockOutline } from '@mdi/js';
import type { ExperimentView } from '#contracts';
import { Languages } from '../../../i18n/languages';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Icon } from '../../../ui/icon/icon';
import { injectPercent } from './percent';

/** A test card to read: whether it is locked, the four sentences, and the bounds. */
@Component({
  selector: 'polku-test-card-facts',
  imports: [Icon],
  template: `
    @if (lock(); as words) {
      <p class="lock"><polku-icon [path]="icon" /> {{ words }}</p>
    }
    <dl>
      @for (fact of facts(); track fact.name) {
        <dt>{{ fact.name }}</dt>
        <dd [class.missing]="!fact.text">{{ fact.text || t('experiments.not-set') }}</dd>
      }
    </dl>
  `,
  styles: `
    .lock {
      display: flex;
      gap: 8px;
      align-items: center;
      margin-bottom: var(--s3);
      padding: 7px 11px;
      border-radius: 8px;
      background: var(--path-soft);
      color: var(--path-ink);
      font: 600 13.5px/18px var(--font);
    }

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
  private readonly languages = inject(Languages);
  private readonly percent = injectPercent();
  protected readonly t = injectTranslate();
  protected readonly icon = mdiLockOutline;

  readonly experiment = input.required<ExperimentView>();

  protected readonly lock = computed(() => {
    const { lockedAt, lockedBy } = this.experiment();
    if (!lockedAt) return '';
    const date = this.moments.day(lockedAt);
    return lockedBy ? this.t('experiments.locked-by', { date, name: lockedBy.name }) : this.t('experiments.locked', { date });
  });

  protected readonly facts = computed(() => {
    const { card } = this.experiment();
    return [
      { name: this.t('experiments.hypothesis'), text: card.hypothesis },
      { name: this.t('experiments.method'), text: card.method },
      { name: this.t('experiments.metric'), text: card.metric },
      { name: this.t('experiments.right-if'), text: this.goal() },
      { name: this.t('codes.card.group'), text: card.group },
      { name: this.t('codes.card.place'), text: card.place },
      { name: this.t('experiments.period'), text: this.period() },
      { name: this.t('experiments.cost-cap'), text: this.cost() },
      { name: this.t('experiments.responsible'), text: card.responsible.map(({ name }) => name).join(', ') },
      { name: this.t('experiments.risks'), text: card.risks },
      { name: this.t('experiments.personal-data'), text: this.personalData() },
      ...(card.personalData
        ? [
            { name: this.t('experiments.legal-basis'), text: card.legalBasis },
            { name: this.t('experiments.data-protection-contact'), text: card.dataProtectionContact },
          ]
        : []),
      { name: this.t('experiments.participant-information'), text: card.participantInformation },
    ];
  });

  private cost(): string {
    const { costCap } = this.experiment().card;
    if (!costCap) return '';
    const { amount, currency } = costCap;
    return new Intl.NumberFormat(this.languages.locale(), { style: 'currency', currency, maximumFractionDigits: 2 }).format(amount);
  }

  private personalData(): string {
    const { personalData } = this.experiment().card;
    return personalData === null ? '' : this.t(`experiments.personal-data-answers.${personalData ? 'yes' : 'no'}`);
  }

  private goal(): string {
    const { kind, unit, threshold, direction, confidence, baseline } = this.experiment().card;
    if (threshold === null) return '';
    if (kind !== 'proportion') {
      const number = new Intl.NumberFormat(this.languages.locale(), { maximumSignificantDigits: 6 }).format(threshold);
      const bar = [this.t(`codes.metric-kind.${kind}`), this.t(`experiments.directions.${direction}`), number, unit]
        .filter(Boolean)
        .join(' ');
      return `${bar}, ${this.t('experiments.with-confidence', { confidence })}`;
    }
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
    const { startsOn, endsOn } = this.experiment().card;
    if (!startsOn || !endsOn) return startsOn ? this.moments.day(startsOn) : endsOn ? this.moments.day(endsOn) : '';
    return this.t('experiments.period-text', { from: this.moments.day(startsOn), to: this.moments.day(endsOn) });
  }
}
