import { computed, inject, Injectable, signal } from '@angular/core';
import type { DecisionDetail, IdeaView, MakeDecision, ScoreDecision } from '#contracts';
import { DecisionsApi } from '../../api/decisions-api';
import { IdeasApi } from '../../api/ideas-api';
import { Loaded } from '../../api/loaded';
import { asProblem, type ProblemError } from '../../api/problem-error';

/** The decision that the page shows, with the idea that it is about. */
@Injectable()
export class OpenDecision {
  private readonly api = inject(DecisionsApi);
  private readonly ideas = inject(IdeasApi);
  private readonly at = signal({ organisation: '', id: '' });

  readonly organisation = computed(() => this.at().organisation);
  readonly id = computed(() => this.at().id);

  readonly decision = new Loaded<DecisionDetail>(() => this.api.read(this.organisation(), this.id()));
  /** For the line of its path; the decision is readable without it. */
  readonly idea = new Loaded<IdeaView | null>(async () => {
    const number = this.decision.value()?.idea.number;
    return number === undefined ? null : this.ideas.read(this.organisation(), number);
  });

  /** The decision, once the path of its idea is there too, or not to be had: coming later, it would move what is below. */
  readonly ready = computed(() => (this.idea.pending() ? undefined : this.decision.value()));

  /** Shows another decision. */
  async open(organisation: string, id: string): Promise<void> {
    this.at.set({ organisation, id });
    this.decision.clear();
    this.idea.clear();
    await this.refresh();
  }

  async refresh(): Promise<void> {
    await this.decision.load();
    await this.idea.load();
  }

  /** Gives or changes the scorecard; answers the problem when it was not saved. */
  score(input: ScoreDecision): Promise<ProblemError | undefined> {
    return this.write(async () => this.decision.set(await this.api.score(this.organisation(), this.id(), input)));
  }

  stepOut(reason: string): Promise<ProblemError | undefined> {
    return this.write(async () => this.decision.set(await this.api.stepOut(this.organisation(), this.id(), reason)));
  }

  decide(input: MakeDecision): Promise<ProblemError | undefined> {
    return this.write(async () => {
      await this.api.make(this.organisation(), this.id(), input);
      await this.refresh();
    });
  }

  handOver(to: string, reason: string): Promise<ProblemError | undefined> {
    return this.write(async () => {
      await this.api.delegate(this.organisation(), this.id(), { to, reason });
      await this.refresh();
    });
  }

  private async write(work: () => Promise<void>): Promise<ProblemError | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      const problem = asProblem(error);
      // What the page said was possible is out of date.
      if (problem.code === 'refused') await this.decision.load();
      return problem;
    }
  }
}
