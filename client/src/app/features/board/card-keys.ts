import { LiveAnnouncer } from '@angular/cdk/a11y';
import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import type { IdeaCard } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Selection } from '../../ui/bulk/selection';
import { BoardLook } from './board-look';
import { BoardStore } from './board-store';
import { CardFocus } from './card-focus';
import { CardMover } from './card-mover';
import { columnOf, spotOf, type Spot } from './columns';
import { dropOf, injectDropWords, isPossible } from './drop-words';
import { Hand } from './hand';

const arrows: Readonly<Record<string, readonly [columns: number, rows: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * The board by keyboard: arrows go from card to card; space picks a card up, arrows carry it, space puts it down, escape
 * gives it back. Every step is said aloud, and the focus stays with the card.
 */
@Injectable()
export class CardKeys {
  private readonly store = inject(BoardStore);
  private readonly hand = inject(Hand);
  private readonly mover = inject(CardMover);
  private readonly selection = inject(Selection);
  private readonly focus = inject(CardFocus);
  private readonly look = inject(BoardLook);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly dropWords = injectDropWords();
  private readonly t = injectTranslate();
  private readonly first = computed(
    () => this.store.columns().find((it) => it.cards.length > 0 && !this.look.isFolded(it.step))?.cards[0]?.number ?? null,
  );
  private readonly chosen = linkedSignal<number | null, number | null>({
    source: this.first,
    // The card that was last in focus stays the way in, as long as it is shown.
    computation: (first, previous) => {
      const last = previous?.value ?? null;
      const spot = last === null ? undefined : this.store.spotOf(last);
      return spot && !this.look.isFolded(spot.step) ? last : first;
    },
  });

  /** The one card that the tab key reaches. */
  readonly active = this.chosen.asReadonly();

  /** The card has the focus. */
  arrive(number: number): void {
    this.chosen.set(number);
  }

  press(event: KeyboardEvent, card: IdeaCard): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.hand.spot() ? this.pressHolding(event.key) : this.pressFree(event.key, card)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** Gives the card back, as when the focus goes elsewhere. */
  giveBack(): void {
    const card = this.hand.card();
    if (!card || !this.hand.spot()) return;
    this.hand.letGo();
    this.say('board.keys.given-back', { title: card.title });
  }

  private pressFree(key: string, card: IdeaCard): boolean {
    const arrow = arrows[key];
    if (arrow) this.go(card, arrow);
    else if (key === 'x' || key === 'X' || (this.selection.isOn() && (key === ' ' || key === 'Enter'))) this.select(card);
    else if (key === 'Escape' && this.selection.isOn()) this.selection.clear();
    else if (key === ' ') this.pickUp(card);
    else return false;
    return true;
  }

  private pressHolding(key: string): boolean {
    const card = this.hand.card();
    const spot = this.hand.spot();
    if (!card || !spot) return false;
    const arrow = arrows[key];
    if (arrow) this.carry(card, spot, arrow);
    else if (key === ' ' || key === 'Enter') void this.putDown(card, spot);
    else if (key === 'Escape' || key === 'Tab') this.giveBack();
    else return false;
    return key !== 'Tab';
  }

  private select(card: IdeaCard): void {
    this.selection.toggle(card.number);
    const said = this.selection.has(card.number) ? 'selected' : 'unselected';
    this.say(`board.keys.${said}`, { title: card.title, count: this.selection.count() });
  }

  private pickUp(card: IdeaCard): void {
    const spot = this.store.spotOf(card.number);
    if (!spot || this.store.moving().has(card.number)) return;
    this.hand.carry(card, spot);
    this.say('board.keys.picked-up', { title: card.title, column: this.nameOf(spot.step), position: spot.index + 1 });
  }

  private carry(card: IdeaCard, spot: Spot, [across, down]: readonly [number, number]): void {
    if (across === 0 && !this.store.isByHand()) {
      this.say('board.keys.sorted');
      return;
    }
    const columns = this.store.columnsOf(card.number);
    const at = columns.findIndex((it) => it.step === spot.step);
    const column = columns[Math.min(Math.max(at + across, 0), columns.length - 1)];
    if (!column) return;
    const others = column.cards.filter((it) => it.number !== card.number).length;
    const home = spotOf(columns, card.number);
    const wished = across === 0 ? spot.index + down : column.step === home?.step ? home.index : 0;
    const next = { step: column.step, index: Math.min(Math.max(wished, 0), others) };
    this.hand.carry(card, next);
    this.focus.reveal(next.step);
    const words = this.dropWords(dropOf(card, next.step));
    this.say('board.keys.over', { column: column.name, position: next.index + 1, count: others + 1, words });
  }

  private async putDown(card: IdeaCard, spot: Spot): Promise<void> {
    const home = this.store.spotOf(card.number);
    const drop = dropOf(card, spot.step);
    if (drop.kind === 'none') {
      this.say('board.drop.none');
      return;
    }
    this.hand.letGo();
    if (home?.step === spot.step && home.index === spot.index) {
      this.say('board.keys.given-back', { title: card.title });
      return;
    }
    // A dialog gives the focus back by itself when it closes; a card that moves at once takes it along.
    const moved = this.mover.drop(card, spot);
    if (isPossible(drop)) this.focus.on(card.number);
    await moved;
    // Whoever has gone on meanwhile is not called back.
    if (this.focus.isLost()) this.focus.on(card.number);
  }

  private go(card: IdeaCard, [across, down]: readonly [number, number]): void {
    // Up and down lead through all lanes, left and right along one.
    if (across === 0) {
      const spot = spotOf(this.store.columns(), card.number);
      const next = spot && columnOf(this.store.columns(), spot.step)?.cards[spot.index + down];
      if (next) this.focus.move(next.number);
      return;
    }
    const columns = this.store.columnsOf(card.number);
    const spot = spotOf(columns, card.number);
    if (!spot) return;
    const at = columns.findIndex((it) => it.step === spot.step);
    for (let to = at + across; to >= 0 && to < columns.length; to += across) {
      const { cards = [], step = '' } = columns[to] ?? {};
      if (this.look.isFolded(step)) continue;
      const next = cards[Math.min(spot.index, cards.length - 1)];
      if (next) {
        this.focus.move(next.number);
        return;
      }
    }
  }

  private nameOf(step: string): string {
    return columnOf(this.store.columns(), step)?.name ?? '';
  }

  private say(key: string, params?: Readonly<Record<string, unknown>>): void {
    void this.announcer.announce(this.t(key, params), 'assertive');
  }
}
