import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { AmendmentView, TestCardView } from '#contracts';
import { METRIC_KINDS } from '#contracts/constants';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Tag } from '../../../ui/tag/tag';
import { injectCardWords } from '../../../ui/test-card/card-words';
import type { Meant } from '../../../ui/verdict/metric-numbers';

/** What was changed on a locked card: who, when, why, and each field as it was beside as it is. */
@Component({
  selector: 'polku-amendments-list',
  imports: [Tag],
  template: `
    @for (amendment of shown(); track amendment.number) {
      <article>
        <h3>
          {{ t('experiment.card.amendment', { number: amendment.number }) }}
          @if (amendment.afterData) {
            <polku-tag meaning="waiting">{{ t('verdict.amended') }}</polku-tag>
          }
        </h3>
        <p class="quiet small">{{ amendment.when }}</p>
        <p class="reason">{{ t('experiment.card.because', { reason: amendment.reason }) }}</p>
        <!-- The roles stay where a narrow screen turns the rows into blocks. -->
        <table role="table" [attr.aria-label]="t('experiment.card.amendment', { number: amendment.number })">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">{{ t('experiment.card.field') }}</th>
              <th role="columnheader" scope="col">{{ t('experiment.card.before') }}</th>
              <th role="columnheader" scope="col">{{ t('experiment.card.after') }}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            @for (change of amendment.changes; track change.name) {
              <tr role="row">
                <th role="rowheader" scope="row">{{ change.name }}</th>
                <td role="cell" [attr.data-name]="t('experiment.card.before')">{{ change.before || t('card.not-set') }}</td>
                <td role="cell" [attr.data-name]="t('experiment.card.after')">{{ change.after || t('card.not-set') }}</td>
              </tr>
            }
          </tbody>
        </table>
      </article>
    }
  `,
  styles: `
    article {
      margin-bottom: var(--s4);
      padding: var(--s3) var(--s4);
      border-left: 4px solid var(--waiting);
      background: var(--surface-2);
      border-radius: 0 var(--radius-s) var(--radius-s) 0;
    }

    .reason {
      margin: 4px 0 var(--s2);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    table {
      width: 100%;
      border-collapse: collapse;
      font: 400 14px/20px var(--font);
    }

    th,
    td {
      padding: 5px 12px 5px 0;
      text-align: start;
      vertical-align: top;
      border-top: 1px solid var(--line-2);
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    thead th {
      border-top: 0;
      color: var(--ink-3);
      font-weight: 400;
    }

    tbody th {
      font-weight: 600;
    }

    td {
      width: 36%;
    }

    @media (max-width: 559px) {
      table,
      tbody,
      tr,
      tbody th,
      td {
        display: block;
        width: auto;
      }

      thead {
        position: absolute;
        clip-path: inset(50%);
        width: 1px;
        height: 1px;
        overflow: hidden;
      }

      tbody th,
      td {
        border: 0;
        padding: 2px 0;
      }

      tbody tr {
        border-top: 1px solid var(--line-2);
        padding: 4px 0;
      }

      [data-name]::before {
        content: attr(data-name) ': ';
        color: var(--ink-3);
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AmendmentsList {
  private readonly moments = inject(Moments);
  private readonly words = injectCardWords();
  protected readonly t = injectTranslate();

  readonly amendments = input.required<readonly AmendmentView[]>();
  /** The card in force: what the numbers mean. */
  readonly card = input.required<TestCardView>();

  protected readonly shown = computed(() =>
    this.amendments().map((amendment) => {
      const { number, reason, afterData, at, by } = amendment;
      const date = this.moments.dayAndTime(at);
      return {
        number,
        reason,
        afterData,
        when: by ? this.t('experiment.card.by-at', { name: by.name, date }) : date,
        changes: amendment.fields.map(({ field, before, after }) => ({
          name: this.words.name(field),
          before: this.words.value(field, before, this.meant(amendment, 'before')),
          after: this.words.value(field, after, this.meant(amendment, 'after')),
        })),
      };
    }),
  );

  // Where an amendment changed the kind or the unit too, its numbers were meant so.
  private meant({ fields }: AmendmentView, when: 'before' | 'after'): Meant {
    const of = (name: 'kind' | 'unit'): unknown => fields.find(({ field }) => field === name)?.[when];
    const unit = of('unit');
    return {
      kind: METRIC_KINDS.find((kind) => kind === of('kind')) ?? this.card().kind,
      unit: typeof unit === 'string' ? unit : this.card().unit,
    };
  }
}
