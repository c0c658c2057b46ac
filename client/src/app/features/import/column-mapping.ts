import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { ImportMapping, ImportTarget } from '#contracts';
import { IMPORT_TARGETS } from '#contracts/constants';
import { injectTranslate } from '../../i18n/translate';

const needed: readonly ImportTarget[] = ['title', 'need'];
const explained: readonly ImportTarget[] = ['externalId', 'submitterEmail'];

/** Which column of the file fills which field, and the step on which new ideas start. */
@Component({
  selector: 'polku-column-mapping',
  template: `
    <section class="box" aria-labelledby="mapping-title">
      <h2 id="mapping-title">{{ t('import.mapping-title') }}</h2>
      <p class="quiet small">{{ t('import.mapping-hint') }}</p>
      <div class="grid">
        @for (target of targets; track target) {
          <div class="field">
            <label [attr.for]="'map-' + target">
              {{ t('codes.name.' + target) }}
              @if (isNeeded(target)) {
                <span class="needed">{{ t('import.needed') }}</span>
              }
            </label>
            <select
              #chosen
              class="input"
              [id]="'map-' + target"
              [attr.aria-describedby]="isExplained(target) ? 'map-hint-' + target : null"
              (change)="map.emit({ target, column: chosen.value })"
            >
              <option value="" [selected]="!mapping()[target]">{{ t('import.no-column') }}</option>
              @for (column of columns(); track $index) {
                <option [value]="column" [selected]="mapping()[target] === column">{{ column }}</option>
              }
            </select>
            @if (isExplained(target)) {
              <span class="hint" [id]="'map-hint-' + target">{{ t('import.help.' + target) }}</span>
            }
          </div>
        }
        <div class="field">
          <label for="import-step">{{ t('import.step-for-new') }}</label>
          <select #place class="input" id="import-step" aria-describedby="import-step-hint" (change)="placeOn.emit(place.value)">
            @for (each of steps(); track each.step) {
              <option [value]="each.step" [selected]="each.step === step()">{{ each.name }}</option>
            }
          </select>
          <span class="hint" id="import-step-hint">{{ t('import.step-for-new-hint') }}</span>
        </div>
      </div>
    </section>
  `,
  styles: `
    .box {
      margin-top: var(--s4);
    }

    .grid {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
      gap: 0 var(--s5);
      margin-top: var(--s4);
    }

    .hint {
      margin: 4px 0 0;
    }

    .needed {
      font-weight: 400;
      color: var(--waiting);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColumnMapping {
  protected readonly t = injectTranslate();
  protected readonly targets = IMPORT_TARGETS;

  readonly columns = input.required<readonly string[]>();
  readonly mapping = input.required<ImportMapping>();
  readonly steps = input.required<readonly { readonly step: string; readonly name: string }[]>();
  readonly step = input.required<string>();
  readonly map = output<{ readonly target: ImportTarget; readonly column: string }>();
  readonly placeOn = output<string>();

  protected isNeeded(target: ImportTarget): boolean {
    return needed.includes(target);
  }

  protected isExplained(target: ImportTarget): boolean {
    return explained.includes(target);
  }
}
