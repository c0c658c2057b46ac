import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { WipLimit } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { BoardsApi } from '../../api/boards-api';
import { asProblem, type ProblemError } from '../../api/problem-error';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { FormProblem } from '../../ui/form/form-problem';
import { Messages } from '../../ui/messages/messages';

/** The column whose limit is set. */
export interface LimitedColumn {
  readonly pathway: string;
  readonly step: string;
  readonly name: string;
  readonly limit: WipLimit | null;
}

/** Sets how many ideas a column is meant to hold, and whether it warns or refuses beyond. Closes with true when that has changed. */
@Component({
  selector: 'polku-limit-dialog',
  imports: [FormProblem, FormsModule, MatButton, MatDialogModule],
  templateUrl: './limit-dialog.html',
  styleUrl: './limit-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LimitDialog {
  private readonly dialog = inject<MatDialogRef<LimitDialog, boolean>>(MatDialogRef);
  private readonly boards = inject(BoardsApi);
  private readonly session = inject(Session);
  private readonly messages = inject(Messages);
  protected readonly column = inject<LimitedColumn>(MAT_DIALOG_DATA);
  protected readonly t = injectTranslate();
  protected readonly most = LIMITS.wip;
  protected readonly kinds = ['soft', 'hard'] as const;
  protected readonly atMost = signal(String(this.column.limit?.atMost ?? ''));
  protected readonly kind = signal<'soft' | 'hard'>(this.column.limit?.hard === true ? 'hard' : 'soft');
  protected readonly wrong = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);

  protected async save(): Promise<void> {
    const atMost = Number(this.atMost());
    this.wrong.set(!Number.isInteger(atMost) || atMost < 1 || atMost > this.most);
    if (this.wrong()) document.getElementById('limit-at-most')?.focus();
    else await this.send({ atMost, hard: this.kind() === 'hard' });
  }

  protected lift(): Promise<void> {
    return this.send(null);
  }

  private async send(limit: WipLimit | null): Promise<void> {
    const { pathway, step, name: column } = this.column;
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await this.boards.limit(this.session.organisation(), pathway, step, limit);
      this.messages.say(limit ? this.t('limit.said-set', { column, atMost: limit.atMost }) : this.t('limit.said-lifted', { column }));
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
