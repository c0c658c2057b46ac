import { afterNextRender, ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { LIMITS } from '#contracts/constants';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed } from '../../../ui/form/text-rules';
import { Messages } from '../../../ui/messages/messages';
import { OpenDecision } from '../open-decision';

/** Steps out of the panel for a conflict of interest, with a reason that everybody reads. */
@Component({
  selector: 'polku-step-out-form',
  imports: [FormProblem, FormRoot, MatButton, TextField],
  template: `
    <form [formRoot]="fields" novalidate>
      <polku-text-field
        kind="lines"
        [field]="fields.reason"
        [label]="t('decision.panel.reason')"
        [hint]="t('decision.panel.reason-hint')"
        [limit]="limit"
      />
      <polku-form-problem [problem]="problem()" />
      <div class="actions">
        <button mat-flat-button type="submit" [disabled]="fields().submitting()">{{ t('decision.panel.confirm') }}</button>
        <button mat-button type="button" (click)="leave.emit()">{{ t('ui.cancel') }}</button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepOutForm {
  private readonly open = inject(OpenDecision);
  private readonly messages = inject(Messages);
  protected readonly t = injectTranslate();
  protected readonly limit = LIMITS.text;

  readonly leave = output();

  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly entry = signal({ reason: '' });
  protected readonly fields = form(
    this.entry,
    (path) => {
      needed(path.reason);
      atMost(path.reason, LIMITS.text);
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );

  constructor() {
    afterNextRender(() => this.fields.reason().focusBoundControl());
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    const problem = await this.open.stepOut(this.entry().reason.trim());
    if (!problem) {
      this.messages.say(this.t('decision.panel.left'));
      this.leave.emit();
      return undefined;
    }
    if (problem.fields.length > 0) return serverErrors(this.fields, problem.fields);
    this.problem.set(problem);
    return undefined;
  }
}
