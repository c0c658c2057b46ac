import { computed, inject, Injectable, signal } from '@angular/core';
import type { IdeaCard, ListedIdea } from '#contracts';
import { BoardsApi } from '../../api/boards-api';
import { IdeasApi, type IdeasQuery } from '../../api/ideas-api';
import { Loaded } from '../../api/loaded';
import { asProblem, type ProblemError } from '../../api/problem-error';

/** A step that the list can be narrowed to. */
export interface StepChoice {
  readonly step: string;
  readonly name: string;
}

/** The steps of a pathway: its stations in order, and the steps beside them. */
export interface Steps {
  readonly stations: readonly StepChoice[];
  readonly aside: readonly StepChoice[];
}

/** A list of ideas, page by page. */
@Injectable()
export class IdeasList {
  private readonly ideas = inject(IdeasApi);
  private readonly boards = inject(BoardsApi);
  private organisation = '';
  private pathway = '';
  private query: IdeasQuery = {};

  private readonly first = new Loaded(() => this.ideas.list(this.organisation, this.query));
  private readonly known = new Loaded(async (): Promise<Steps> => {
    const board = await this.boards.read(this.organisation, this.pathway, {}, { limit: 1 });
    return { stations: board.columns, aside: board.aside };
  });
  private readonly later = signal<readonly ListedIdea[]>([]);
  private readonly changed = signal<ReadonlyMap<number, ListedIdea>>(new Map());
  private readonly cursor = signal<string | null | undefined>(undefined);
  private readonly fetching = signal(false);
  private readonly moreFailed = signal<ProblemError | undefined>(undefined);

  readonly steps = computed<Steps>(() => this.known.value() ?? { stations: [], aside: [] });
  readonly items = computed<readonly ListedIdea[]>(() => {
    const changed = this.changed();
    return [...(this.first.value()?.items ?? []), ...this.later()].map((it) => changed.get(it.number) ?? it);
  });
  readonly pending = this.first.pending;
  readonly busy = computed(() => this.first.busy() || this.fetching());
  /** Why there is nothing to show, or why no more came. */
  readonly problem = computed(() => this.first.problem() ?? this.moreFailed());
  readonly next = computed(() => (this.cursor() === undefined ? (this.first.value()?.next ?? null) : this.cursor()));

  /** Shows the first page of what is asked for. */
  async show(organisation: string, pathway: string, query: IdeasQuery): Promise<void> {
    const elsewhere = organisation !== this.organisation || pathway !== this.pathway;
    this.organisation = organisation;
    this.pathway = pathway;
    this.query = query;
    if (elsewhere) {
      this.first.clear();
      void this.known.load();
    }
    await this.again();
  }

  /** Fetches the first page again. */
  async again(): Promise<void> {
    this.moreFailed.set(undefined);
    await this.first.load();
    this.later.set([]);
    this.changed.set(new Map());
    this.cursor.set(undefined);
  }

  /** Shows a card as it is now, where it stands: whoever changed it still sees it, also where the list no longer asks for it. */
  renew(card: IdeaCard): void {
    this.changed.update((cards) => new Map(cards).set(card.number, card));
  }

  /** The names of steps follow the language. */
  async renameSteps(): Promise<void> {
    await this.known.load();
  }

  /** Adds the next page. */
  async more(): Promise<void> {
    const cursor = this.next();
    if (!cursor || this.fetching()) return;
    const asked = this.query;
    this.fetching.set(true);
    this.moreFailed.set(undefined);
    try {
      const page = await this.ideas.list(this.organisation, { ...asked, cursor });
      if (asked !== this.query) return;
      const shown = new Set(this.items().map((it) => it.number));
      this.later.update((items) => [...items, ...page.items.filter((it) => !shown.has(it.number))]);
      this.cursor.set(page.next);
    } catch (error) {
      this.moreFailed.set(asProblem(error));
    } finally {
      this.fetching.set(false);
    }
  }
}
