import { afterNextRender, effect, inject, Injectable, Injector, PendingTasks, signal } from '@angular/core';
import { BoardStore } from './board-store';
import type { Columns } from './columns';

/** How many cards are drawn before the page takes a breath: about as many as a slow computer draws without being felt to stand still. */
const A_TURN = 6;

/**
 * A board that has just come is drawn a few cards at a time, after the heads of its columns and row by row through all of them, so that the
 * page answers in between. What comes later is drawn at once.
 */
@Injectable()
export class FirstDrawing {
  private readonly store = inject(BoardStore);
  private readonly injector = inject(Injector);
  private readonly pending = inject(PendingTasks);
  private readonly allowed = signal(0);

  constructor() {
    const drawing = effect(() => {
      if (!this.store.board()) return;
      const allowed = this.allowed();
      if (allowed === Infinity) drawing.destroy();
      else this.goOnAfter(allowed);
    });
  }

  /** How many cards of a column may be drawn by now. */
  mostOf(step: string): number {
    const allowed = this.allowed();
    return allowed === Infinity ? Infinity : rowByRow(this.store.columns(), allowed, step);
  }

  private goOnAfter(allowed: number): void {
    const drawn = this.pending.add();
    const next = (): void => {
      const all = this.store.columns().reduce((count, { cards }) => count + cards.length, 0);
      const more = allowed + A_TURN;
      this.allowed.set(more < all ? more : Infinity);
      drawn();
    };
    // A task of its own: what somebody has pressed meanwhile comes first.
    afterNextRender(() => setTimeout(next), { injector: this.injector });
  }
}

/** How many of the first `allowed` cards are of `step`, counted row by row through all columns. */
const rowByRow = (columns: Columns, allowed: number, step: string): number => {
  let [left, row] = [allowed, 0];
  for (;;) {
    const still = columns.filter(({ cards }) => cards.length > row);
    if (still.length === 0) return row;
    const at = still.findIndex((column) => column.step === step);
    if (at === -1) return row;
    if (still.length >= left) return at < left ? row + 1 : row;
    left -= still.length;
    row += 1;
  }
};
