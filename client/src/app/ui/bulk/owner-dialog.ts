import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { IdeasChange, MemberView } from '#contracts';
import { MembersApi } from '../../../api/members-api';
import { injectTranslate } from '../../../i18n/translate';
import { Session } from '../../../session/session';
import { MemberSearch } from '../../../ui/member-search/member-search';

/** Asks who owns the ideas from now on, or that nobody does. */
@Component({
  selector: 'polku-owner-dialog',
  imports: [MatButton, MatDialogModule, MemberSearch],
  template: `
    <h2 mat-dialog-title>{{ t('bulk.owner-of', { count }) }}</h2>
    <mat-dialog-content>
      <polku-member-search [label]="t('bulk.find')" [find]="find" (picked)="assign($event.id)" />
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
  private readonly members = inject(MembersApi);
  private readonly session = inject(Session);
  protected readonly count = inject<number>(MAT_DIALOG_DATA);
  protected readonly t = injectTranslate();

  protected readonly find = async (q: string): Promise<readonly MemberView[]> =>
    (await this.members.list(this.session.organisation(), { q, limit: 20 })).items.filter(({ roles }) =>
      roles.some((it) => it !== 'resident'),
    );

  protected assign(owner: string | null): void {
    this.dialog.close({ kind: 'assign', owner });
  }
}
