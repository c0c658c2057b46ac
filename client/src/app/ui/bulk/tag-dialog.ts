import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { mdiClose } from '@mdi/js';
import type { IdeasChange } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { injectTranslate } from '../../i18n/translate';
import { Icon } from '../icon/icon';

/** How many ideas there are, and the tags that any of them has. */
export interface TagQuestion {
  readonly count: number;
  readonly tags: readonly string[];
}

/** Asks for a tag that the ideas get, or that is taken from them. */
@Component({
  selector: 'polku-tag-dialog',
  imports: [FormsModule, Icon, MatButton, MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ t('bulk.tags-of', { count: question.count }) }}</h2>
    <form (ngSubmit)="add()" novalidate>
      <mat-dialog-content>
        <div class="field">
          <label for="bulk-tag">{{ t('bulk.new-tag') }}</label>
          <input
            class="input"
            id="bulk-tag"
            name="tag"
            autocomplete="off"
            cdkFocusInitial
            [maxlength]="longest"
            [ngModel]="tag()"
            (ngModelChange)="tag.set($event)"
            [attr.aria-invalid]="missing() || null"
            [attr.aria-describedby]="missing() ? 'bulk-tag-missing' : null"
          />
          @if (missing()) {
            <span class="error" id="bulk-tag-missing">{{ t('bulk.tag-missing') }}</span>
          }
        </div>
        @if (question.tags.length > 0) {
          <p class="present" id="bulk-present">{{ t('bulk.present') }}</p>
          <ul aria-labelledby="bulk-present">
            @for (it of question.tags; track it) {
              <li>
                <button type="button" [attr.aria-label]="t('bulk.remove', { tag: it })" (click)="remove(it)">
                  {{ it }} <polku-icon [path]="icon" />
                </button>
              </li>
            }
          </ul>
        }
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button mat-button type="button" mat-dialog-close>{{ t('ui.cancel') }}</button>
        <button mat-flat-button type="submit">{{ t('bulk.add') }}</button>
      </mat-dialog-actions>
    </form>
  `,
  styles: `
    .present {
      margin: var(--s4) 0 var(--s2);
      font: 600 var(--t-s) var(--font);
    }

    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      list-style: none;
    }

    li button {
      display: inline-flex;
      gap: 6px;
      align-items: center;
      padding: 4px 8px 4px 11px;
      border: 1px solid var(--line-2);
      border-radius: 15px;
      background: var(--surface);
      color: var(--ink-2);
      font: 500 13px/18px var(--font);
      cursor: pointer;

      &:hover {
        border-color: var(--late);
        color: var(--late);
      }
    }

    polku-icon {
      width: 15px;
      height: 15px;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TagDialog {
  private readonly dialog = inject<MatDialogRef<TagDialog, IdeasChange>>(MatDialogRef);
  protected readonly question = inject<TagQuestion>(MAT_DIALOG_DATA);
  protected readonly t = injectTranslate();
  protected readonly longest = LIMITS.tag;
  protected readonly icon = mdiClose;
  protected readonly tag = signal('');
  protected readonly missing = signal(false);

  protected add(): void {
    const tag = this.tag().trim();
    this.missing.set(tag === '');
    if (this.missing()) document.getElementById('bulk-tag')?.focus();
    else this.dialog.close({ kind: 'tag', tag });
  }

  protected remove(tag: string): void {
    this.dialog.close({ kind: 'untag', tag });
  }
}
