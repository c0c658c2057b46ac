import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { SavedFilter, SavedView } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { ViewsApi } from '../../../api/views-api';
import { injectTranslate } from '../../../i18n/translate';
import { Session } from '../../../session/session';
import { FormProblem } from '../../../ui/form/form-problem';
import { Messages } from '../../../ui/messages/messages';

/** What is saved, or the view that is changed. */
export interface ViewQuestion {
  readonly pathway: string;
  readonly filter: SavedFilter;
  readonly view: SavedView | null;
}

/** Names a view of the board and says who sees it; deletes it too, which shared ones ask for twice. Closes with true when that has changed. */
@Component({
  selector: 'polku-view-dialog',
  imports: [FormProblem, FormsModule, MatButton, MatDialogModule],
  templateUrl: './view-dialog.html',
  styleUrl: './view-dialog.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ViewDialog {
  private readonly dialog = inject<MatDialogRef<ViewDialog, boolean>>(MatDialogRef);
  private readonly api = inject(ViewsApi);
  private readonly messages = inject(Messages);
  protected readonly session = inject(Session);
  protected readonly question = inject<ViewQuestion>(MAT_DIALOG_DATA);
  protected readonly t = injectTranslate();
  protected readonly longest = LIMITS.viewName;
  protected readonly mayChange = this.question.view?.mayChange ?? true;
  protected readonly name = signal(this.question.view?.name ?? '');
  protected readonly shared = signal(this.question.view?.shared ?? false);
  protected readonly isFirst = signal(this.question.view?.isDefault ?? false);
  protected readonly unnamed = signal(false);
  protected readonly sure = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);

  protected async save(): Promise<void> {
    const name = this.name().trim();
    this.unnamed.set(name === '');
    if (this.unnamed()) document.getElementById('view-name')?.focus();
    else await this.send(() => this.keep(name), this.t('views.dialog.saved', { name }));
  }

  protected async delete(): Promise<void> {
    const { view, pathway } = this.question;
    if (!view) return;
    if (view.shared && !this.sure()) this.sure.set(true);
    else await this.send(() => this.api.delete(this.session.organisation(), pathway, view.id), this.t('views.dialog.deleted', view));
  }

  private async keep(name: string): Promise<void> {
    const { pathway, filter, view } = this.question;
    const organisation = this.session.organisation();
    const shared = this.shared();
    const saved = view ?? (await this.api.save(organisation, pathway, { name, filter, shared }));
    const isFirst = shared && this.isFirst();
    const changes = {
      ...(view && this.mayChange ? { name, shared } : {}),
      ...(isFirst !== saved.isDefault && this.session.isHub() ? { isDefault: isFirst } : {}),
    };
    if (Object.keys(changes).length > 0) await this.api.change(organisation, pathway, saved.id, changes);
  }

  private async send(act: () => Promise<void>, words: string): Promise<void> {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await act();
      this.messages.say(words);
      this.dialog.close(true);
    } catch (error) {
      this.problem.set(asProblem(error));
    } finally {
      this.busy.set(false);
    }
  }
}
