import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CardField } from '#contracts';
import { injectTranslate } from '../../../i18n/translate';
import { maySteer } from '../../../ui/experiment/experiment-state';
import { FormProblem } from '../../../ui/form/form-problem';
import { Refusals } from '../../../ui/refusals/refusals';
import { firstMoveOf, type Ending } from '../end/endings';
import { ExperimentMoves } from '../experiment-moves';
import { OpenExperiment } from '../open-experiment';
import { isPeriodWrong } from '../plan/card-entry';
import { CardPlan } from '../plan/card-plan';
import { goToField, goToPlace, injectGoTo } from '../go-to';
import { nextStepOf, otherObstacles } from './next-step';

/** What comes next with the experiment: what is still missing, and the one thing to do. */
@Component({
  selector: 'polku-experiment-next',
  imports: [FormProblem, MatButton, Refusals, RouterLink],
  templateUrl: './experiment-next.html',
  styleUrl: './experiment-next.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExperimentNext {
  private readonly goToPart = injectGoTo();
  protected readonly open = inject(OpenExperiment);
  protected readonly plan = inject(CardPlan);
  protected readonly moves = inject(ExperimentMoves);
  protected readonly t = injectTranslate();

  protected readonly experiment = computed(() => this.open.experiment.value());
  protected readonly step = computed(() => {
    const experiment = this.experiment();
    return experiment ? nextStepOf(experiment) : null;
  });
  protected readonly start = computed(() => {
    const step = this.step();
    if (step?.kind !== 'start') return null;
    return { missing: this.plan.missing(), others: otherObstacles(step.move), periodWrong: isPeriodWrong(this.plan.entry()) };
  });
  /** Everything is written and nothing stands against it. */
  protected readonly mayStart = computed(() => {
    const start = this.start();
    return start !== null && start.missing.length === 0 && !start.periodWrong && start.others.length === 0;
  });
  protected readonly mayStop = computed(() => {
    const experiment = this.experiment();
    return experiment !== undefined && maySteer(experiment) && firstMoveOf('stop', experiment)?.refusals.length === 0;
  });
  /** A form of its own is open: what is to be done next is to be done there. */
  protected readonly elsewhere = computed(() => {
    const doing = this.open.doing();
    return doing?.kind === 'amend' || doing?.kind === 'end';
  });
  protected readonly nothingMeasured = computed(() => this.experiment()?.measurements.every((it) => it.withdrawn) ?? true);

  protected name(field: CardField): string {
    return this.t(`codes.card.${field}`);
  }

  protected goTo(field: CardField): void {
    goToField('card', field);
  }

  /** Leads to what is missing first, or asks to confirm the start. */
  protected beginStart(): void {
    const missing = this.start()?.missing[0];
    if (missing) goToField('card', missing);
    else if (this.start()?.periodWrong) goToField('card', 'endsOn');
    else {
      this.open.doing.set({ kind: 'start' });
      this.goToPart('start-lock');
    }
  }

  protected leaveStart(): void {
    this.open.doing.set(null);
    this.goToPart('next-title');
  }

  protected async lock(): Promise<void> {
    await this.moves.start();
    this.goToPart('next-title');
  }

  protected begin(ending: Ending): void {
    this.open.doing.set({ kind: 'end', ending });
  }

  protected measure(): void {
    goToPlace('measure-form');
  }
}
