import { CdkDrag, CdkDropList, type CdkDragDrop, type CdkDragStart } from '@angular/cdk/drag-drop';
import { ApplicationRef, ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { mdiArrowCollapseHorizontal, mdiArrowExpandHorizontal, mdiSpeedometer } from '@mdi/js';
import type { BoardColumn as Column, IdeaCard } from '#contracts';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { Dialogs } from '../../ui/dialogs';
import { Icon } from '../../ui/icon/icon';
import { StationMark } from '../../ui/path-line/station-mark';
import { Skeleton } from '../../ui/states/skeleton';
import { BoardCard } from './board-card';
import { BoardLook } from './board-look';
import { BoardStore } from './board-store';
import { CardFocus } from './card-focus';
import { CardMover } from './card-mover';
import { dropOf, injectDropWords, isPossible } from './drop-words';
import { Hand } from './hand';
import { WhenSeen } from './when-seen';

/** A step of the pathway: its station on the line, its count, and its cards. While a card is held it says what a drop would do. */
@Component({
  selector: 'polku-board-column',
  imports: [BoardCard, CdkDrag, CdkDropList, Icon, RouterLink, Skeleton, StationMark, WhenSeen],
  templateUrl: './board-column.html',
  styleUrl: './board-column.scss',
  host: { '[class.no]': "state() === 'no'", '[class.folded]': 'folded()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardColumn {
  readonly column = input.required<Column>();
  readonly place = input<'first' | 'inner' | 'last'>('inner');

  private readonly application = inject(ApplicationRef);
  private readonly mover = inject(CardMover);
  private readonly focus = inject(CardFocus);
  private readonly dialogs = inject(Dialogs);
  private readonly dropWords = injectDropWords();
  protected readonly look = inject(BoardLook);
  protected readonly store = inject(BoardStore);
  protected readonly hand = inject(Hand);
  protected readonly session = inject(Session);
  protected readonly t = injectTranslate();
  protected readonly icons = { limit: mdiSpeedometer, fold: mdiArrowCollapseHorizontal, unfold: mdiArrowExpandHorizontal };
  protected readonly folded = computed(() => this.look.isFolded(this.column().step));
  protected readonly shown = computed(() => (this.folded() ? [] : this.column().cards));

  private readonly drop = computed(() => {
    const card = this.hand.card();
    return card && dropOf(card, this.column().step);
  });

  protected readonly words = computed(() => {
    const drop = this.drop();
    if (!drop) return '';
    const words = this.dropWords(drop);
    const { limit, total } = this.column();
    const goesOver = limit && total >= limit.atMost && (drop.kind === 'open' || drop.kind === 'asks');
    return goesOver ? this.t('board.drop.over', { words, atMost: limit.atMost }) : words;
  });

  protected readonly state = computed(() => {
    const drop = this.drop();
    if (!drop) return 'rest';
    if (drop.kind === 'stay') return 'home';
    return isPossible(drop) ? 'yes' : 'no';
  });

  protected readonly gate = computed(() => {
    const gate = this.column().gate;
    return gate ? this.t(`codes.gate.${gate}`) : null;
  });

  protected readonly count = computed(() => {
    const { total: count, limit } = this.column();
    return limit ? this.t('board.column.limited', { count, atMost: limit.atMost }) : this.t('board.column.count', { count });
  });

  /** Whether the column holds as many as it is meant to, or more. */
  protected readonly fullness = computed(() => {
    const { total, limit } = this.column();
    if (!limit || total < limit.atMost) return null;
    return total > limit.atMost ? 'over' : 'full';
  });

  protected readonly promise = computed(() => {
    const days = this.column().workingDays;
    return days === null ? null : this.t('board.column.promise', { days });
  });

  /** Before which card the keyboard would put the held one down; null: at the end, or not in this column. */
  protected readonly slot = computed(() => {
    const spot = this.hand.spot();
    if (spot?.step !== this.column().step) return { before: null, atEnd: false };
    const others = this.column().cards.filter((it) => it.number !== this.hand.card()?.number);
    const before = others[spot.index]?.number ?? null;
    return { before, atEnd: before === null };
  });

  // A new marker for each page, so that it tells again when it is still in view.
  protected readonly cursors = computed(() => (this.column().next === null || this.folded() ? [] : [this.column().next]));

  // The card may be held over every column, or its placeholder would stay behind in the last one that takes it; in a column that
  // refuses, no room is made for it.
  protected readonly takes = (_: number, drag: CdkDrag<IdeaCard>, list: CdkDropList<Column>): boolean =>
    isPossible(dropOf(drag.data, list.data.step));

  protected async setLimit(): Promise<void> {
    const { LimitDialog } = await import('./limit-dialog');
    const { step, name, limit } = this.column();
    const pathway = this.store.board()?.pathway.key ?? '';
    if (await this.dialogs.open<boolean>(LimitDialog, { data: { pathway, step, name, limit }, width: '440px' })) await this.store.load();
  }

  protected pickUp(event: CdkDragStart<IdeaCard>): void {
    this.hand.drag(event.source.data);
    // The sentences take their room now, before the positions of all cards are measured.
    this.application.tick();
  }

  protected putDown(event: CdkDragDrop<Column, Column, IdeaCard>): void {
    const card = event.item.data;
    this.hand.letGo();
    // The pointer may be over the head of another column than the one whose list it left last: that one is meant.
    const meant = this.focus.columnAt(event.dropPoint) ?? event.container.data.step;
    if (meant !== event.container.data.step) {
      if (meant !== card.step) void this.mover.drop(card, { step: meant, index: 0 });
      return;
    }
    if (event.previousContainer === event.container && event.previousIndex === event.currentIndex) return;
    void this.mover.drop(card, { step: event.container.data.step, index: event.currentIndex });
  }
}
