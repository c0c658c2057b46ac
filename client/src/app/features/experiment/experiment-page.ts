import { afterNextRender, ChangeDetectionStrategy, Component, computed, effect, inject, Injector, input, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { debounceTime, filter } from 'rxjs';
import { Languages } from '../../i18n/languages';
import { injectTranslate } from '../../i18n/translate';
import { Live } from '../../live/live';
import { Session } from '../../session/session';
import { EmptyState } from '../../ui/states/empty-state';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { TestCardFacts } from '../../ui/test-card/test-card-facts';
import { VerdictBox } from '../../ui/verdict/verdict-box';
import { LockedCard } from './card/locked-card';
import { ExperimentChart } from './chart/experiment-chart';
import { EndForm } from './end/end-form';
import { EndedWords } from './end/ended-words';
import { ExperimentMoves } from './experiment-moves';
import { goToPlace } from './go-to';
import { ExperimentHead } from './head/experiment-head';
import { Engagements } from './measure/engagements';
import { Measurements } from './measure/measurements';
import { Observations } from './measure/observations';
import { ExperimentNext } from './next/experiment-next';
import { OpenExperiment } from './open-experiment';
import { CardPlan } from './plan/card-plan';
import { PlanCard } from './plan/plan-card';

/** All of one experiment: its plan, its locked card, what was measured, what the rule says of it, and how it ended. */
@Component({
  selector: 'polku-experiment-page',
  imports: [
    EmptyState,
    EndedWords,
    EndForm,
    Engagements,
    ErrorState,
    ExperimentChart,
    ExperimentHead,
    ExperimentNext,
    LockedCard,
    Measurements,
    Observations,
    PlanCard,
    Skeleton,
    TestCardFacts,
    VerdictBox,
  ],
  providers: [OpenExperiment, CardPlan, ExperimentMoves],
  templateUrl: './experiment-page.html',
  styleUrl: './experiment-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExperimentPage {
  private readonly session = inject(Session);
  private readonly languages = inject(Languages);
  private readonly injector = inject(Injector);
  protected readonly open = inject(OpenExperiment);
  protected readonly t = injectTranslate();

  readonly id = input.required<string>();

  protected readonly experiment = this.open.experiment;
  protected readonly missing = computed(() => this.experiment.value() === undefined && this.experiment.problem()?.code === 'not-found');
  protected readonly ending = computed(() => {
    const doing = this.open.doing();
    return doing?.kind === 'end' ? doing.ending : null;
  });

  constructor() {
    effect(() => {
      const organisation = this.session.organisation();
      const id = this.id();
      if (organisation) untracked(() => this.open.open(organisation, id));
    });
    // Names of steps and refusals come in the language of the screen.
    let language = this.languages.current();
    effect(() => {
      const chosen = this.languages.current();
      if (chosen !== language) untracked(() => void this.open.refresh());
      language = chosen;
    });
    // The form that ends it opens above, and its first line is read.
    effect(() => {
      if (this.ending()) untracked(() => afterNextRender(() => goToPlace('end-title'), { injector: this.injector }));
    });
    const live = inject(Live);
    live.changes
      .pipe(
        filter((change) => change.number === this.open.ideaNumber()),
        debounceTime(150),
        takeUntilDestroyed(),
      )
      .subscribe(() => void this.open.refresh());
    live.resets.pipe(takeUntilDestroyed()).subscribe(() => void this.open.refresh());
  }

  protected retry(): void {
    void this.open.refresh();
  }
}
