import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { DecisionDetail } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { MembersApi } from '../../../api/members-api';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed } from '../../../ui/form/text-rules';
import type { FoundPerson } from '../../../ui/member-search/member-search';
import { Messages } from '../../../ui/messages/messages';
import { PersonField } from '../../../ui/person-field/person-field';
import { OpenDecision } from '../open-decision';

/** Hands the decision to somebody else who may decide, with a reason. */
@Component({
  selector: 'polku-hand-over-form',
  imports: [FormProblem, FormRoot, MatButton, PersonField, TextField],
  template: `
    <form [formRoot]="fields" novalidate>
      <polku-person-field [label]="t('decision.hand-over.to')" [person]="to()" [find]="find" [fault]="toFault()" (picked)="pick($event)" />
      <polku-text-field
        kind="lines"
        [field]="fields.reason"
        [label]="t('decision.hand-over.reason')"
        [hint]="t('decision.hand-over.reason-hint')"
        [limit]="limit"
      />
      <polku-form-problem [problem]="problem()" />
      <div class="actions">
        <button mat-flat-button type="submit" [disabled]="fields().submitting()">{{ t('decision.hand-over.confirm') }}</button>
        <button mat-button type="button" (click)="leave.emit()">{{ t('ui.cancel') }}</button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HandOverForm {
  private readonly members = inject(MembersApi);
  private readonly messages = inject(Messages);
  private readonly open = inject(OpenDecision);
  private readonly person = viewChild.required(PersonField);
  protected readonly t = injectTranslate();
  protected readonly limit = LIMITS.text;

  readonly decision = input.required<DecisionDetail>();
  readonly leave = output();

  protected readonly to = signal<FoundPerson | null>(null);
  private readonly sent = signal(false);
  private readonly refusedTo = signal<string | null>(null);
  protected readonly toFault = computed(() => this.refusedTo() ?? (this.sent() && this.to() === null ? 'required' : null));
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
        onInvalid: () => {
          this.sent.set(true);
          this.fields().errorSummary()[0]?.fieldTree().focusBoundControl();
        },
      },
    },
  );

  constructor() {
    afterNextRender(() => this.person().focus());
  }

  protected readonly find = async (q: string): Promise<readonly FoundPerson[]> => {
    const { items } = await this.members.list(this.open.organisation(), { q, limit: 50 });
    const decider = this.decision().decider?.id;
    return items.filter((it) => it.id !== decider && it.roles.some((role) => role === 'manager' || role === 'hub' || role === 'admin'));
  };

  protected pick(person: FoundPerson): void {
    this.to.set(person);
    this.refusedTo.set(null);
  }

  private async send(): Promise<Faults | undefined> {
    this.sent.set(true);
    const to = this.to();
    if (!to) return undefined;
    this.problem.set(undefined);
    const problem = await this.open.handOver(to.id, this.entry().reason.trim());
    if (!problem) {
      this.messages.say(this.t('decision.hand-over.done', { name: to.name }));
      this.leave.emit();
      return undefined;
    }
    this.refusedTo.set(problem.fields.find(({ path }) => path === 'to')?.code ?? null);
    const others = problem.fields.filter(({ path }) => path !== 'to');
    if (others.length > 0) return serverErrors(this.fields, others);
    if (problem.fields.length === 0) this.problem.set(problem);
    return undefined;
  }
}
