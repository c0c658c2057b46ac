import { ChangeDetectionStrategy, Component, inject, resource, signal } from '@angular/core';
import { FormsModule } from '@angular/forms';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';
import type { AskDecision, DecisionKind } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { Moments } from '../../i18n/moments';
import { injectTranslate } from '../../i18n/translate';

/** Somebody who may decide. */
export interface Decider {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
}

/** What the dialog is about; who may decide is asked for when it opens. */
export interface DecisionQuestion {
  readonly number: number;
  readonly title: string;
  readonly kind: DecisionKind;
  readonly deciders: () => Promise<readonly Decider[]>;
  /** What was asked before, when it failed and is tried again. */
  readonly earlier?: AskDecision;
  /** Why it failed, in a sentence. */
  readonly failure?: string;
}

/** Asks a manager for a decision: who, by when, and what they should know. Closes with what `POST …/decisions` takes. */
@Component({
  selector: 'polku-ask-decision-dialog',
  imports: [FormsModule, MatButton, MatDialogModule],
  template: `
    <h2 mat-dialog-title>{{ t('ui.ask-decision.title', { decision: t('codes.decision.' + question.kind) }) }}</h2>
    <form (ngSubmit)="confirm()" novalidate>
      <mat-dialog-content>
        <p class="quiet about">#{{ question.number }} · {{ question.title }}</p>
        @if (question.failure) {
          <p role="alert" class="failure">{{ question.failure }}</p>
        }
        @if (deciders.error()) {
          <p role="alert">{{ t('ui.ask-decision.failed') }}</p>
        }
        <div class="field">
          <label for="ask-decider">{{ t('ui.ask-decision.decider') }}</label>
          <select
            class="input"
            id="ask-decider"
            name="decider"
            [ngModel]="decider()"
            (ngModelChange)="decider.set($event)"
            [attr.aria-invalid]="wrong().includes('decider') || null"
          >
            <option value="">{{ t('ui.ask-decision.choose') }}</option>
            @for (person of people(); track person.id) {
              <option [value]="person.id">{{ person.unit ? person.name + ' · ' + person.unit : person.name }}</option>
            }
          </select>
          @if (wrong().includes('decider')) {
            <span class="error">{{ t('codes.field.required') }}</span>
          }
        </div>
        <div class="field">
          <label for="ask-deadline">{{ t('ui.ask-decision.deadline') }}</label>
          <span class="hint" id="ask-deadline-hint">{{ t('ui.ask-decision.deadline-hint') }}</span>
          <input
            class="input"
            id="ask-deadline"
            name="deadline"
            type="date"
            aria-describedby="ask-deadline-hint"
            [min]="today"
            [ngModel]="deadline()"
            (ngModelChange)="deadline.set($event)"
            [attr.aria-invalid]="wrong().includes('deadline') || null"
          />
          @if (wrong().includes('deadline')) {
            <span class="error">{{ t('codes.field.in-the-past') }}</span>
          }
        </div>
        <div class="field">
          <label for="ask-note">{{ t('ui.ask-decision.note') }}</label>
          <textarea
            class="input"
            id="ask-note"
            name="note"
            [maxlength]="limits.text"
            [ngModel]="note()"
            (ngModelChange)="note.set($event)"
          ></textarea>
        </div>
      </mat-dialog-content>
      <mat-dialog-actions align="end">
        <button mat-button type="button" mat-dialog-close>{{ t('ui.cancel') }}</button>
        <button mat-flat-button type="submit">{{ t('ui.ask-decision.ask') }}</button>
      </mat-dialog-actions>
    </form>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AskDecisionDialog {
  private readonly dialog = inject<MatDialogRef<AskDecisionDialog, AskDecision>>(MatDialogRef);
  private readonly moments = inject(Moments);
  protected readonly question = inject<DecisionQuestion>(MAT_DIALOG_DATA);
  protected readonly t = injectTranslate();
  protected readonly limits = LIMITS;
  protected readonly today = this.moments.today();

  protected readonly deciders = resource({ loader: () => this.question.deciders() });
  protected readonly decider = signal(this.question.earlier?.decider ?? '');
  protected readonly deadline = signal(this.question.earlier?.deadline ?? this.moments.workingDaysFromNow(10));
  protected readonly note = signal(this.question.earlier?.note ?? '');
  protected readonly wrong = signal<readonly ('decider' | 'deadline')[]>([]);

  protected people(): readonly Decider[] {
    return this.deciders.hasValue() ? this.deciders.value() : [];
  }

  protected confirm(): void {
    const late = this.deadline() === '' || this.moments.daysUntil(this.deadline()) < 0;
    const wrong = [...(this.decider() ? [] : ['decider' as const]), ...(late ? ['deadline' as const] : [])];
    this.wrong.set(wrong);
    const first = wrong[0];
    if (first) {
      document.getElementById(`ask-${first}`)?.focus();
      return;
    }
    const note = this.note().trim();
    this.dialog.close({ kind: this.question.kind, decider: this.decider(), deadline: this.deadline(), ...(note ? { note } : {}) });
  }
}
