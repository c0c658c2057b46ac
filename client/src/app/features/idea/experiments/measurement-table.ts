import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { MeasurementView } from '#contracts';
import { Languages } from '../../../i18n/languages';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { injectPercent } from './percent';

/** What was measured, day by day. */
@Component({
  selector: 'polku-measurement-table',
  template: `
    @if (rows().length > 0) {
      <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t('experiments.measurements')">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ t('experiments.measure-on') }}</th>
              <th scope="col">{{ t('experiments.measure-group') }}</th>
              <th scope="col" class="number">{{ t('experiments.successes') }}</th>
              <th scope="col" class="number">{{ t('experiments.total') }}</th>
              <th scope="col" class="number">{{ t('experiments.share') }}</th>
              <th scope="col">{{ t('experiments.measure-note') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.id) {
              <tr>
                <th scope="row">{{ row.day }}</th>
                <td>{{ t('experiments.groups.' + row.group) }}</td>
                <td class="number">{{ row.successes }}</td>
                <td class="number">{{ row.total }}</td>
                <td class="number">{{ row.share }}</td>
                <td class="note">
                  {{ row.note }}
                  @if (row.by) {
                    <span class="quiet">{{ row.by }}</span>
                  }
                </td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <p class="quiet">{{ t('experiments.no-measurements') }}</p>
    }
  `,
  styles: `
    .scroll {
      overflow-x: auto;
      border: 1px solid var(--line);
      border-radius: var(--radius-s);
    }

    table {
      width: 100%;
      border-collapse: collapse;
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

    tbody tr {
      border-top: 1px solid var(--line);
    }

    .number {
      text-align: end;
      font-variant-numeric: tabular-nums;
    }

    .note {
      min-width: 90px;
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

  protected readonly rows = computed(() => {
    const count = new Intl.NumberFormat(this.languages.locale());
    return this.measurements().map(({ id, on, group, successes, total, note, by }) => ({
      id,
      group,
      note,
      day: this.moments.day(on),
      successes: count.format(successes),
      total: count.format(total),
      share: this.percent(successes / total),
      by: by?.name ?? '',
    }));
  });
}
