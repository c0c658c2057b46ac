import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { IMPORT_TARGETS } from '#contracts/constants';
import { injectTranslate } from '../../i18n/translate';
import type { ImportFault } from './import-run';

/** What is wrong with a file, by row and column. */
@Component({
  selector: 'polku-import-faults',
  template: `
    <div role="alert">
      <h2>{{ t('import.errors-title', { count: count() }) }}</h2>
    </div>
    <div class="scroll" tabindex="0" role="region" [attr.aria-label]="t('import.errors-title', { count: count() })">
      <table>
        <thead>
          <tr>
            <th scope="col" class="row">{{ t('import.row') }}</th>
            <th scope="col">{{ t('import.column') }}</th>
            <th scope="col">{{ t('import.what') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (fault of faults(); track $index) {
            <tr>
              <td class="row">{{ fault.row ?? '–' }}</td>
              <td>{{ columnOf(fault) }}</td>
              <td>{{ t('codes.field.' + fault.code) }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
    @if (more() > 0) {
      <p class="quiet small">{{ t('import.errors-more', { count: more() }) }}</p>
    }
  `,
  styles: `
    .scroll {
      overflow: auto;
      max-height: 380px;
      border: 1px solid var(--line);
      border-radius: var(--radius-s);
      margin: var(--s2) 0;
    }

    table {
      width: 100%;
      border-collapse: collapse;
      font: 400 14px/20px var(--font);
    }

    th {
      position: sticky;
      top: 0;
      background: var(--surface-2);
      text-align: start;
      font-weight: 600;
    }

    th,
    td {
      padding: 7px 10px;
      vertical-align: top;
      overflow-wrap: anywhere;
    }

    td {
      border-top: 1px solid var(--line);
    }

    .row {
      text-align: end;
      font-variant-numeric: tabular-nums;
      white-space: nowrap;
      overflow-wrap: normal;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportFaults {
  protected readonly t = injectTranslate();
  readonly faults = input.required<readonly ImportFault[]>();
  /** How many there are in all. */
  readonly count = input.required<number>();

  protected readonly more = computed(() => this.count() - this.faults().length);

  // A column is named as the file names it; where the server names one of our fields, in words.
  protected columnOf({ row, column }: ImportFault): string {
    if (column === null) return row === null ? this.t('import.whole-file') : '–';
    const name = column.replace(/^mapping\./, '');
    return IMPORT_TARGETS.some((it) => it === name) && name !== column ? this.t(`codes.name.${name}`) : column;
  }
}
