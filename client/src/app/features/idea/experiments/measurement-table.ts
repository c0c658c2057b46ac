import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MeasurementView, MetricKind } from '#contracts';
import { METRICS } from '#contracts/constants';
import { Languages } from '../../../i18n/languages';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { injectPercent } from './percent';

/** What was measured, day by day. */
@Component({
  selector: 'polku-measurement-table',
  template: `
    @if (rows().length > 0) {
      <!-- The roles stay where a narrow screen turns the rows into cards. -->
      <table role="table" [attr.aria-label]="t('experiments.measurements')">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">{{ t('experiments.measure-on') }}</th>
            <th role="columnheader" scope="col">{{ t('experiments.measure-group') }}</th>
            @for (name of names(); track name) {
              <th role="columnheader" scope="col" class="number">{{ t(name) }}</th>
            }
            <th role="columnheader" scope="col">{{ t('experiments.measure-note') }}</th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          @for (row of rows(); track row.id) {
            <tr role="row">
              <th role="rowheader" scope="row">{{ row.day }}</th>
              <td role="cell">{{ t('experiments.groups.' + row.group) }}</td>
              @for (name of names(); track name; let at = $index) {
                <td role="cell" class="number" [attr.data-name]="t(name)">{{ row.cells[at] }}</td>
              }
              <td role="cell" class="note">
                {{ row.note }}
                @if (row.by) {
                  <span class="quiet">{{ row.by }}</span>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    } @else {
      <p class="quiet">{{ t('experiments.no-measurements') }}</p>
    }
  `,
  styles: `
    table {
      width: 100%;
      border-collapse: separate;
      border-spacing: 0;
      border: 1px solid var(--line);
      border-radius: var(--radius-s);
      overflow: hidden;
      font: 400 14px/20px var(--font);
    }

    thead th {
      background: var(--surface-2);
      font-weight: 600;
    }

    th,
    td {
      padding: 6px 10px;
      text-align: start;
      vertical-align: top;
    }

    tbody th {
      font-weight: 500;
      white-space: nowrap;
    }

    tbody th,
    tbody td {
      border-top: 1px solid var(--line);
    }

    .number {
      text-align: end;
      font-variant-numeric: tabular-nums;
    }

    .note {
      min-width: 90px;
      overflow-wrap: anywhere;
    }

    @media (max-width: 559px) {
      table,
      tbody {
        display: block;
      }

      thead {
        position: absolute;
        clip-path: inset(50%);
        width: 1px;
        height: 1px;
        overflow: hidden;
      }

      thead tr {
        display: block;
      }

      tbody tr {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        padding: 8px 10px;
      }

      tbody tr + tr {
        border-top: 1px solid var(--line);
      }

      tbody th,
      tbody td {
        border: 0;
        padding: 0;
      }

      [data-name]::before {
        content: attr(data-name) ': ';
        color: var(--ink-3);
      }

      .note {
        flex-basis: 100%;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasurementTable {
  private readonly moments = inject(Moments);
  private readonly languages = inject(Languages);
  private readonly percent = injectPercent();
  protected readonly t = injectTranslate();

  readonly measurements = input.required<readonly MeasurementView[]>();
  readonly kind = input.required<MetricKind>();

  private readonly values = computed(() => METRICS[this.kind()].values);
  private readonly hasShare = computed(() => this.values().includes('total'));
  /** The keys of the columns' names. */
  protected readonly names = computed(() => [
    ...this.values().map((value) => (value === 'total' ? 'experiments.total' : `codes.name.${value}`)),
    ...(this.hasShare() ? ['experiments.share'] : []),
  ]);
  /** Those that count. */
  protected readonly rows = computed(() => {
    const count = new Intl.NumberFormat(this.languages.locale(), { maximumFractionDigits: 6 });
    const shown = (number: number | null): string => (number === null ? '' : count.format(number));
    return this.measurements()
      .filter(({ withdrawn }) => !withdrawn)
      .map((it) => ({
        id: it.id,
        group: it.group,
        note: it.note,
        day: this.moments.day(it.on),
        cells: [
          ...this.values().map((value) => shown(it[value])),
          ...(this.hasShare() ? [this.percent((it.successes ?? 0) / (it.total ?? 1))] : []),
        ],
        by: it.by?.name ?? '',
      }));
  });
}
