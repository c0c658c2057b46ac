import { afterNextRender, ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import { injectTranslate } from '../../i18n/translate';
import { type FoundPerson, MemberSearch } from '../member-search/member-search';

/** Looks members up by a part of their name. */
export type FindPeople = (q: string) => Promise<readonly FoundPerson[]>;

/** Asks whose ideas are looked for. */
@Component({
  selector: 'polku-owner-search-dialog',
  imports: [MatButton, MatDialogModule, MemberSearch],
  template: `
    <h2 mat-dialog-title>{{ t('ideas.owner.title') }}</h2>
    <mat-dialog-content>
      <polku-member-search [label]="t('ideas.owner.name')" [find]="find" (picked)="dialog.close($event)" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button mat-button type="button" mat-dialog-close>{{ t('ui.cancel') }}</button>
    </mat-dialog-actions>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnerSearchDialog {
  private readonly search = viewChild.required(MemberSearch);
  protected readonly dialog = inject<MatDialogRef<OwnerSearchDialog, FoundPerson>>(MatDialogRef);
  protected readonly find = inject<FindPeople>(MAT_DIALOG_DATA);
  protected readonly t = injectTranslate();

  constructor() {
    afterNextRender(() => this.search().focus());
  }
}
