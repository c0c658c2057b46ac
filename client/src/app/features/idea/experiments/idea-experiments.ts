import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { LIMITS } from '#contracts/constants';
import { ExperimentsApi } from '../../../api/experiments-api';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { injectTranslate } from '../../../i18n/translate';
import { FormProblem } from '../../../ui/form/form-problem';
import { serverErrors, type Faults } from '../../../ui/form/server-errors';
import { TextField } from '../../../ui/form/text-field';
import { atMost, needed } from '../../../ui/form/text-rules';
import { ErrorState } from '../../../ui/states/error-state';
import { Skeleton } from '../../../ui/states/skeleton';
import { OpenIdea } from '../open-idea';
import { ExperimentSummary } from './experiment-summary';

/** The experiments of the idea in short. Planning another begins with its question, and goes on on its own page. */
@Component({
  selector: 'polku-idea-experiments',
  imports: [ErrorState, ExperimentSummary, FormProblem, FormRoot, MatButton, Skeleton, TextField],
  template: `
    <section class="box" aria-labelledby="experiments">
      <h2 id="experiments" tabindex="-1">{{ t('experiments.title') }}</h2>
      @for (experiment of experiments(); track experiment.id) {
        <polku-experiment-summary [experiment]="experiment" />
      }
      @if (open.experiments.pending()) {
        <polku-skeleton [lines]="3" />
      } @else if (open.experiments.problem() && experiments().length === 0) {
        <polku-error-state [code]="open.experiments.problem()?.code ?? 'internal'" (retry)="open.experiments.load()" />
      } @else if (planning()) {
        <form class="plan" [formRoot]="fields" novalidate>
          <h3>{{ t('experiments.plan-title') }}</h3>
          <p class="quiet small">{{ t('experiments.plan-lead') }}</p>
          <polku-text-field [field]="fields.title" [label]="t('card.question')" [hint]="t('card.question-hint')" [limit]="limit" />
          <polku-form-problem [problem]="problem()" />
          <div class="actions">
            <button mat-stroked-button type="submit" [disabled]="fields().submitting()">{{ t('experiments.plan-on') }}</button>
            <button mat-button type="button" (click)="planning.set(false)" [disabled]="fields().submitting()">{{ t('ui.cancel') }}</button>
          </div>
        </form>
      } @else {
        @if (experiments().length === 0) {
          <p class="quiet">{{ t('experiments.empty-text') }}</p>
        }
        @if (mayPlan()) {
          <button mat-stroked-button class="another" type="button" (click)="begin()">{{ t('experiments.plan') }}</button>
        }
      }
    </section>
  `,
  styles: `
    h2 {
      margin-bottom: var(--s3);
    }

    polku-experiment-summary,
    .plan {
      display: block;
    }

    polku-experiment-summary + polku-experiment-summary,
    polku-experiment-summary + .plan {
      margin-top: var(--s5);
      padding-top: var(--s5);
      border-top: 1px solid var(--line-2);
    }

    .another {
      margin-top: var(--s4);
    }

    .plan > p {
      margin: 2px 0 var(--s4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IdeaExperiments {
  private readonly api = inject(ExperimentsApi);
  private readonly router = inject(Router);
  protected readonly open = inject(OpenIdea);
  protected readonly t = injectTranslate();
  protected readonly limit = LIMITS.title;

  protected readonly experiments = computed(() => this.open.experiments.value() ?? []);
  protected readonly planning = signal(false);
  // One at a time: another is planned when the last one is over.
  protected readonly mayPlan = computed(
    () =>
      (this.open.idea.value()?.mayEdit ?? false) && this.experiments().every((it) => it.state === 'concluded' || it.state === 'stopped'),
  );
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly fields = form(
    signal({ title: '' }),
    (path) => {
      needed(path.title);
      atMost(path.title, LIMITS.title);
    },
    { submission: { action: () => this.plan(), onInvalid: () => this.fields.title().focusBoundControl() } },
  );

  protected begin(): void {
    this.problem.set(undefined);
    this.fields().reset({ title: '' });
    this.planning.set(true);
  }

  private async plan(): Promise<Faults | undefined> {
    this.problem.set(undefined);
    try {
      const title = this.fields.title().value().trim();
      const planned = await this.api.plan(this.open.organisation(), this.open.number(), { title });
      await this.router.navigate(['/', this.open.organisation(), 'experiments', planned.id]);
      return undefined;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.fields.length > 0) return serverErrors(this.fields, problem.fields);
      this.problem.set(problem);
      return undefined;
    }
  }
}
