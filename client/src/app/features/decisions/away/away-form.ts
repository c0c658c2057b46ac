import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { form, FormRoot, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MembersApi } from '../../../api/members-api';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { Session } from '../../../session/session';
import { FormProblem, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { needed, type FieldFault } from '../../../ui/form/text-rules';
import type { FoundPerson } from '../../../ui/member-search/member-search';
import { Messages } from '../../../ui/messages/messages';
import { PersonField } from '../../../ui/person-field/person-field';
import { OwnAbsence } from './own-absence';

/** From when until when one is away, and who decides meanwhile. */
@Component({
  selector: 'polku-away-form',
  imports: [FormProblem, FormRoot, MatButton, PersonField, TextField],
  template: `
    <form [formRoot]="fields" novalidate>
      <div class="field-row">
        <polku-text-field kind="day" [field]="fields.from" [label]="t('decisions.absence.from')" />
        <polku-text-field kind="day" [field]="fields.until" [label]="t('decisions.absence.until')" />
      </div>
      <polku-person-field
        [label]="t('decisions.absence.who')"
        [person]="delegate()"
        [find]="find"
        [fault]="delegateFault()"
        (picked)="pick($event)"
      />
      <polku-form-problem [problem]="problem()" />
      <div class="actions">
        <button mat-flat-button type="submit" [disabled]="fields().submitting()">{{ t('decisions.absence.confirm') }}</button>
        <button mat-button type="button" (click)="leave.emit()">{{ t('ui.cancel') }}</button>
      </div>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AwayForm {
  private readonly absence = inject(OwnAbsence);
  private readonly members = inject(MembersApi);
  private readonly session = inject(Session);
  private readonly messages = inject(Messages);
  private readonly moments = inject(Moments);
  protected readonly t = injectTranslate();

  readonly leave = output();

  protected readonly delegate = signal<FoundPerson | null>(this.absence.own()?.delegate ?? null);
  private readonly sent = signal(false);
  private readonly refused = signal<string | null>(null);
  protected readonly delegateFault = computed(() => this.refused() ?? (this.sent() && this.delegate() === null ? 'required' : null));
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly entry = signal({ from: this.absence.own()?.from ?? this.moments.today(), until: this.absence.own()?.until ?? '' });
  protected readonly fields = form(
    this.entry,
    (path) => {
      needed(path.from);
      needed(path.until);
      validate(path.until, ({ value, valueOf }): FieldFault | undefined => {
        if (value() === '') return undefined;
        if (valueOf(path.from) > value()) return { kind: 'before-start' };
        return this.moments.daysUntil(value()) < 0 ? { kind: 'in-the-past' } : undefined;
      });
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

  protected readonly find = async (q: string): Promise<readonly FoundPerson[]> => {
    const { items } = await this.members.list(this.session.organisation(), { q, limit: 50 });
    const me = this.session.membership()?.member;
    return items.filter((it) => it.id !== me && it.roles.some((role) => role === 'manager' || role === 'hub' || role === 'admin'));
  };

  protected pick(person: FoundPerson): void {
    this.delegate.set(person);
    this.refused.set(null);
  }

  private async send(): Promise<Faults | undefined> {
    this.sent.set(true);
    const delegate = this.delegate();
    if (!delegate) return undefined;
    this.problem.set(undefined);
    const problem = await this.absence.announce({ ...this.entry(), delegate: delegate.id });
    if (!problem) {
      this.messages.say(this.t('decisions.absence.saved', { name: delegate.name }));
      this.leave.emit();
      return undefined;
    }
    this.refused.set(problem.fields.find(({ path }) => path === 'delegate')?.code ?? null);
    const others = problem.fields.filter(({ path }) => path !== 'delegate');
    if (others.length > 0) return serverErrors(this.fields, others);
    if (problem.fields.length === 0) this.problem.set(problem);
    return undefined;
  }
}
