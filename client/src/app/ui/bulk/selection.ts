import { computed, inject, Injectable, signal } from '@angular/core';
import { LIMITS } from '#contracts/constants';
import { BoardStore } from './board-store';
import { cardOf, columnOf, spotOf } from './columns';

/** The cards that something is to be done to at once. A card that leaves the board is no longer one of them. */
@Injectable()
export class Selection {
  private readonly store = inject(BoardStore);
  private readonly chosen = signal<readonly number[]>([]);

  readonly cards = computed(() => this.chosen().flatMap((number) => cardOf(this.store.columns(), number) ?? []));
  readonly count = computed(() => this.cards().length);
  /** While anything is selected, a click selects. */
  readonly isOn = computed(() => this.count() > 0);
  private readonly numbers = computed(() => new Set(this.cards().map((card) => card.number)));

  has(number: number): boolean {
    return this.numbers().has(number);
  }

  /** Selects a card or takes it out; no more than can be changed at once. */
  toggle(number: number): void {
    this.chosen.update((numbers) =>
      this.has(number) ? numbers.filter((it) => it !== number) : [...numbers.filter((it) => this.has(it)), number].slice(-LIMITS.bulk),
    );
  }

  /** Selects what stands between the card that was selected last and this one, in one column; without such a card this one. */
  extendTo(number: number): void {
    const columns = this.store.columns();
    const last = this.chosen().findLast((it) => this.has(it));
    const [from, to] = [last === undefined ? undefined : spotOf(columns, last), spotOf(columns, number)];
    if (!from || from.step !== to?.step) {
      if (!this.has(number)) this.toggle(number);
      return;
    }
    const [first, end] = [Math.min(from.index, to.index), Math.max(from.index, to.index)];
    const between = (columnOf(columns, to.step)?.cards ?? []).slice(first, end + 1).map((card) => card.number);
    this.keep([...this.numbers(), ...between]);
  }

  /** Selects exactly these. */
  keep(numbers: readonly number[]): void {
    this.chosen.set([...new Set(numbers)].slice(0, LIMITS.bulk));
  }

  clear(): void {
    this.chosen.set([]);
  }
}
