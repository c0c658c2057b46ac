import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { mdiFileDelimitedOutline } from '@mdi/js';
import { LIMITS } from '#contracts/constants';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Icon } from '../../ui/icon/icon';

const megabyte = 1_000_000;

/** A CSV file, chosen or dropped. */
@Component({
  selector: 'polku-choose-file',
  imports: [Icon],
  template: `
    <div
      class="zone"
      [class.over]="over()"
      [class.small]="file()"
      (dragover)="$event.preventDefault(); over.set(true)"
      (dragleave)="over.set(false)"
      (drop)="drop($event)"
    >
      <polku-icon [path]="icon" />
      <div class="words">
        <p>
          <b>{{ over() ? t('import.drop-now') : (file()?.name ?? t('import.drop')) }}</b>
        </p>
        <p class="quiet small" id="import-file-hint">{{ t('import.file-hint', limits()) }}</p>
        @if (tooLarge()) {
          <p class="wrong" role="alert">{{ t('import.too-large', limits()) }}</p>
        }
      </div>
      <label class="choose" for="import-file">{{ t(file() ? 'import.choose-other' : 'import.choose') }}</label>
      <input
        #chooser
        type="file"
        id="import-file"
        accept=".csv,.tsv,text/csv,text/tab-separated-values,text/plain"
        aria-describedby="import-file-hint"
        (change)="take(chooser.files); chooser.value = ''"
      />
    </div>
  `,
  styleUrl: './choose-file.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChooseFile {
  private readonly languages = inject(Languages);
  protected readonly t = injectTranslate();
  protected readonly icon = mdiFileDelimitedOutline;

  readonly file = input<File | null>(null);
  readonly tooLarge = input(false);
  readonly chosen = output<File>();

  protected readonly over = signal(false);
  protected readonly limits = computed(() => {
    const format = new Intl.NumberFormat(this.languages.locale());
    return { size: format.format(LIMITS.importFile / megabyte), rows: format.format(LIMITS.importRows) };
  });

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    this.take(event.dataTransfer?.files ?? null);
  }

  protected take(files: FileList | null): void {
    const file = files?.[0];
    if (file) this.chosen.emit(file);
  }
}
