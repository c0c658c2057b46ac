import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { ProblemCode, Refusal } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Refusals } from '../refusals/refusals';

/** How many were changed, and why the others were not. */
export interface BulkResults {
  readonly done: number;
  readonly refused: readonly {
    readonly number: number;
    readonly title: string;
    readonly code: ProblemCode;
    readonly refusals: readonly Refusal[];
  }[];
}

/** Says of each idea that was not changed why. */
@Component({
  selector: 'polku-results-dialog',
  imports: [MatButton, MatDialogModule, Refusals],
  template: `
    <h2 mat-dialog-title>{{ t('bulk.results') }}</h2>
    <mat-dialog-content>
      <p class="quiet">{{ t('bulk.results-text', { done: results.done }) }}</p>
      <ul>
        @for (it of results.refused; track it.number) {
          <li>
            <strong>#{{ it.number }} · {{ it.title }}</strong>
            @if (it.refusals.length > 0) {
              <polku-refusals [refusals]="it.refusals" (mend)="dialog.close()" />
            } @else {
              <p>{{ t('codes.problem.' + it.code, { seconds: 60 }) }}</p>
            }
          </li>
        }
      </ul>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-flat-button type="button" mat-dialog-close cdkFocusInitial>{{ t('bulk.close') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    ul {
      display: grid;
      gap: var(--s3);
      margin-top: var(--s3);
      list-style: none;
    }

    strong {
      font-weight: 600;
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ResultsDialog {
  protected readonly dialog = inject<MatDialogRef<ResultsDialog>>(MatDialogRef);
  protected readonly results = inject<BulkResults>(MAT_DIALOG_DATA);
  protected readonly t = injectTranslate();
}
