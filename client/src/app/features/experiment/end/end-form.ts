import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { applyWhen, form, FormRoot, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import type { LessonInput } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem, type SaveProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed, numberIn } from '../../../ui/form/text-rules';
import { LessonFields, noLesson, wholeLesson } from '../../../ui/lesson-fields/lesson-fields';
import { Refusals } from '../../../ui/refusals/refusals';
import { VerdictBox } from '../../../ui/verdict/verdict-box';
import { ExperimentMoves } from '../experiment-moves';
import { injectGoTo } from '../go-to';
import { OpenExperiment } from '../open-experiment';
import { CURRENCIES, injectUsualCurrency } from '../plan/currencies';
import { asksResult, firstMoveOf, type Ending } from './endings';

/** Ends an experiment: concluded with its result, adapted, or stopped; always with what was learned. */
@Component({
  selector: 'polku-end-form',
  imports: [FormProblem, FormRoot, LessonFields, MatButton, Refusals, TextField, VerdictBox],
  template: `
    <section class="box" aria-labelledby="end-title">
      <form [formRoot]="fields" novalidate>
        <h2 id="end-title" tabindex="-1">{{ t('experiment.end.' + ending() + '.title') }}</h2>
        <p class="quiet lead">{{ t('experiment.end.' + ending() + '.text') }}</p>
        @if (refusals().length > 0) {
          <polku-refusals [refusals]="refusals()" />
        }
        @if (asks()) {
          @if (open.experiment.value(); as it) {
            <polku-verdict-box class="verdict" look="short" [verdict]="it.verdict" />
          }
          <polku-text-field
            kind="lines"
            [field]="fields.result"
            [label]="t('codes.name.result')"
            [hint]="t('experiment.end.result-hint')"
            [limit]="limit"
          />
        }
        <fieldset class="lesson">
          <legend>{{ t('codes.name.lesson') }}</legend>
          <p class="quiet small">{{ t('experiment.end.lesson-hint') }}</p>
          <polku-lesson-fields [lesson]="fields.lesson" />
          <div class="field-row">
            <polku-text-field
              kind="number"
              [field]="fields.saved"
              [label]="t('codes.name.saved')"
              [aside]="t('card.optional')"
              [hint]="t('experiment.end.saved-hint')"
            />
            <div class="field">
              <label for="end-currency">{{ t('card.currency') }}</label>
              <select class="input" id="end-currency" #chosen (change)="currency.set(chosen.value)">
                @for (it of currencies; track it) {
                  <option [value]="it" [selected]="it === currency()">{{ it }}</option>
                }
              </select>
            </div>
          </div>
        </fieldset>
        <polku-form-problem [problem]="problem()" />
        <div class="actions">
          <button mat-flat-button type="submit" [disabled]="fields().submitting()">{{ t('experiment.end.' + ending() + '.do') }}</button>
          <button mat-button type="button" (click)="leave()" [disabled]="fields().submitting()">{{ t('ui.cancel') }}</button>
        </div>
      </form>
    </section>
  `,
  styles: `
    .lead {
      margin: 2px 0 var(--s4);
    }

    .verdict {
      padding: var(--s3) var(--s4);
      margin-bottom: var(--s4);
      background: var(--surface-2);
      border-radius: var(--radius-s);
    }

    .lesson {
      border-left: 3px solid var(--lesson);
      padding-left: var(--s4);
      margin-bottom: var(--s3);
    }

    polku-refusals {
      display: block;
      margin-bottom: var(--s3);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EndForm {
  private readonly moves = inject(ExperimentMoves);
  private readonly goTo = injectGoTo();
  protected readonly open = inject(OpenExperiment);
  protected readonly t = injectTranslate();
  protected readonly limit = LIMITS.text;
  protected readonly currencies = CURRENCIES;

  readonly ending = input.required<Ending>();

  protected readonly currency = signal(inject(OpenExperiment).experiment.value()?.card.costCap?.currency ?? injectUsualCurrency()());
  protected readonly entry = signal({ result: '', lesson: noLesson, saved: '' });
  protected readonly problem = signal<SaveProblem | undefined>(undefined);
  protected readonly asks = computed(() => asksResult(this.ending(), this.open.experiment.value()?.state ?? 'running'));
  protected readonly refusals = computed(() => {
    const experiment = this.open.experiment.value();
    return experiment ? (firstMoveOf(this.ending(), experiment)?.refusals ?? []) : [];
  });
  protected readonly fields = form(
    this.entry,
    (path) => {
      applyWhen(path.result, () => this.asks(), needed);
      atMost(path.result, LIMITS.text);
      wholeLesson(path.lesson);
      validate(path.saved, ({ value }) => {
        const amount = numberIn(value());
        if (amount === null) return undefined;
        if (Number.isNaN(amount)) return { kind: 'not-a-number' };
        return amount < 0 ? { kind: 'too-small' } : undefined;
      });
    },
    {
      submission: {
        action: () => this.send(),
        onInvalid: () => this.fields().errorSummary()[0]?.fieldTree().focusBoundControl(),
      },
    },
  );

  protected leave(): void {
    this.open.doing.set(null);
    this.goTo('next-title');
  }

  private async send(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    const { result, lesson, saved } = this.entry();
    const amount = numberIn(saved);
    const written: LessonInput = { ...lesson, saved: amount === null ? null : { amount, currency: this.currency() } };
    const problem = await this.moves.end(this.ending(), { ...(this.asks() ? { result: result.trim() } : {}), lesson: written });
    if (problem && problem.fields.length > 0) {
      // What it saved belongs to the lesson, though not to its three sentences.
      const named = problem.fields.map((it) => (it.path.startsWith('lesson.saved') ? { ...it, path: 'saved' } : it));
      return serverErrors(this.fields, named);
    }
    this.problem.set(problem);
    if (!problem) this.goTo('next-title');
    return undefined;
  }
}
