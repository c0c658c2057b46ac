import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { injectTranslate } from '../../i18n/translate';

/** The first rows of a file, as it holds them. */
@Component({
  selector: 'polku-file-sample',
  template: `
    <div class="scroll" tabindex="0" role="region" aria-labelledby="file-sample">
      <table aria-labelledby="file-sample">
        <caption id="file-sample">
          {{
            t('import.sample')
          }}
        </caption>
        <thead>
          <tr>
            @for (column of columns(); track $index) {
              <th scope="col">{{ column }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (cells of rows(); track $index) {
            <tr>
              @for (cell of cells; track $index) {
                <td>
                  <span class="cell">{{ cell }}</span>
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    .scroll {
      overflow-x: auto;
      border: 1px solid var(--line);
      border-radius: var(--radius-s);
      margin: var(--s3) 0 0;
    }

    table {
      border-collapse: collapse;
      min-width: 100%;
      font: 400 13px/18px var(--font);
    }

    caption {
      text-align: start;
      padding: 7px 10px;
      font: 600 13px/18px var(--font);
      color: var(--ink-2);
    }

    th {
      background: var(--surface-2);
      text-align: start;
      font-weight: 600;
      white-space: nowrap;
    }

    th,
    td {
      padding: 5px 10px;
      vertical-align: top;
      border-top: 1px solid var(--line);
    }

    .cell {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
      max-width: 26ch;
      width: max-content;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileSample {
  protected readonly t = injectTranslate();
  readonly columns = input.required<readonly string[]>();
  readonly rows = input.required<readonly (readonly string[])[]>();
}
