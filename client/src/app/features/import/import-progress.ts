import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ImportView } from '#contracts';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';

/** Whether the server gave the import up, through no fault of the file. */
export const isGivenUp = ({ errors }: Pick<ImportView, 'errors'>): boolean => errors.some(({ code }) => code === 'given-up');

/** How far an import is, and what came of it. */
@Component({
  selector: 'polku-import-progress',
  template: `
    @switch (view().state) {
      @case ('done') {
        <div role="status">
          <h2>{{ t('import.done') }}</h2>
          <p>{{ t('import.done-text', { created: view().created, updated: view().updated }) }}</p>
        </div>
      }
      @case ('failed') {
        <div role="alert">
          <h2>{{ t('import.failed-title') }}</h2>
          <p>{{ isGivenUp() ? t('import.given-up-text', counts()) : t('import.failed-text') }}</p>
        </div>
      }
      @default {
        <h2 id="import-running">{{ t('import.running', { file: view().fileName }) }}</h2>
        <div
          class="bar"
          role="progressbar"
          aria-labelledby="import-running"
          aria-valuemin="0"
          [attr.aria-valuemax]="view().total || null"
          [attr.aria-valuenow]="view().processed"
          [attr.aria-valuetext]="words()"
        >
          <span [style.width.%]="percent()"></span>
        </div>
        <p class="numbers">{{ words() }}</p>
        @if (outOfReach()) {
          <p class="wait" role="status">{{ t('import.connection-lost') }}</p>
        } @else {
          <p class="quiet small">{{ t('import.leave') }}</p>
        }
      }
    }
  `,
  styles: `
    h2 {
      overflow-wrap: anywhere;
    }

    .bar {
      height: 10px;
      border-radius: 5px;
      background: var(--surface-2);
      border: 1px solid var(--line-2);
      overflow: hidden;
      margin: var(--s3) 0 var(--s2);
    }

    .bar span {
      display: block;
      height: 100%;
      background: var(--path);
      transition: width 0.4s;
    }

    .numbers {
      font-variant-numeric: tabular-nums;
      font-weight: 500;
    }

    .wait {
      color: var(--waiting);
      font-weight: 500;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportProgress {
  private readonly languages = inject(Languages);
  protected readonly t = injectTranslate();
  readonly view = input.required<ImportView>();
  readonly outOfReach = input(false);

  protected readonly percent = computed(() => {
    const { processed, total } = this.view();
    return total > 0 ? Math.min((100 * processed) / total, 100) : 0;
  });
  protected readonly words = computed(() => {
    const { state, total } = this.view();
    if (state === 'queued' || total === 0) return this.t('import.queued');
    return this.t('import.progress', this.counts());
  });
  protected readonly isGivenUp = computed(() => isGivenUp(this.view()));
  protected readonly counts = computed(() => {
    const format = new Intl.NumberFormat(this.languages.locale());
    const { processed, total } = this.view();
    return { processed: format.format(processed), total: format.format(total) };
  });
}
