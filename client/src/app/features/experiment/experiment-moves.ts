import { inject, Injectable, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { MoveExperiment } from '#contracts';
import { ExperimentsApi } from '../../api/experiments-api';
import type { ProblemError } from '../../api/problem-error';
import { injectTranslate } from '../../i18n/translate';
import { Messages } from '../../ui/messages/messages';
import { movesOf, type Ending } from './end/endings';
import { OpenExperiment } from './open-experiment';
import { CardPlan } from './plan/card-plan';

/** What is written when an experiment ends. */
export type EndingWords = Pick<MoveExperiment, 'result' | 'lesson'>;

/** Moves the experiment that the page shows along its machine. */
@Injectable()
export class ExperimentMoves {
  private readonly api = inject(ExperimentsApi);
  private readonly open = inject(OpenExperiment);
  private readonly plan = inject(CardPlan);
  private readonly messages = inject(Messages);
  private readonly router = inject(Router);
  private readonly t = injectTranslate();

  /** Why the last move was not made. */
  readonly problem = signal<ProblemError | undefined>(undefined);

  /** Starts it, which locks the card as it is written now. */
  async start(): Promise<void> {
    this.problem.set(undefined);
    await this.plan.save();
    if (this.plan.keeping() !== 'saved') {
      this.open.doing.set(null);
      return;
    }
    await this.take('running');
  }

  /** Says that everything is measured. */
  async finish(): Promise<void> {
    await this.take('measured');
  }

  /** Ends it; answers what went wrong. Adapted, it leads on to the new experiment; scaled, to the idea, where the decision is asked for. */
  async end(ending: Ending, words: EndingWords): Promise<ProblemError | undefined> {
    const experiment = this.open.experiment.value();
    if (!experiment) return undefined;
    for (const to of movesOf(ending, experiment.state)) {
      const isLast = to === 'concluded' || to === 'stopped';
      const more = isLast ? { ...words, ...(ending === 'adapt' ? { adapt: true as const } : {}) } : {};
      const problem = await this.open.act((organisation, { id, version }) => this.api.move(organisation, id, { to, version, ...more }));
      if (problem) return problem;
    }
    this.open.doing.set(null);
    const ended = this.open.experiment.value();
    this.messages.say(this.t('experiment.moved', { state: this.t(`codes.experiment-state.${ended?.state ?? 'concluded'}`) }));
    if (ending === 'adapt' && ended?.successor) {
      await this.router.navigate(['/', this.open.organisation(), 'experiments', ended.successor.id]);
    }
    return undefined;
  }

  private async take(to: 'running' | 'measured'): Promise<void> {
    this.problem.set(await this.open.act((organisation, { id, version }) => this.api.move(organisation, id, { to, version })));
    if (this.problem()) return;
    this.open.doing.set(null);
    this.messages.say(this.t('experiment.moved', { state: this.t(`codes.experiment-state.${to}`) }));
  }
}
