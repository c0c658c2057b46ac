import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { ExperimentView, IdeaView } from '#contracts';
import { ExperimentsApi } from '../../api/experiments-api';
import { IdeasApi } from '../../api/ideas-api';
import { Loaded } from '../../api/loaded';
import { asProblem, type ProblemError } from '../../api/problem-error';
import type { Ending } from './end/endings';

/** What somebody is doing with the experiment in a form of its own. */
export type Doing = { readonly kind: 'start' | 'amend' } | { readonly kind: 'end'; readonly ending: Ending };

const isExperiment = (current: unknown): current is ExperimentView =>
  typeof current === 'object' && current !== null && 'card' in current && 'version' in current;

/** The experiment that the page shows, with its idea, and what is being done with it. */
@Injectable()
export class OpenExperiment {
  private readonly api = inject(ExperimentsApi);
  private readonly ideas = inject(IdeasApi);
  private readonly at = signal({ organisation: '', id: '' });

  readonly organisation = computed(() => this.at().organisation);
  readonly id = computed(() => this.at().id);
  readonly experiment = new Loaded<ExperimentView>(() => this.api.read(this.organisation(), this.id()));
  readonly idea = new Loaded<IdeaView>(() => this.ideas.read(this.organisation(), this.ideaNumber() ?? 0));
  readonly ideaNumber = computed(() => this.experiment.value()?.idea.number);

  /** The form that is open, besides those that always are. */
  readonly doing = signal<Doing | null>(null);
  readonly busy = signal(false);
  /** Its end has passed, and nobody has said what follows. */
  readonly overdue = computed(() => this.experiment.value()?.overdue === true);

  constructor() {
    effect(() => {
      if (this.ideaNumber() !== undefined) untracked(() => void this.idea.load());
    });
  }

  /** The experiment, once the path of its idea is there too, or not to be had: coming later, it would move what is below. */
  readonly ready = computed(() => (this.idea.pending() ? undefined : this.experiment.value()));

  /** Shows another experiment. */
  open(organisation: string, id: string): void {
    this.at.set({ organisation, id });
    this.doing.set(null);
    this.experiment.clear();
    this.idea.clear();
    void this.experiment.load();
  }

  /** Fetches again what others may have changed. */
  async refresh(): Promise<void> {
    await Promise.all([this.experiment.load(), ...(this.ideaNumber() === undefined ? [] : [this.idea.load()])]);
  }

  /**
   * Does something with the experiment as it is now, and shows what came of it; answers what went wrong. When somebody else was faster,
   * what they made of it is shown.
   */
  async act(run: (organisation: string, experiment: ExperimentView) => Promise<ExperimentView>): Promise<ProblemError | undefined> {
    const experiment = this.experiment.value();
    if (!experiment) return undefined;
    this.busy.set(true);
    try {
      this.experiment.set(await run(this.organisation(), experiment));
      return undefined;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.code === 'version-conflict' && isExperiment(problem.current)) this.experiment.set(problem.current);
      return problem;
    } finally {
      this.busy.set(false);
    }
  }
}
