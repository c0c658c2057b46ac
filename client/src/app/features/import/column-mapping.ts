import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { ImportMapping, ImportTarget } from '#contracts';
import { IMPORT_TARGETS } from '#contracts/constants';
import { injectTranslate } from '../../i18n/translate';
import { FileSample } from './file-sample';

const needed: readonly ImportTarget[] = ['title', 'need'];
const explained: readonly ImportTarget[] = ['externalId', 'submitterEmail'];

/** Which column of the file fills which field, and the step on which new ideas start. */
@Component({
  selector: 'polku-column-mapping',
  imports: [FileSample],
  template: `
    <section class="box" aria-labelledby="mapping-title">
      <h2 id="mapping-title">{{ t('import.mapping-title') }}</h2>
      <p class="quiet small">{{ t('import.mapping-hint') }}</p>
      @if (sample().length > 0) {
        <polku-file-sample [columns]="columns()" [rows]="sample()" />
      }
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
              [attr.aria-invalid]="isMissing(target) ? 'true' : null"
              [attr.aria-describedby]="describedBy(target)"
              (change)="map.emit({ target, column: chosen.value })"
            >
              <option value="" [selected]="!mapping()[target]">{{ t('import.no-column') }}</option>
              @for (column of columns(); track $index) {
                <option [value]="column" [selected]="mapping()[target] === column">{{ column }}</option>
              }
            </select>
            @if (isMissing(target)) {
              <span class="error" [id]="'map-error-' + target">{{ t('import.choose-column') }}</span>
            }
            @if (examples()[target]; as text) {
              <span class="hint example" [id]="'map-example-' + target">{{ t('import.example', { text }) }}</span>
            }
            @if (target === 'need' && isSame()) {
              <span class="hint" id="map-same">{{ t('import.same-column') }}</span>
            }
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

    .example {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
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
  /** The first rows of the file, cell by cell in the order of the columns. */
  readonly sample = input<readonly (readonly string[])[]>([]);
  readonly steps = input.required<readonly { readonly step: string; readonly name: string }[]>();
  readonly step = input.required<string>();
  readonly map = output<{ readonly target: ImportTarget; readonly column: string }>();
  readonly placeOn = output<string>();

  /** What the chosen columns hold, by the first row that says something. */
  protected readonly examples = computed<Partial<Record<ImportTarget, string>>>(() =>
    Object.fromEntries(
      IMPORT_TARGETS.map((target) => {
        const at = this.columns().indexOf(this.mapping()[target] ?? '');
        return [target, this.sample().find((cells) => cells[at])?.[at] ?? ''];
      }),
    ),
  );
  protected readonly isSame = computed(() => this.mapping().title !== undefined && this.mapping().title === this.mapping().need);

  protected isMissing(target: ImportTarget): boolean {
    return this.isNeeded(target) && !this.mapping()[target];
  }

  protected describedBy(target: ImportTarget): string | null {
    const ids = [
      this.isMissing(target) && `map-error-${target}`,
      this.examples()[target] && `map-example-${target}`,
      target === 'need' && this.isSame() && 'map-same',
      this.isExplained(target) && `map-hint-${target}`,
    ];
    return ids.filter(Boolean).join(' ') || null;
  }

  protected isNeeded(target: ImportTarget): boolean {
    return needed.includes(target);
  }

  protected isExplained(target: ImportTarget): boolean {
    return explained.includes(target);
  }
}
