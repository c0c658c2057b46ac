import { computed, signal } from '@angular/core';
import { asProblem, type ProblemError } from './problem-error';

/** Something that is fetched, and fetched again: the last answer stays while the next is on its way, or when it fails. */
export class Loaded<T> {
  private readonly answer = signal<{ readonly value: T } | undefined>(undefined);
  private readonly failure = signal<ProblemError | undefined>(undefined);
  private readonly asking = signal(false);
  private latest = 0;

  readonly value = computed(() => this.answer()?.value);
  /** What went wrong with the latest request; gone with the next answer. */
  readonly problem = this.failure.asReadonly();
  readonly busy = this.asking.asReadonly();
  /** Asked for the first time, and neither answered nor failed yet. */
  readonly pending = computed(() => this.answer() === undefined && this.failure() === undefined);

  constructor(private readonly fetch: () => Promise<T>) {}

  /** Fetches; of several requests under way the latest counts. */
  async load(): Promise<void> {
    const turn = ++this.latest;
    this.asking.set(true);
    try {
      const value = await this.fetch();
      if (turn === this.latest) this.take(value);
    } catch (error) {
      if (turn === this.latest) this.failure.set(asProblem(error));
    } finally {
      if (turn === this.latest) this.asking.set(false);
    }
  }

  /** Shows what another request has answered; a request under way no longer counts. */
  set(value: T): void {
    this.latest++;
    this.asking.set(false);
    this.take(value);
  }

  /** Forgets everything, for another thing in the same place. */
  clear(): void {
    this.latest++;
    this.answer.set(undefined);
    this.failure.set(undefined);
    this.asking.set(false);
  }

  private take(value: T): void {
    this.answer.set({ value });
    this.failure.set(undefined);
  }
}
