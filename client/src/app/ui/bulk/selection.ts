import { computed, inject, Injectable, signal } from '@angular/core';
import { LIMITS } from '#contracts/constants';
import { ShownIdeas } from './shown-ideas';

/** The ideas that something is to be done to at once. An idea that is no longer shown is no longer one of them. */
@Injectable()
export class Selection {
  private readonly shown = inject(ShownIdeas);
  private readonly chosen = signal<readonly number[]>([]);
  private readonly known = computed(() => new Map(this.shown.lists().flatMap((list) => list.map((card) => [card.number, card] as const))));

  readonly cards = computed(() => {
    const chosen = this.chosen();
    if (chosen.length === 0) return [];
    const known = this.known();
    return chosen.flatMap((number) => known.get(number) ?? []);
  });
  readonly count = computed(() => this.cards().length);
  /** While anything is selected, a click selects. */
  readonly isOn = computed(() => this.count() > 0);
  private readonly numbers = computed(() => new Set(this.cards().map((card) => card.number)));

  has(number: number): boolean {
    return this.numbers().has(number);
  }

  /** Selects an idea or takes it out; no more than can be changed at once. */
  toggle(number: number): void {
    this.chosen.update((numbers) =>
      this.has(number) ? numbers.filter((it) => it !== number) : [...numbers.filter((it) => this.has(it)), number].slice(-LIMITS.bulk),
    );
  }

  /** Selects what stands between the idea that was selected last and this one, in one list; without such an idea this one. */
  extendTo(number: number): void {
    const last = this.chosen().findLast((it) => this.has(it));
    const list = this.shown.lists().find((cards) => cards.some((card) => card.number === number)) ?? [];
    const [from, to] = [last, number].map((it) => list.findIndex((card) => card.number === it));
    if (from === undefined || to === undefined || from < 0 || to < 0) {
      if (!this.has(number)) this.toggle(number);
      return;
    }
    const between = list.slice(Math.min(from, to), Math.max(from, to) + 1).map((card) => card.number);
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
