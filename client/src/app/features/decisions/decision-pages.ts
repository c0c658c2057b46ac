import { computed, inject, Injectable, signal } from '@angular/core';
import type { DecisionView } from '#contracts';
import { DecisionsApi, type DecisionsQuery } from '../../api/decisions-api';
import { Loaded } from '../../api/loaded';
import { asProblem, type ProblemError } from '../../api/problem-error';

/** Decisions in the order of the server, page by page. */
@Injectable()
export class DecisionPages {
  private readonly api = inject(DecisionsApi);
  private organisation = '';
  private query: DecisionsQuery = {};
  private readonly first = new Loaded(() => this.api.list(this.organisation, this.query));
  private readonly later = signal<readonly DecisionView[]>([]);
  private readonly cursor = signal<string | null | undefined>(undefined);
  private readonly moreFailed = signal<ProblemError | undefined>(undefined);
  private turn = 0;

  readonly items = computed<readonly DecisionView[]>(() => {
    const all = [...(this.first.value()?.items ?? []), ...this.later()];
    // What changed its place while pages were fetched may come twice.
    return [...new Map(all.map((it) => [it.id, it])).values()];
  });
  readonly next = computed(() => (this.cursor() === undefined ? (this.first.value()?.next ?? null) : this.cursor()));
  readonly pending = this.first.pending;
  readonly busy = this.first.busy;
  readonly problem = computed(() => this.first.problem() ?? this.moreFailed());

  /** Lists others; what is listed stays in sight until they are there. */
  async show(organisation: string, query: DecisionsQuery): Promise<void> {
    if (organisation !== this.organisation) this.first.clear();
    this.organisation = organisation;
    this.query = query;
    await this.again();
  }

  /** Fetches the first page again. */
  async again(): Promise<void> {
    this.turn++;
    this.moreFailed.set(undefined);
    await this.first.load();
    this.later.set([]);
    this.cursor.set(undefined);
  }

  async more(): Promise<void> {
    const cursor = this.next();
    if (!cursor) return;
    const { turn } = this;
    try {
      const page = await this.api.list(this.organisation, { ...this.query, cursor });
      if (turn !== this.turn) return;
      this.later.update((items) => [...items, ...page.items]);
      this.cursor.set(page.next);
    } catch (error) {
      if (turn === this.turn) this.moreFailed.set(asProblem(error));
    }
  }
}
