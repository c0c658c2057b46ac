import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTranslate } from '../../../i18n/translate';

/** Two people wrote the same text: shows both side by side, and lets the person choose. */
@Component({
  selector: 'polku-text-conflict',
  imports: [MatButton],
  template: `
    <section class="conflict" role="alert">
      <h3>{{ t('idea.conflict-title') }}</h3>
      <p class="quiet small">{{ t('idea.conflict-text') }}</p>
      <div class="both">
        <div>
          <h4>{{ t('idea.conflict-yours') }}</h4>
          <p [attr.lang]="language()">{{ yours() || t('idea.conflict-empty') }}</p>
        </div>
        <div>
          <h4>{{ t('idea.conflict-theirs') }}</h4>
          <p [attr.lang]="language()">{{ theirs() || t('idea.conflict-empty') }}</p>
        </div>
      </div>
      <div class="actions">
        <button mat-stroked-button type="button" (click)="keep.emit()">{{ t('idea.keep-mine') }}</button>
        <button mat-button type="button" (click)="take.emit()">{{ t('idea.take-theirs') }}</button>
      </div>
    </section>
  `,
  styles: `
    .conflict {
      border-left: 4px solid var(--waiting);
      background: var(--waiting-soft);
      border-radius: 0 var(--radius-s) var(--radius-s) 0;
      padding: var(--s3) var(--s4);
    }

    .both {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 220px), 1fr));
      gap: var(--s3);
      margin: var(--s3) 0;
    }

    h4 {
      font: 600 var(--t-s) var(--font);
      color: var(--ink-2);
      margin-bottom: 2px;
    }

    .both p {
      background: var(--surface);
      border-radius: var(--radius-s);
      padding: 8px 10px;
      white-space: pre-line;
      overflow-wrap: anywhere;
    }

    .quiet {
      color: var(--ink-2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextConflict {
  protected readonly t = injectTranslate();
  readonly yours = input.required<string>();
  readonly theirs = input.required<string>();
  readonly language = input<string>();
  readonly keep = output();
  readonly take = output();
}
