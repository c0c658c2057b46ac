import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { IdeasChange } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { type FoundPerson, MemberSearch } from '../member-search/member-search';

/** How many ideas there are, and a way to look members up by a part of their name. */
export interface OwnerQuestion {
  readonly count: number;
  readonly find: (q: string) => Promise<readonly FoundPerson[]>;
}

/** Asks who owns the ideas from now on, or that nobody does. */
@Component({
  selector: 'polku-owner-dialog',
  imports: [MatButton, MatDialogModule, MemberSearch],
  template: `
    <h2 mat-dialog-title>{{ t('bulk.owner-of', { count: question.count }) }}</h2>
    <mat-dialog-content>
      <polku-member-search [label]="t('bulk.find')" [find]="question.find" (picked)="assign($event.id)" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" (click)="assign(null)">{{ t('bulk.nobody') }}</button>
      <button mat-button type="button" mat-dialog-close>{{ t('ui.cancel') }}</button>
    </mat-dialog-actions>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnerDialog {
  private readonly dialog = inject<MatDialogRef<OwnerDialog, IdeasChange>>(MatDialogRef);
  protected readonly question = inject<OwnerQuestion>(MAT_DIALOG_DATA);
  protected readonly t = injectTranslate();

  protected assign(owner: string | null): void {
    this.dialog.close({ kind: 'assign', owner });
  }
}
