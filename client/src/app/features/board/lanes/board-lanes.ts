import { CdkDropListGroup } from '@angular/cdk/drag-drop';
import { CdkScrollable } from '@angular/cdk/scrolling';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { mdiChevronDown, mdiChevronRight } from '@mdi/js';
import { injectTranslate } from '../../../i18n/translate';
import { Avatar } from '../../../ui/avatar/avatar';
import { Icon } from '../../../ui/icon/icon';
import { Skeleton } from '../../../ui/states/skeleton';
import { BoardLook } from '../board-look';
import { BoardStore } from '../board-store';
import { ColumnCards } from '../column-cards';
import { ColumnHead } from '../column-head';
import { Hand } from '../hand';
import { WhenSeen } from '../when-seen';
import { inLane, type Lane } from './lanes';

/** What the lane is called that holds the rest. */
const without = { owner: 'nobody', unit: 'no-unit', challenge: 'no-challenge' } as const;

/** The board in lanes: the heads of its columns, and below them a row for each owner, unit or challenge. Further lanes come when their place is seen. */
@Component({
  selector: 'polku-board-lanes',
  imports: [Avatar, CdkDropListGroup, CdkScrollable, ColumnCards, ColumnHead, Icon, Skeleton, WhenSeen],
  templateUrl: './board-lanes.html',
  styleUrl: './board-lanes.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardLanes {
  protected readonly store = inject(BoardStore);
  protected readonly look = inject(BoardLook);
  protected readonly hand = inject(Hand);
  protected readonly t = injectTranslate();
  protected readonly icons = { open: mdiChevronDown, closed: mdiChevronRight };
  protected readonly rows = computed(() => {
    const laid = this.store.lanes();
    return laid ? laid.lanes.map((lane) => ({ lane, columns: inLane(this.store.columns(), laid, lane.key) })) : [];
  });
  // A new marker for each page, so that it tells again when it is still in view.
  protected readonly cursors = computed(() => {
    const next = this.store.lanes()?.next ?? null;
    return next === null ? [] : [next];
  });

  protected nameOf(lane: Lane): string {
    return lane.name ?? this.t(`board.lanes.${without[this.store.shown().lanes ?? 'owner']}`);
  }

  protected placeOf(index: number): 'first' | 'inner' | 'last' {
    if (index === 0) return 'first';
    return index === this.store.columns().length - 1 ? 'last' : 'inner';
  }
}
