import { afterNextRender, ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { applyWhen, form, FormField, FormRoot, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { DecisionDetail, MakeDecision, Outcome } from '#contracts';
import { LIMITS, OUTCOMES } from '#contracts/constants';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type Save, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed } from '../../../ui/form/text-rules';
import { LessonFields, noLesson, wholeLesson } from '../../../ui/lesson-fields/lesson-fields';
import { OpenDecision } from '../open-decision';

/**
 * Deciding: yes, adapt or stop, with a reason for the submitter. To adapt takes what must change, to stop a lesson, and to decide against
 * the verdict an explanation.
 */
@Component({
  selector: 'polku-decide-form',
  imports: [FormField, FormProblem, FormRoot, LessonFields, MatButton, TextField],
  templateUrl: './decide-form.html',
  styleUrl: './decide-form.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DecideForm {
  private readonly open = inject(OpenDecision);
  protected readonly t = injectTranslate();
  protected readonly outcomes = OUTCOMES;
  protected readonly limit = LIMITS.text;

  readonly decision = input.required<DecisionDetail>();
  readonly save = input.required<Save<MakeDecision>>();
  readonly leave = output();

  protected readonly answer = signal<{
    outcome: Outcome | '';
    reason: string;
    mustChange: string;
    explanation: string;
    lesson: typeof noLesson;
  }>({ outcome: '', reason: '', mustChange: '', explanation: '', lesson: noLesson });
  protected readonly isAgainst = computed(() => this.decision().explanationFor.some((it) => it === this.answer().outcome));
  protected readonly fields = form(
    this.answer,
    (path) => {
      validate(path.outcome, ({ value }) => (value() === '' ? { kind: 'required' } : undefined));
      needed(path.reason);
      atMost(path.reason, LIMITS.text);
      applyWhen(
        path.mustChange,
        ({ valueOf }) => valueOf(path.outcome) === 'adapt',
        (mustChange) => {
          needed(mustChange);
          atMost(mustChange, LIMITS.text);
        },
      );
      applyWhen(
        path.explanation,
        () => this.isAgainst(),
        (explanation) => {
          needed(explanation);
          atMost(explanation, LIMITS.text);
        },
      );
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
  protected readonly against = computed(() => {
    const verdict = this.decision().verdict;
    if (!this.isAgainst() || !verdict) return '';
    const { number, title } = verdict;
    return [
      this.t('decision.decide.against', { number, title, verdict: this.t(`codes.verdict.${verdict.verdict}`) }),
      ...(verdict.atFirst ? [this.t('decision.decide.at-first', { verdict: this.t(`codes.verdict.${verdict.atFirst}`) })] : []),
    ].join(' ');
  });
  /** What will be read of it, as it is being written. */
  protected readonly letter = computed(() => {
    const { outcome, reason, mustChange } = this.answer();
    if (outcome === '' || reason.trim() === '') return null;
    const submitter = this.open.idea.value()?.submitter?.name;
    return {
      to: submitter ? this.t('decision.decide.reads', { name: submitter }) : this.t('decision.decide.reads-nobody'),
      about: this.t('decision.decide.letter', {
        decision: this.t(`codes.decision.${this.decision().kind}`),
        title: this.decision().idea.title,
        outcome: this.t(`codes.outcome.${outcome}`),
      }),
      reason: reason.trim(),
      mustChange: outcome === 'adapt' ? mustChange.trim() : '',
    };
  });

  constructor() {
    afterNextRender(() => this.fields.outcome().focusBoundControl());
  }

  private async send(): Promise<Faults | undefined> {
    const { outcome, reason, mustChange, explanation, lesson } = this.answer();
    if (outcome === '') return undefined;
    this.problem.set(undefined);
    const problem = await this.save()({
      outcome,
      reason: reason.trim(),
      ...(outcome === 'adapt' ? { mustChange: mustChange.trim() } : {}),
      ...(this.isAgainst() ? { explanation: explanation.trim() } : {}),
      ...(outcome === 'stop' ? { lesson } : {}),
    });
    if (problem && problem.fields.length > 0) return serverErrors(this.fields, problem.fields);
    this.problem.set(problem);
    return undefined;
  }
}
