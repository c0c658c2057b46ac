import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { applyWhen, form, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { ExperimentView, LessonInput } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type Save, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed } from '../../../ui/form/text-rules';
import { LessonFields, noLesson, wholeLesson } from '../../../ui/lesson-fields/lesson-fields';

/** A move that an experiment may make. */
export type ExperimentMove = ExperimentView['availableTransitions'][number];

/** What ends an experiment: a result in words and a lesson, as far as the move asks for them. */
export interface ExperimentEnd {
  readonly result?: string;
  readonly reason?: string;
  readonly lesson?: LessonInput;
}

/** Concludes or stops an experiment. */
@Component({
  selector: 'polku-end-experiment-form',
  imports: [FormProblem, FormRoot, LessonFields, MatButton, TextField],
  template: `
    <form [formRoot]="fields" novalidate>
      <h4>{{ t(move().to === 'stopped' ? 'experiments.stop-title' : 'experiments.conclude-title') }}</h4>
      @if (move().to === 'stopped') {
        <p class="quiet small">{{ t('experiments.stop-hint') }}</p>
      }
      @if (asks('result')) {
        <polku-text-field
          kind="lines"
          [field]="fields.result"
          [label]="t('experiments.result')"
          [hint]="t('experiments.result-hint')"
          [limit]="limit"
        />
      }
      @if (asks('reason')) {
        <polku-text-field kind="lines" [field]="fields.reason" [label]="t('experiments.reason')" [limit]="limit" />
      }
      @if (asks('lesson')) {
        <fieldset>
          <legend>{{ t('experiments.lesson') }}</legend>
          <polku-lesson-fields [lesson]="fields.lesson" />
        </fieldset>
      }
      <polku-form-problem [problem]="problem()" />
      <div class="actions">
        <button mat-stroked-button type="submit" [disabled]="fields().submitting()">{{ t('experiments.moves.' + move().to) }}</button>
        <button mat-button type="button" (click)="leave.emit()" [disabled]="fields().submitting()">{{ t('experiments.cancel') }}</button>
      </div>
    </form>
  `,
  styles: `
    :host {
      display: block;
      margin-top: var(--s4);
      padding-top: var(--s4);
      border-top: 1px solid var(--line);
    }

    h4 {
      font: 650 15px/20px var(--font);
      margin: 0 0 var(--s2);
    }

    p {
      margin-bottom: var(--s3);
    }

    fieldset {
      border: 0;
      border-left: 3px solid var(--lesson);
      margin: 0 0 var(--s3);
      padding: 0 0 0 var(--s4);
      min-width: 0;
    }

    legend {
      font: 600 14.5px/20px var(--font);
      padding: 0;
      margin-bottom: var(--s2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndExperimentForm {
  protected readonly t = injectTranslate();
  protected readonly limit = LIMITS.text;

  readonly move = input.required<ExperimentMove>();
  readonly save = input.required<Save<ExperimentEnd>>();
  readonly leave = output();

  private readonly asked = computed(() => new Set(this.move().asks));
  protected readonly entry = signal({ result: '', reason: '', lesson: noLesson });
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly fields = form(
    this.entry,
    (path) => {
      applyWhen(path.result, () => this.asks('result'), needed);
      applyWhen(path.reason, () => this.asks('reason'), needed);
      applyWhen(path.lesson, () => this.asks('lesson'), wholeLesson);
      atMost(path.result, LIMITS.text);
      atMost(path.reason, LIMITS.text);
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );

  protected asks(what: 'result' | 'reason' | 'lesson'): boolean {
    return this.asked().has(what);
  }

  private async send(): Promise<Faults | undefined> {
    const { result, reason, lesson } = this.entry();
    this.problem.set(undefined);
    const problem = await this.save()({
      ...(this.asks('result') ? { result: result.trim() } : {}),
      ...(this.asks('reason') ? { reason: reason.trim() } : {}),
      ...(this.asks('lesson') ? { lesson } : {}),
    });
    if (problem && problem.fields.length > 0) return serverErrors(this.fields, problem.fields);
    this.problem.set(problem);
    return undefined;
  }
}
