import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { Refusal } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Refusals } from './refusals';

/** What the dialog says. */
export interface RefusalsExplained {
  readonly heading: string;
  readonly about: string;
  readonly refusals: readonly Refusal[];
}

/** Why something is not possible yet, with links to where it can be mended. */
@Component({
  selector: 'polku-refusals-dialog',
  imports: [MatButton, MatDialogModule, Refusals],
  template: `
    <h2 mat-dialog-title>{{ explained.heading }}</h2>
    <mat-dialog-content>
      <p class="quiet about">{{ explained.about }}</p>
      <polku-refusals [refusals]="explained.refusals" (mend)="dialog.close()" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" mat-dialog-close>{{ t('ui.close') }}</button>
    </mat-dialog-actions>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RefusalsDialog {
  protected readonly explained = inject<RefusalsExplained>(MAT_DIALOG_DATA);
  protected readonly dialog = inject<MatDialogRef<RefusalsDialog>>(MatDialogRef);
  protected readonly t = injectTranslate();
}
