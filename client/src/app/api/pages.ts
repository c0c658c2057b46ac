import { computed, signal, type Signal } from '@angular/core';
import { Loaded } from './loaded';
import { asProblem, type ProblemError } from './problem-error';

/** A page of a list, as the server answers it. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Where the next one starts; null at the end. */
  readonly next: string | null;
}

/** A list that is shown page by page; asked for anew when what is asked for changes, while the last answer stays in sight. */
export class Pages<T, P extends Page<T>, Q extends object> {
  private query: Q | undefined;
  private readonly newest: Loaded<P>;
  private readonly later = signal<readonly T[]>([]);
  private readonly cursor = signal<string | null | undefined>(undefined);
  private readonly fetching = signal(false);
  private readonly moreFailed = signal<ProblemError | undefined>(undefined);

  /** The first page, with whatever else it says. */
  readonly first: Signal<P | undefined>;
  readonly items: Signal<readonly T[]>;
  /** Where the next page starts; null at the end. */
  readonly next: Signal<string | null>;
  readonly pending: Signal<boolean>;
  readonly busy: Signal<boolean>;
  /** Why there is nothing to show, or why no more came. */
  readonly problem: Signal<ProblemError | undefined>;

  /**
   * @param fetch asks for a page
   * @param keyOf what makes an item the same as another
   */
  constructor(
    private readonly fetch: (query: Q & { readonly cursor?: string }) => Promise<P>,
    private readonly keyOf: (item: T) => unknown,
  ) {
    this.newest = new Loaded(() => this.fetch(this.query ?? ({} as Q)));
    this.first = this.newest.value;
    this.items = computed(() => [...(this.first()?.items ?? []), ...this.later()]);
    this.next = computed(() => {
      const cursor = this.cursor();
      return cursor === undefined ? (this.first()?.next ?? null) : cursor;
    });
    this.pending = this.newest.pending;
    this.busy = computed(() => this.newest.busy() || this.fetching());
    this.problem = computed(() => this.newest.problem() ?? this.moreFailed());
  }

  /** Shows the first page of what is asked for. */
  async show(query: Q): Promise<void> {
    this.query = query;
    await this.again();
  }

  /** Fetches the first page again. */
  async again(): Promise<void> {
    const asked = this.query;
    this.moreFailed.set(undefined);
    await this.newest.load();
    if (asked !== this.query) return;
    this.later.set([]);
    this.cursor.set(undefined);
  }

  /** Adds the next page. */
  async more(): Promise<void> {
    const [cursor, asked] = [this.next(), this.query];
    if (!cursor || !asked || this.fetching()) return;
    this.fetching.set(true);
    this.moreFailed.set(undefined);
    try {
      const page = await this.fetch({ ...asked, cursor });
      if (asked !== this.query) return;
      const shown = new Set(this.items().map(this.keyOf));
      this.later.update((items) => [...items, ...page.items.filter((it) => !shown.has(this.keyOf(it)))]);
      this.cursor.set(page.next);
    } catch (error) {
      if (asked === this.query) this.moreFailed.set(asProblem(error));
    } finally {
      this.fetching.set(false);
    }
  }
}
