import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { ExperimentsApi } from '../../../api/experiments-api';
import { asProblem } from '../../../api/problem-error';
import { injectTranslate } from '../../../i18n/translate';
import { Session } from '../../../session/session';
import type { Save } from '../../../ui/form/form-problem';
import { Messages } from '../../../ui/messages/messages';
import { ErrorState } from '../../../ui/states/error-state';
import { Skeleton } from '../../../ui/states/skeleton';
import { OpenIdea } from '../open-idea';
import { ExperimentPanel } from './experiment-panel';
import { cardOf, type TestCardEntry } from './test-card';
import { TestCardForm } from './test-card-form';

/** The experiments of the idea, and planning another one. */
@Component({
  selector: 'polku-idea-experiments',
  imports: [ErrorState, ExperimentPanel, MatButton, Skeleton, TestCardForm],
  template: `
    <section class="box" aria-labelledby="experiments">
      <h2 id="experiments" tabindex="-1">{{ t('experiments.title') }}</h2>
      @for (experiment of experiments(); track experiment.id) {
        <polku-experiment-panel [experiment]="experiment" />
      }
      @if (open.experiments.pending()) {
        <polku-skeleton [lines]="3" />
      } @else if (open.experiments.problem() && experiments().length === 0) {
        <polku-error-state [code]="open.experiments.problem()?.code ?? 'internal'" (retry)="open.experiments.load()" />
      } @else if (planning()) {
        <div class="plan">
          <h3>{{ t('experiments.plan-title') }}</h3>
          <p class="quiet small">{{ t('experiments.plan-lead') }}</p>
          <polku-test-card-form [save]="save" (leave)="planning.set(false)" />
        </div>
      } @else {
        @if (experiments().length === 0) {
          <p class="quiet">{{ t('experiments.empty-text') }}</p>
        }
        @if (mayPlan()) {
          <button mat-stroked-button class="another" type="button" (click)="planning.set(true)">{{ t('experiments.plan') }}</button>
        }
      }
    </section>
  `,
  styles: `
    h2 {
      margin-bottom: var(--s3);
      scroll-margin-top: 80px;
    }

    polku-experiment-panel + polku-experiment-panel,
    polku-experiment-panel + .plan {
      margin-top: var(--s5);
      padding-top: var(--s5);
      border-top: 2px solid var(--line-2);
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
  private readonly messages = inject(Messages);
  private readonly session = inject(Session);
  protected readonly open = inject(OpenIdea);
  protected readonly t = injectTranslate();

  protected readonly experiments = computed(() => this.open.experiments.value() ?? []);
  protected readonly planning = signal(false);
  // One at a time: another is planned when the last one is over.
  protected readonly mayPlan = computed(
    () =>
      (this.open.idea.value()?.mayEdit ?? false) && this.experiments().every((it) => it.state === 'concluded' || it.state === 'stopped'),
  );

  protected readonly save: Save<TestCardEntry> = async (entry) => {
    try {
      const card = cardOf(entry, { card: null, planner: this.session.membership()?.member ?? '' });
      await this.api.plan(this.open.organisation(), this.open.number(), { title: entry.title.trim(), card });
      this.planning.set(false);
      this.messages.say(this.t('experiments.saved'));
      return undefined;
    } catch (error) {
      return asProblem(error);
    } finally {
      void this.open.refresh('experiment-planned');
    }
  };
}
