import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { mdiFileDelimitedOutline } from '@mdi/js';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Installation } from '../../session/installation';
import { FileButton } from '../../ui/file-button/file-button';
import { Icon } from '../../ui/icon/icon';

const megabyte = 1_000_000;

/** A CSV file, chosen or dropped. */
@Component({
  selector: 'polku-choose-file',
  imports: [FileButton, Icon],
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
      <polku-file-button
        control="import-file"
        described="import-file-hint"
        accept=".csv,.tsv,text/csv,text/tab-separated-values,text/plain"
        [look]="file() ? 'outlined' : 'filled'"
        [label]="t(file() ? 'import.choose-other' : 'import.choose')"
        (chosen)="chosen.emit($event)"
      />
    </div>
  `,
  styleUrl: './choose-file.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChooseFile {
  private readonly languages = inject(Languages);
  private readonly installation = inject(Installation);
  protected readonly t = injectTranslate();
  protected readonly icon = mdiFileDelimitedOutline;

  readonly file = input<File | null>(null);
  readonly tooLarge = input(false);
  readonly chosen = output<File>();

  protected readonly over = signal(false);
  protected readonly limits = computed(() => {
    const format = new Intl.NumberFormat(this.languages.locale());
    const { importBytes, importRows } = this.installation.limits();
    return { size: format.format(importBytes / megabyte), rows: format.format(importRows) };
  });

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const file = event.dataTransfer?.files[0];
    if (file) this.chosen.emit(file);
  }
}
