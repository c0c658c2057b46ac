import { CdkDrag, CdkDropList, type CdkDragDrop, type CdkDragStart } from '@angular/cdk/drag-drop';
import { ApplicationRef, ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BoardColumn as Column, IdeaCard } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Messages } from '../../ui/messages/messages';
import { Session } from '../../session/session';
import { Skeleton } from '../../ui/states/skeleton';
import { BoardCard } from './board-card';
import { BoardLook } from './board-look';
import { BoardStore } from './board-store';
import { CardFocus } from './card-focus';
import { CardMover } from './card-mover';
import { dropOf, injectDropWords, isPossible } from './drop-words';
import { FirstDrawing } from './first-drawing';
import { Hand } from './hand';
import type { Lane } from './lanes/lanes';
import { WhenSeen } from './when-seen';

/** The cards of a column, or of its part in one lane. While a card is held it says what a drop would do. */
@Component({
  selector: 'polku-column-cards',
  imports: [BoardCard, CdkDrag, CdkDropList, RouterLink, Skeleton, WhenSeen],
  templateUrl: './column-cards.html',
  styleUrl: './column-cards.scss',
  host: {
    '[class.no]': "state() === 'no'",
    '[class.folded]': 'folded()',
    '[class.cell]': 'lane() !== null',
    '[attr.data-step]': 'lane() && column().step',
    '[attr.data-lane]': 'lane()?.key ?? null',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ColumnCards {
  readonly column = input.required<Column>();
  readonly place = input<'first' | 'inner' | 'last'>('inner');
  /** Null on a board without lanes. */
  readonly lane = input<Lane | null>(null);

  private readonly application = inject(ApplicationRef);
  private readonly mover = inject(CardMover);
  private readonly focus = inject(CardFocus);
  private readonly look = inject(BoardLook);
  private readonly messages = inject(Messages);
  private readonly drawing = inject(FirstDrawing);
  private readonly dropWords = injectDropWords();
  protected readonly store = inject(BoardStore);
  protected readonly hand = inject(Hand);
  protected readonly session = inject(Session);
  protected readonly t = injectTranslate();
  protected readonly folded = computed(() => this.look.isFolded(this.column().step));
  private readonly most = computed(() => (this.lane() ? Infinity : this.drawing.mostOf(this.column().step)));
  private readonly isDrawn = computed(() => this.most() >= this.column().cards.length);
  protected readonly shown = computed(() => {
    if (this.folded()) return [];
    return this.isDrawn() ? this.column().cards : this.column().cards.slice(0, this.most());
  });

  private readonly drop = computed(() => {
    const card = this.hand.card();
    return card && dropOf(card, this.column().step);
  });

  /** Whether the card that is held belongs to another lane. */
  private readonly isElsewhere = computed(() => {
    const card = this.hand.card();
    return card !== null && this.isOfAnotherLane(card);
  });

  protected readonly words = computed(() => {
    const drop = this.drop();
    if (!drop || this.isElsewhere()) return '';
    const words = this.dropWords(drop);
    const { limit, total } = this.column();
    const goesOver = limit && total >= limit.atMost && (drop.kind === 'open' || drop.kind === 'asks');
    return goesOver ? this.t('board.drop.over', { words, atMost: limit.atMost }) : words;
  });

  protected readonly state = computed(() => {
    const drop = this.drop();
    if (!drop) return 'rest';
    if (this.isElsewhere()) return 'no';
    if (drop.kind === 'stay') return 'home';
    return isPossible(drop) ? 'yes' : 'no';
  });

  /** Before which card the keyboard would put the held one down; null: at the end, or not in this column. */
  protected readonly slot = computed(() => {
    const spot = this.hand.spot();
    if (spot?.step !== this.column().step || this.isElsewhere()) return { before: null, atEnd: false };
    const others = this.column().cards.filter((it) => it.number !== this.hand.card()?.number);
    const before = others[spot.index]?.number ?? null;
    return { before, atEnd: before === null };
  });

  // A new marker for each page, so that it tells again when it is still in view.
  protected readonly cursors = computed(() => {
    const hasMore = this.column().next !== null && this.isDrawn() && !this.folded() && !this.lane();
    return hasMore ? [this.column().next] : [];
  });

  /** How many ideas of this lane are not shown yet. */
  protected readonly further = computed(() => {
    const total = this.lane()?.totals.get(this.column().step) ?? 0;
    return this.lane() && this.column().next !== null && !this.folded() ? Math.max(total - this.column().cards.length, 1) : 0;
  });

  // The card may be held over every column, or its placeholder would stay behind in the last one that takes it; in a column that
  // refuses, no room is made for it.
  protected readonly takes = (_: number, drag: CdkDrag<IdeaCard>, list: CdkDropList<Column>): boolean =>
    isPossible(dropOf(drag.data, list.data.step)) && !this.isOfAnotherLane(drag.data);

  protected pickUp(event: CdkDragStart<IdeaCard>): void {
    this.hand.drag(event.source.data);
    // The sentences take their room now, before the positions of all cards are measured.
    this.application.tick();
  }

  protected putDown(event: CdkDragDrop<Column, Column, IdeaCard>): void {
    const card = event.item.data;
    this.hand.letGo();
    // The pointer may be over the head of another column, or over another lane, than the one whose list it left last: that is meant.
    const over = this.focus.placeAt(event.dropPoint);
    if (over?.lane === undefined ? this.isOfAnotherLane(card) : over.lane !== this.store.laneOf(card.number)) {
      this.messages.say(this.t('board.lanes.stays'));
      return;
    }
    const here = event.container.data.step;
    const meant = over?.step ?? here;
    if (meant !== here) {
      if (meant !== card.step) void this.mover.drop(card, { step: meant, index: 0 });
      return;
    }
    const isWhereItWas = event.previousContainer === event.container && event.previousIndex === event.currentIndex;
    if (isWhereItWas || (here === card.step && !this.store.isByHand())) return;
    void this.mover.drop(card, { step: here, index: event.currentIndex });
  }

  private isOfAnotherLane(card: IdeaCard): boolean {
    const lane = this.lane();
    return lane !== null && this.store.laneOf(card.number) !== lane.key;
  }
}
