import { Injectable, signal } from '@angular/core';
import type { IdeaCard } from '#contracts';

/** For which card a menu of moves was asked, and the button that it opens at. */
export interface AskedMenu {
  readonly card: IdeaCard;
  readonly at: HTMLElement;
}

/** Lets each card ask for the one menu of moves, which comes to the board a moment after its cards. */
@Injectable()
export class CardMenu {
  private readonly wanted = signal<AskedMenu | null>(null);

  /** Null while no menu is open. */
  readonly asked = this.wanted.asReadonly();

  ask(card: IdeaCard, at: HTMLElement): void {
    this.wanted.set({ card, at });
  }

  close(): void {
    this.wanted.set(null);
  }
}
