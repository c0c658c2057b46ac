import { CdkDropListGroup } from '@angular/cdk/drag-drop';
import { CdkScrollable } from '@angular/cdk/scrolling';
import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { mdiFilterVariant } from '@mdi/js';
import { ideaNumberIn } from '../../api/address';
import { injectTranslate } from '../../i18n/translate';
import { Session } from '../../session/session';
import { BulkBar } from '../../ui/bulk/bulk-bar';
import { Selection } from '../../ui/bulk/selection';
import { ShownIdeas } from '../../ui/bulk/shown-ideas';
import { Icon } from '../../ui/icon/icon';
import { countOf, NO_FILTER } from '../../ui/idea-filter/asked-filter';
import { EmptyState } from '../../ui/states/empty-state';
import { ErrorState } from '../../ui/states/error-state';
import { Skeleton } from '../../ui/states/skeleton';
import { BoardCards } from './board-cards';
import { BoardFilterBar } from './board-filter-bar';
import { BoardColumn } from './board-column';
import { BoardLive } from './board-live';
import { BoardLook } from './board-look';
import { addressOf, isSame, shownBy } from './board-shown';
import { BoardStore } from './board-store';
import { CardFocus } from './card-focus';
import { CardKeys } from './card-keys';
import { CardMenu } from './card-menu';
import { CardMover } from './card-mover';
import { FirstDrawing } from './first-drawing';
import { Hand } from './hand';
import { BoardLanes } from './lanes/board-lanes';
import { MoveMenu } from './move-menu';
import { Peek } from './peek';
import { PeekLinks } from './peek-links';
import { BoardArrangement } from './views/board-arrangement';
import { BoardViews } from './views/board-views';

/** The board: the path as one line, ideas as cards below its stations. */
@Component({
  selector: 'polku-board-page',
  imports: [
    BoardArrangement,
    BoardColumn,
    BoardFilterBar,
    BoardLanes,
    BoardViews,
    BulkBar,
    CdkDropListGroup,
    CdkScrollable,
    EmptyState,
    ErrorState,
    Icon,
    MoveMenu,
    Peek,
    RouterLink,
    Skeleton,
  ],
  providers: [
    BoardStore,
    BoardLive,
    FirstDrawing,
    Hand,
    { provide: ShownIdeas, useClass: BoardCards },
    Selection,
    BoardLook,
    CardMenu,
    CardMover,
    CardFocus,
    CardKeys,
    PeekLinks,
  ],
  templateUrl: './board-page.html',
  styleUrl: './board-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class BoardPage {
  private readonly router = inject(Router);
  private readonly focus = inject(CardFocus);
  protected readonly store = inject(BoardStore);
  protected readonly hand = inject(Hand);
  protected readonly menu = inject(CardMenu);
  protected readonly selection = inject(Selection);
  protected readonly look = inject(BoardLook);
  protected readonly session = inject(Session);
  protected readonly t = injectTranslate();
  protected readonly icons = { filter: mdiFilterVariant };

  /** The number of the idea that is looked at beside the board. */
  readonly peek = input<string>();

  readonly q = input<string>();
  readonly mine = input<string>();
  readonly followed = input<string>();
  readonly tag = input<string>();
  readonly owner = input<string>();
  readonly unit = input<string>();
  readonly challenge = input<string>();
  readonly due = input<string>();
  readonly sort = input<string>();
  readonly lanes = input<string>();

  protected readonly filter = computed(() => ({
    ...{ q: this.q(), mine: this.mine(), followed: this.followed(), tag: this.tag() },
    ...{ owner: this.owner(), unit: this.unit(), challenge: this.challenge(), due: this.due() },
  }));
  private readonly asked = computed(() => shownBy({ ...this.filter(), sort: this.sort(), lanes: this.lanes() }));
  protected readonly narrowedBy = computed(() => countOf(this.filter()));
  protected readonly wantsFilter = signal(false);
  protected readonly showsFilter = computed(() => this.wantsFilter() || this.narrowedBy() > 0);
  protected readonly peeked = computed(() => {
    const number = ideaNumberIn(this.peek() ?? '');
    return number > 0 ? number : null;
  });
  protected readonly isEmpty = computed(() => {
    const board = this.store.board();
    return board !== null && !this.store.isNarrowed() && this.store.total() === 0 && board.aside.every((it) => it.total === 0);
  });

  constructor() {
    // Known before the store first asks, or a board that its address narrows would be asked for twice.
    const asked = shownBy(inject(ActivatedRoute).snapshot.queryParams);
    const opening = Object.keys(asked).length === 0 ? this.session.membership()?.boardFilter : null;
    this.store.ask(opening ?? asked);
    // Until the address says it too, the page is shown without what it is opened with.
    let coming = opening;
    if (opening) this.narrow(addressOf(opening));
    this.keepFocus();
    effect(() => {
      const shown = this.asked();
      if (coming && !isSame(shown, coming)) return;
      coming = null;
      untracked(() => this.store.ask(shown));
    });
  }

  protected toggleFilter(): void {
    this.wantsFilter.set(!this.showsFilter());
    if (!this.wantsFilter()) this.showAll();
  }

  protected showAll(): void {
    this.narrow(NO_FILTER);
  }

  protected narrow(change: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams: change, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected placeOf(index: number): 'first' | 'inner' | 'last' {
    if (index === 0) return 'first';
    return index === this.store.columns().length - 1 ? 'last' : 'inner';
  }

  protected closePeek(number: number): void {
    void this.router.navigate([], { queryParams: { peek: null }, queryParamsHandling: 'merge' });
    this.focus.on(number);
  }

  // A card that is moved in the page loses the focus; whoever was on it stays on it.
  private keepFocus(): void {
    let last: number | null = null;
    const remember = (): void => {
      last = this.focus.current();
    };
    document.addEventListener('focusin', remember);
    inject(DestroyRef).onDestroy(() => document.removeEventListener('focusin', remember));
    inject(BoardLive)
      .shown.pipe(takeUntilDestroyed())
      .subscribe(() => {
        if (last !== null && document.activeElement === document.body) this.focus.on(last);
      });
  }
}
