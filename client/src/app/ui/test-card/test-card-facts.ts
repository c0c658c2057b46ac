import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { CardField, TestCardView } from '#contracts';
import { METRICS } from '#contracts/constants';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';
import { isContrast } from '../verdict/metric-numbers';
import { injectCardWords } from './card-words';

interface Fact {
  readonly name: string;
  readonly lead: string;
  readonly text: string;
  /** Whether people wrote it: their own sentence, which begins as it likes, stands below the lead. */
  readonly own: boolean;
}

/** A test card to read: the four sentences, then the bounds. */
@Component({
  selector: 'polku-test-card-facts',
  template: `
    <dl>
      @for (fact of facts(); track fact.name) {
        <div>
          <dt>{{ fact.name }}</dt>
          <dd [class.missing]="!fact.text">
            @if (fact.lead) {
              <span class="lead" [class.above]="fact.own">{{ fact.lead }} </span>
            }
            {{ fact.text || t('card.not-set') }}
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: 8px;
    }

    dl > div {
      display: grid;
      grid-template-columns: minmax(96px, 168px) minmax(0, 1fr);
      gap: 0 var(--s3);
    }

    dt {
      color: var(--ink-3);
      font: 400 14px/22px var(--font);
      overflow-wrap: anywhere;
    }

    dd {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    .lead {
      color: var(--ink-3);
    }

    .above {
      display: block;
    }

    .missing {
      color: var(--ink-3);
      font-style: italic;
    }

    @media (max-width: 479px) {
      dl > div {
        display: block;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TestCardFacts {
  protected readonly t = injectTranslate();
  private readonly moments = inject(Moments);
  private readonly words = injectCardWords();

  readonly card = input.required<TestCardView>();

  protected readonly facts = computed<readonly Fact[]>(() => {
    const card = this.card();
    const fact = (field: CardField, lead = ''): Fact => ({
      name: this.words.name(field),
      lead,
      text: this.words.value(field, card[field], card),
      own: lead !== '',
    });
    const needed = (field: CardField): Fact[] => (card[field] === null ? [] : [fact(field)]);
    return [
      fact('hypothesis', this.t('card.lead.hypothesis')),
      fact('method', this.t('card.lead.method')),
      fact('metric', this.t('card.lead.metric')),
      { name: this.words.name('threshold'), lead: this.t('card.lead.threshold'), text: this.words.goal(card), own: false },
      fact('kind'),
      ...needed('unit'),
      ...(METRICS[card.kind].comparison === 'none' || isContrast(card.kind) ? needed('baseline') : [fact('baseline')]),
      ...(card.completeCount ? [fact('completeCount')] : []),
      ...needed('sampleSize'),
      fact('group'),
      fact('place'),
      { name: this.t('card.period'), lead: '', text: this.period(), own: false },
      fact('costCap'),
      fact('responsible'),
      fact('risks'),
      fact('personalData'),
      ...(card.personalData === true ? [fact('legalBasis'), fact('dataProtectionContact')] : []),
      fact('participantInformation'),
    ];
  });

  private period(): string {
    const { startsOn, endsOn } = this.card();
    if (startsOn && endsOn) return this.t('card.period-text', { from: this.moments.day(startsOn), to: this.moments.day(endsOn) });
    return startsOn ? this.moments.day(startsOn) : endsOn ? this.moments.day(endsOn) : '';
  }
}
