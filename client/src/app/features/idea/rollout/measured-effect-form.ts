import { ChangeDetectionStrategy, Component, inject, input, output, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { MeasuredEffectInput } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { Moments } from '../../../i18n/moments';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type Save, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed, numberBetween, numberIn } from '../../../ui/form/text-rules';

const largest = 1_000_000_000_000;

/** Follows a rollout up: how much of the effect was measured, on which day, and what else was seen. */
@Component({
  selector: 'polku-measured-effect-form',
  imports: [FormProblem, FormRoot, MatButton, TextField],
  template: `
    <form [formRoot]="fields" novalidate>
      <polku-text-field kind="number" [field]="fields.value" [label]="t('rollout.measured-value')" [hint]="hint()" />
      <polku-text-field kind="day" [field]="fields.on" [label]="t('rollout.measured-on')" />
      <polku-text-field
        kind="lines"
        [field]="fields.note"
        [label]="t('rollout.measured-note')"
        [hint]="t('rollout.measured-note-hint')"
        [limit]="limit"
      />
      <polku-form-problem [problem]="problem()" />
      <div class="actions">
        <button mat-stroked-button type="submit" [disabled]="fields().submitting()">{{ t('rollout.moves.followed-up') }}</button>
        <button mat-button type="button" (click)="leave.emit()" [disabled]="fields().submitting()">{{ t('rollout.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MeasuredEffectForm {
  protected readonly t = injectTranslate();
  protected readonly limit = LIMITS.text;

  /** What was expected, in words. */
  readonly hint = input('');
  readonly save = input.required<Save<MeasuredEffectInput>>();
  readonly leave = output();

  protected readonly entry = signal({ value: '', on: inject(Moments).today(), note: '' });
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly fields = form(
    this.entry,
    (path) => {
      needed(path.value);
      numberBetween(path.value, -largest, largest);
      needed(path.on);
      atMost(path.note, LIMITS.text);
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    const { value, on, note } = this.entry();
    const problem = await this.save()({ value: numberIn(value) ?? 0, on, note: note.trim() || null });
    if (problem && problem.fields.length > 0) {
      return serverErrors(
        this.fields,
        problem.fields.map((it) => ({ ...it, path: it.path.replace('measuredEffect.', '') })),
      );
    }
    this.problem.set(problem);
    return undefined;
  }
}
