import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ExperimentState, ExperimentView, RecordMeasurement } from '#contracts';
import { METRICS } from '#contracts/constants';
import { ExperimentsApi } from '../../../api/experiments-api';
import { asProblem, type ProblemError } from '../../../api/problem-error';
import { injectTranslate } from '../../../i18n/translate';
import { Session } from '../../../session/session';
import type { Save } from '../../../ui/form/form-problem';
import { FormProblem } from '../../../ui/form/form-problem';
import { Messages } from '../../../ui/messages/messages';
import { Refusals } from '../../../ui/refusals/refusals';
import { Tag, type Meaning } from '../../../ui/tag/tag';
import { OpenIdea } from '../open-idea';
import { EndExperimentForm, type ExperimentEnd, type ExperimentMove } from './end-experiment-form';
import { MeasurementForm } from './measurement-form';
import { MeasurementTable } from './measurement-table';
import { cardOf, type TestCardEntry } from './test-card';
import { TestCardFacts } from './test-card-facts';
import { TestCardForm } from './test-card-form';
import { VerdictBox } from './verdict-box';

const meanings = {
  planned: 'unclear',
  running: 'path',
  measured: 'waiting',
  concluded: 'met',
  stopped: 'lesson',
} as const satisfies Record<ExperimentState, Meaning>;

/** One experiment: its test card, measurements, verdict, and the moves it may make. */
@Component({
  selector: 'polku-experiment-panel',
  imports: [
    EndExperimentForm,
    FormProblem,
    MatButton,
    MeasurementForm,
    MeasurementTable,
    Refusals,
    Tag,
    TestCardFacts,
    TestCardForm,
    VerdictBox,
  ],
  templateUrl: './experiment-panel.html',
  styleUrl: './experiment-panel.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ExperimentPanel {
  private readonly api = inject(ExperimentsApi);
  private readonly messages = inject(Messages);
  private readonly open = inject(OpenIdea);
  private readonly session = inject(Session);
  protected readonly t = injectTranslate();

  readonly experiment = input.required<ExperimentView>();

  protected readonly meaning = computed<Meaning>(() => {
    const { state, verdict } = this.experiment();
    return state === 'concluded' && verdict.verdict !== 'met' ? 'lesson' : meanings[state];
  });
  protected readonly editing = signal(false);
  protected readonly measuring = signal(false);
  protected readonly ending = signal<ExperimentMove | null>(null);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ProblemError | undefined>(undefined);
  protected readonly measured = computed(() => this.experiment().state !== 'planned');
  /** Whether it is for this person to move the experiment on; `mayEdit` speaks of the card, which the start locks. */
  protected readonly maySteer = computed(() =>
    this.experiment().availableTransitions.some((move) => move.refusals.every((it) => it.code !== 'role-in')),
  );
  // The forms on this page speak of shares; what is measured otherwise has its values shown.
  private readonly inShares = computed(() => METRICS[this.experiment().card.kind].values.includes('successes'));
  protected readonly mayMeasure = computed(() => this.experiment().mayMeasure && this.inShares());
  protected readonly mayPlan = computed(() => this.experiment().mayEdit && this.experiment().card.kind === 'proportion');
  /** Moves in the order of the machine; to stop comes last. */
  protected readonly offered = computed(() =>
    [...this.experiment().availableTransitions].sort((a, b) => Number(a.to === 'stopped') - Number(b.to === 'stopped')),
  );
  /** Why the next move is not open yet. */
  protected readonly obstacles = computed(() => this.offered().find((it) => it.to !== 'stopped')?.refusals ?? []);

  protected readonly saveCard: Save<TestCardEntry> = (entry) =>
    this.work('experiment-edited', async () => {
      const { id, version, card } = this.experiment();
      const edited = cardOf(entry, { card, planner: this.session.membership()?.member ?? '' });
      await this.api.edit(this.open.organisation(), id, { version, title: entry.title.trim(), card: edited });
      this.editing.set(false);
      this.messages.say(this.t('experiments.saved'));
    });

  protected readonly saveMeasurement: Save<RecordMeasurement> = (input) =>
    this.work('measurement-recorded', async () => {
      await this.api.measure(this.open.organisation(), this.experiment().id, input);
      this.messages.say(this.t('experiments.added'));
    });

  protected saveEnd(move: ExperimentMove): Save<ExperimentEnd> {
    return (end) => this.take(move, end);
  }

  protected async choose(move: ExperimentMove): Promise<void> {
    if (move.asks.length > 0) this.ending.set(move);
    else this.problem.set(await this.take(move, {}));
  }

  private take(move: ExperimentMove, end: ExperimentEnd): Promise<ProblemError | undefined> {
    return this.work('experiment-moved', async () => {
      const { id, version } = this.experiment();
      const moved = await this.api.move(this.open.organisation(), id, { to: move.to, version, ...end });
      this.ending.set(null);
      this.messages.say(this.t('experiments.moved', { state: this.t(`codes.experiment-state.${moved.state}`) }));
    });
  }

  /** Does something with the experiment and fetches what it changed; answers what went wrong. */
  private async work(kind: 'experiment-edited' | 'experiment-moved' | 'measurement-recorded', act: () => Promise<void>) {
    this.busy.set(true);
    this.problem.set(undefined);
    try {
      await act();
      return undefined;
    } catch (error) {
      return asProblem(error);
    } finally {
      this.busy.set(false);
      void this.open.refresh(kind);
    }
  }
}
