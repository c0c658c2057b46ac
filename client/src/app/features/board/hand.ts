import { computed, inject, Injectable, signal } from '@angular/core';
import type { IdeaCard } from '#contracts';
import { BoardLive } from './board-live';
import type { Spot } from './columns';

/** The card that is being held, by pointer or by keyboard, and where the keyboard would put it down. */
@Injectable()
export class Hand {
  private readonly live = inject(BoardLive);
  private readonly held = signal<{ readonly card: IdeaCard; readonly spot: Spot | null } | null>(null);

  readonly card = computed(() => this.held()?.card ?? null);
  /** Only while it is held by keyboard. */
  readonly spot = computed(() => this.held()?.spot ?? null);

  /** Takes a card with the pointer; the browser then says where it is. */
  drag(card: IdeaCard): void {
    this.live.hold();
    this.held.set({ card, spot: null });
  }

  /** Takes a card with the keyboard, or holds it over another place. */
  carry(card: IdeaCard, spot: Spot): void {
    this.live.hold();
    this.held.set({ card, spot });
  }

  letGo(): void {
    this.held.set(null);
    this.live.release();
  }
}
