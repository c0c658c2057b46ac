import { computed, inject, Injectable, signal } from '@angular/core';
import type { DecisionView, MakeDecision } from '#contracts';
import { DecisionsApi, type DecisionsQuery } from '../../api/decisions-api';
import { Loaded } from '../../api/loaded';
import { asProblem, type ProblemError } from '../../api/problem-error';

/** What waits for me, what I decided, everything. */
export type QueueView = 'mine' | 'decided' | 'all';

const queries: Readonly<Record<QueueView, DecisionsQuery>> = {
  mine: { mine: true },
  decided: { mine: true, state: 'decided' },
  all: {},
};

/** Waiting before decided; what waits by its deadline, what is decided with the newest first. */
export const inOrder = (decisions: readonly DecisionView[]): DecisionView[] => {
  const waiting = decisions.filter((it) => it.state !== 'decided').sort((a, b) => Date.parse(a.deadline) - Date.parse(b.deadline));
  const decided = decisions
    .filter((it) => it.state === 'decided')
    .sort((a, b) => Date.parse(b.decidedAt ?? b.askedAt) - Date.parse(a.decidedAt ?? a.askedAt));
  return [...waiting, ...decided];
};

/** The decisions of an organisation, as one person looks at them. */
@Injectable()
export class DecisionsQueue {
  private readonly api = inject(DecisionsApi);
  private organisation = '';
  private readonly view = signal<QueueView>('mine');
  private readonly first = new Loaded(() => this.api.list(this.organisation, queries[this.view()]));
  private readonly later = signal<readonly DecisionView[]>([]);
  private readonly cursor = signal<string | null | undefined>(undefined);
  private readonly moreFailed = signal<ProblemError | undefined>(undefined);
  /** Decided here a moment ago: they stay in sight until the list is fetched for another view. */
  private readonly justDecided = signal<readonly DecisionView[]>([]);

  readonly items = computed<readonly DecisionView[]>(() => {
    const fresh = new Map(this.justDecided().map((it) => [it.id, it]));
    const listed = [...(this.first.value()?.items ?? []), ...this.later()].map((it) => fresh.get(it.id) ?? it);
    const known = new Set(listed.map((it) => it.id));
    return inOrder([...listed, ...this.justDecided().filter((it) => !known.has(it.id))]);
  });
  readonly next = computed(() => (this.cursor() === undefined ? (this.first.value()?.next ?? null) : this.cursor()));
  readonly pending = this.first.pending;
  readonly busy = this.first.busy;
  readonly problem = computed(() => this.first.problem() ?? this.moreFailed());

  async show(organisation: string, view: QueueView): Promise<void> {
    this.organisation = organisation;
    this.view.set(view);
    this.first.clear();
    this.justDecided.set([]);
    await this.again();
  }

  /** Fetches the first page again. */
  async again(): Promise<void> {
    this.moreFailed.set(undefined);
    await this.first.load();
    this.later.set([]);
    this.cursor.set(undefined);
  }

  async more(): Promise<void> {
    const cursor = this.next();
    if (!cursor) return;
    try {
      const page = await this.api.list(this.organisation, { ...queries[this.view()], cursor });
      this.later.update((items) => [...items, ...page.items]);
      this.cursor.set(page.next);
    } catch (error) {
      this.moreFailed.set(asProblem(error));
    }
  }

  /** Decides; answers the problem when it was not saved. */
  async decide(id: string, input: MakeDecision): Promise<ProblemError | undefined> {
    try {
      const decided = await this.api.make(this.organisation, id, input);
      this.justDecided.update((items) => [...items.filter((it) => it.id !== id), decided]);
      return undefined;
    } catch (error) {
      return asProblem(error);
    }
  }
}
