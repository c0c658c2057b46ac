import { effect, inject, Injectable, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Subject } from 'rxjs';
import type { LiveChange } from '#contracts';
import { Connection } from '../../api/connection';
import { IdeasApi } from '../../api/ideas-api';
import { ProblemError } from '../../api/problem-error';
import { Live } from '../../live/live';
import { Session } from '../../session/session';
import { BoardStore } from './board-store';
import { cardOf, columnOf, type Columns, isAfter, spotOf, withCard, without } from './columns';

/** How long changes are collected while they follow each other closely, and how long the board rests between two reloads, in milliseconds. */
const COLLECT = 150;
const REST = 1_000;
/** More changes at once than this, and the board is loaded as a whole. */
const BURST = 6;

const arrives = (change: LiveChange): boolean =>
  change.kind === 'idea-moved' || change.kind === 'idea-submitted' || change.kind === 'idea-imported';

/** Brings to the board what happens elsewhere: a few changes card by card, many by loading it once a second. */
@Injectable()
export class BoardLive {
  private readonly store = inject(BoardStore);
  private readonly ideas = inject(IdeasApi);
  private readonly session = inject(Session);
  private readonly connection = inject(Connection);
  private readonly held = signal(false);
  private readonly shownSubject = new Subject<void>();
  private waiting: LiveChange[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private missed = false;
  private broughtAt = -COLLECT;
  private reloadedAt = -REST;

  /** What came is now on the screen. */
  readonly shown = this.shownSubject.asObservable();

  constructor() {
    const live = inject(Live);
    effect(() => {
      if (this.connection.reachable() && this.missed) untracked(() => this.soon());
    });
    live.changes.pipe(takeUntilDestroyed()).subscribe((change) => {
      this.waiting.push(change);
      this.soon();
    });
    live.resets.pipe(takeUntilDestroyed()).subscribe(() => {
      this.missed = true;
      this.soon();
    });
  }

  /** While a card is held, the board stands still under it. */
  hold(): void {
    this.held.set(true);
  }

  release(): void {
    this.held.set(false);
    if (this.missed || this.waiting.length > 0) this.soon();
  }

  // A change that comes alone is shown at once.
  private soon(): void {
    this.later(Math.max(0, this.broughtAt + COLLECT - performance.now()));
  }

  private later(wait: number): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.bring();
    }, wait);
  }

  private async bring(): Promise<void> {
    // What the own move does is counted already: its answer says which version that was.
    await this.store.settled();
    // A release brings them.
    if (this.held()) return;
    const place = this.store.board()?.place;
    if (place === undefined) return;
    this.broughtAt = performance.now();
    const changes = this.waiting.filter((it) => isAfter(it.place, place));
    // Whether a changed card is one of those that are asked for, and where it stands among them, only the server knows.
    if (this.missed || (this.store.isArranged() && changes.length > 0) || new Set(changes.map((it) => it.number)).size > BURST) {
      await this.bringAll();
      return;
    }
    this.waiting = [];
    await this.bringEach(changes);
    this.shownSubject.next();
  }

  private async bringAll(): Promise<void> {
    const rest = this.reloadedAt + REST - performance.now();
    if (rest > 0) {
      this.later(rest);
      return;
    }
    this.reloadedAt = performance.now();
    this.waiting = [];
    this.missed = false;
    await this.store.load();
    this.shownSubject.next();
  }

  private async bringEach(changes: readonly LiveChange[]): Promise<void> {
    const columns = new Map<string, readonly LiveChange[]>();
    const cards = new Set<number>();
    const arriving = (step: string, change: LiveChange): void => {
      columns.set(step, [...(columns.get(step) ?? []), change]);
    };
    for (const change of changes) {
      if (arrives(change)) {
        if (!this.store.take(change)) continue;
        // A card stays in sight until it can be shown where it went.
        if (change.to !== null && columnOf(this.store.columns(), change.to)) arriving(change.to, change);
        else this.store.update((all) => without(all, change.number));
      } else if (change.kind === 'idea-placed') {
        if (change.to !== null) arriving(change.to, change);
      } else {
        cards.add(change.number);
      }
    }
    await Promise.all([
      ...[...columns].map(([step, arrived]) => this.refreshColumn(step, arrived)),
      ...[...cards].map((number) => this.refreshCard(number)),
    ]);
  }

  private async refreshColumn(step: string, arrived: readonly LiveChange[]): Promise<void> {
    // It went below what was read, unless it has been moved on meanwhile.
    const gone = (columns: Columns): number[] =>
      arrived.filter((it) => this.store.isLatest(it) && spotOf(columns, it.number)?.step !== step).map((it) => it.number);
    try {
      await this.store.loadHead(step, gone);
    } catch {
      this.bringLater();
    }
  }

  private async refreshCard(number: number): Promise<void> {
    if (!cardOf(this.store.columns(), number)) return;
    try {
      const card = await this.store.steady(() => this.ideas.read(this.session.organisation(), number));
      this.store.update((columns) => withCard(columns, card));
    } catch (error) {
      if (error instanceof ProblemError && error.code === 'not-found') this.store.update((columns) => without(columns, number));
      else this.bringLater();
    }
  }

  // What could not be fetched comes with the whole board, as soon as somebody answers.
  private bringLater(): void {
    this.missed = true;
    if (this.connection.reachable()) this.later(REST);
  }
}
