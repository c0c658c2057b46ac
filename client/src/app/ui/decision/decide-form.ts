import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { applyWhen, form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { DecisionView, MakeDecision, Outcome } from '#contracts';
import { LIMITS, OUTCOMES } from '#contracts/constants';
import { injectTranslate } from '../../i18n/translate';
import { FormProblem, type Save, type SaveProblem } from '../form/form-problem';
import { serverErrors, type Faults } from '../form/server-errors';
import { TextField } from '../form/text-field';
import { atMost, needed } from '../form/text-rules';
import { LessonFields, noLesson, wholeLesson } from '../lesson-fields/lesson-fields';

/** Deciding: yes, adapt or stop, with a reason for the submitter; to adapt also takes what must change, to stop a lesson. */
@Component({
  selector: 'polku-decide-form',
  imports: [FormField, FormProblem, FormRoot, LessonFields, MatButton, TextField],
  templateUrl: './decide-form.html',
  styleUrl: './decide-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecideForm {
  protected readonly t = injectTranslate();
  protected readonly outcomes = OUTCOMES;
  protected readonly limit = LIMITS.text;

  readonly decision = input.required<DecisionView>();
  readonly save = input.required<Save<MakeDecision>>();
  readonly leave = output();

  protected readonly answer = signal<{ outcome: Outcome | ''; reason: string; mustChange: string; lesson: typeof noLesson }>({
    outcome: '',
    reason: '',
    mustChange: '',
    lesson: noLesson,
  });
  protected readonly fields = form(
    this.answer,
    (path) => {
      validate(path.outcome, ({ value }) => (value() === '' ? { kind: 'required' } : undefined));
      needed(path.reason);
      atMost(path.reason, LIMITS.text);
      applyWhen(path.mustChange, ({ valueOf }) => valueOf(path.outcome) === 'adapt', needed);
      atMost(path.mustChange, LIMITS.text);
      applyWhen(path.lesson, ({ valueOf }) => valueOf(path.outcome) === 'stop', wholeLesson);
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly confirm = computed(() => {
    const outcome = this.answer().outcome;
    return this.t(outcome === '' ? 'decisions.confirm' : `decisions.confirm-${outcome}`);
  });

  private async send(): Promise<Faults | undefined> {
    const { outcome, reason, mustChange, lesson } = this.answer();
    if (outcome === '') return undefined;
    this.problem.set(undefined);
    const more = { yes: {}, adapt: { mustChange: mustChange.trim() }, stop: { lesson } }[outcome];
    const problem = await this.save()({ outcome, reason: reason.trim(), ...more });
    if (problem && problem.fields.length > 0) return serverErrors(this.fields, problem.fields);
    this.problem.set(problem);
    return undefined;
  }
}
