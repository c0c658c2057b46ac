import { computed, signal } from '@angular/core';
import { Loaded } from './loaded';
import { asProblem, type ProblemError } from './problem-error';

/** A page of something that grows at its beginning. */
export interface NewestPage<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** What happened or was said, newest first, page by page. */
export class NewestPages<Item extends { readonly id: string }> {
  private readonly newest: Loaded<NewestPage<Item>>;
  private readonly earlier = signal<readonly Item[]>([]);
  private readonly cursor = signal<string | null | undefined>(undefined);
  private readonly failed = signal<ProblemError | undefined>(undefined);
  private readonly fetching = signal(false);

  readonly items = computed<readonly Item[]>(() => {
    const first = this.newest.value()?.items ?? [];
    const shown = new Set(first.map((it) => it.id));
    return [...first, ...this.earlier().filter((it) => !shown.has(it.id))];
  });
  readonly next = computed(() => (this.cursor() === undefined ? (this.newest.value()?.next ?? null) : this.cursor()));
  readonly pending = computed(() => this.newest.pending());
  readonly problem = computed(() => this.newest.problem() ?? this.failed());
  readonly busy = this.fetching.asReadonly();

  constructor(private readonly fetch: (cursor: string | null) => Promise<NewestPage<Item>>) {
    this.newest = new Loaded(() => this.fetch(null));
  }

  /** Fetches the newest page again; what was shown of earlier pages stays. */
  async load(): Promise<void> {
    const before = this.newest.value()?.items ?? [];
    await this.newest.load();
    // New events push older ones off the first page: they stay in sight.
    const shown = new Set(this.earlier().map((it) => it.id));
    if (this.cursor() !== undefined) this.earlier.update((items) => [...before.filter((it) => !shown.has(it.id)), ...items]);
  }

  /** Fetches all that is shown again: what is earlier may have changed too. */
  async loadShown(): Promise<void> {
    await this.newest.load();
    const last = this.earlier().at(-1)?.id;
    if (last === undefined || this.newest.problem()) return;
    const fetched: Item[] = [];
    let cursor = this.newest.value()?.next ?? null;
    try {
      while (cursor && !fetched.some((it) => it.id === last)) {
        const page: NewestPage<Item> = await this.fetch(cursor);
        fetched.push(...page.items);
        cursor = page.next;
      }
    } catch (error) {
      this.failed.set(asProblem(error));
      return;
    }
    // Somebody may have gone further back, or elsewhere, meanwhile.
    if (this.earlier().at(-1)?.id !== last) return;
    this.earlier.set(fetched);
    this.cursor.set(cursor);
    this.failed.set(undefined);
  }

  /** Adds the page before the earliest that is shown. */
  async more(): Promise<void> {
    const cursor = this.next();
    if (!cursor || this.fetching()) return;
    this.fetching.set(true);
    this.failed.set(undefined);
    try {
      const page = await this.fetch(cursor);
      this.earlier.update((items) => [...items, ...page.items]);
      this.cursor.set(page.next);
    } catch (error) {
      this.failed.set(asProblem(error));
    } finally {
      this.fetching.set(false);
    }
  }

  /** Shows one that has changed as it is now, on whatever page it is. */
  replace(item: Item): void {
    const changed = (items: readonly Item[]): Item[] => items.map((it) => (it.id === item.id ? item : it));
    const first = this.newest.value();
    if (first) this.newest.set({ ...first, items: changed(first.items) });
    this.earlier.update(changed);
  }

  clear(): void {
    this.newest.clear();
    this.earlier.set([]);
    this.cursor.set(undefined);
    this.failed.set(undefined);
  }
}
