import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { BoardLane, BoardView, IdeaCard, LiveChange, MoveIdea } from '#contracts';
import { BoardsApi } from '../../api/boards-api';
import { IdeasApi } from '../../api/ideas-api';
import { asProblem, ProblemError } from '../../api/problem-error';
import { Languages } from '../../i18n/languages';
import { Session } from '../../session/session';
import { type BoardShown, filterIn, isSame } from './board-shown';
import {
  cardOf,
  columnOf,
  counted,
  neighbours,
  spotOf,
  withBoard,
  withCard,
  withCardAt,
  withHead,
  without,
  withPage,
  type Columns,
  type Spot,
} from './columns';
import { CountedMoves } from './counted-moves';
import { amongAll, inLane, type Laid, laid, NOBODY, withCellPage, withLanes } from './lanes/lanes';

/** How a move ended: with the card as it now is, or with what went wrong (the card is then back where it was). */
export type MoveResult = { readonly card: IdeaCard } | { readonly problem: ProblemError };

/** What is sent along with a transition. */
export type MoveInput = Pick<MoveIdea, 'reason' | 'fields'>;

/** Cards of each column in each lane, at first. */
const CELL = 6;
/** Cards of a column, at first and at most in one answer. */
const FIRST = 20;
const PAGE = 50;

/** The board as it is shown: moved at once, told to the server, and put back when the server refuses. */
@Injectable()
export class BoardStore {
  private readonly boards = inject(BoardsApi);
  private readonly ideas = inject(IdeasApi);
  private readonly session = inject(Session);
  private readonly about = signal<Pick<BoardView, 'pathway' | 'aside' | 'place'> | null>(null);
  private readonly list = signal<Columns>([]);
  private readonly rows = signal<Laid | null>(null);
  private readonly wanted = signal<BoardShown>({}, { equal: isSame });
  private readonly failure = signal<ProblemError | null>(null);
  private readonly paging = signal<ReadonlySet<string>>(new Set());
  private readonly unsettled = signal<ReadonlySet<number>>(new Set());
  private readonly tally = new CountedMoves();
  private answered: BoardShown = {};
  private generation = 0;
  private moves = 0;
  private settling: Promise<unknown> = Promise.resolve();

  /** Null until the board is loaded. */
  readonly board = this.about.asReadonly();
  readonly columns = this.list.asReadonly();
  /** Null, unless the board is shown in lanes. The columns hold the cards of all of them. */
  readonly lanes = this.rows.asReadonly();
  readonly problem = this.failure.asReadonly();
  /** Cards whose move the server has not answered yet. */
  readonly moving = this.unsettled.asReadonly();
  /** What the board is to show, and how. */
  readonly shown = this.wanted.asReadonly();
  readonly isNarrowed = computed(() => Object.keys(filterIn(this.wanted())).length > 0);
  /** Whether it is shown otherwise than whole, by hand and without lanes. */
  readonly isArranged = computed(() => Object.keys(this.wanted()).length > 0);
  /** Whether cards stand as they were put by hand, so that they can be put elsewhere. */
  readonly isByHand = computed(() => this.wanted().sort === undefined);
  /** How many ideas are on the path, of those that are asked for. */
  readonly total = computed(() => this.list().reduce((sum, column) => sum + column.total, 0));

  private readonly full = computed(() => fullColumns(this.list()));
  private fullWhenLoaded = '';

  constructor() {
    const languages = inject(Languages);
    effect(() => {
      // Names of steps and moves come in the language that was asked for.
      languages.current();
      this.wanted();
      if (this.session.organisation()) untracked(() => void this.load());
    });
    effect(() => {
      // Cards say what is possible as it was when they were loaded: a column that fills up, or has room again, changes that for all of them.
      if (this.full() !== this.fullWhenLoaded) untracked(() => void this.load());
    });
  }

  /** Shows something else, or otherwise; what is shown stays until the answer is there. */
  ask(shown: BoardShown): void {
    this.wanted.set(shown);
  }

  /** The columns among whose cards a card has its place: those of its lane. */
  columnsOf(number: number): Columns {
    const rows = this.rows();
    return rows ? inLane(this.list(), rows, this.laneOf(number)) : this.list();
  }

  /** Where a card stands among those of its lane. */
  spotOf(number: number): Spot | undefined {
    return spotOf(this.columnsOf(number), number);
  }

  /** The key of a card's lane; all cards are in the same one where there are no lanes. */
  laneOf(number: number): string {
    return this.rows()?.laneOf.get(number) ?? NOBODY;
  }

  /** Loads the board, over what is shown already. */
  async load(): Promise<void> {
    const generation = (this.generation += 1);
    const membership = this.session.membership();
    if (!membership) return;
    const shown = this.wanted();
    try {
      const { board, lanes, next } = await this.steady(() => this.read(membership.slug, membership.pathway, shown));
      if (generation !== this.generation) return;
      const known = this.about()?.pathway.key === board.pathway.key && isSame(this.answered, shown);
      this.answered = shown;
      this.about.set(board);
      this.fullWhenLoaded = fullColumns(board.columns);
      const rows = this.rows();
      if (lanes) {
        const all = laid(board, lanes, next, known && rows ? { columns: this.list(), laid: rows } : undefined);
        this.put(all);
      } else {
        this.rows.set(null);
        this.list.update((columns) => (known ? withBoard(columns, board) : board.columns));
      }
      this.countAgain(board.place);
      this.failure.set(null);
    } catch (error) {
      if (generation === this.generation) this.failure.set(asProblem(error));
    }
  }

  /** Loads the next lanes, once at a time. */
  async loadMoreLanes(): Promise<void> {
    const rows = this.rows();
    const board = this.about();
    if (!rows || !board || rows.next === null) return;
    const { next } = rows;
    await this.page('lanes', async () => {
      const more = await this.boards.read(this.session.organisation(), board.pathway.key, this.answered, { limit: CELL, cursor: next });
      // Loaded anew meanwhile: these lanes follow others than those that are shown.
      if (this.rows()?.next === next && more.lanes) this.put(withLanes(this.list(), rows, more.lanes));
    });
  }

  /** Waits until the server has answered every move. */
  async settled(): Promise<void> {
    let settling;
    do await (settling = this.settling);
    while (settling !== this.settling);
  }

  /** Loads the first cards of a column anew, at least as many as are shown of it where one answer has so many. */
  async loadHead(step: string, gone: (columns: Columns) => readonly number[] = () => []): Promise<void> {
    const pathway = this.about()?.pathway.key;
    if (pathway === undefined) return;
    const loaded = columnOf(this.list(), step)?.cards.length ?? 0;
    const limit = Math.min(PAGE, Math.max(FIRST, loaded + 1));
    const head = await this.steady(() => this.boards.column(this.session.organisation(), pathway, step, { cursor: null, limit }));
    this.list.update((columns) => withHead(gone(columns).reduce(without, columns), step, head));
  }

  /** Makes a change of one's own, and shows it: nothing that is read meanwhile, or was asked for before, is shown over it. */
  own<T>(make: () => Promise<T>): Promise<T> {
    this.moves += 1;
    const made = make();
    this.settling = Promise.allSettled([this.settling, made]);
    return made;
  }

  /** Reads something that no move overtakes: what was asked for before a move would put the card back on the screen. */
  async steady<T>(read: () => Promise<T>): Promise<T> {
    for (;;) {
      await this.settling;
      const moves = this.moves;
      const answer = await read();
      if (moves === this.moves) return answer;
    }
  }

  /** Loads the next cards of a column, or of a column in one lane, once at a time. */
  async loadMore(step: string, lane?: string): Promise<void> {
    const board = this.about();
    const cursorNow = (): string | null => {
      const rows = this.rows();
      return rows && lane !== undefined
        ? (rows.lanes.find((it) => it.key === lane)?.next.get(step) ?? null)
        : (columnOf(this.list(), step)?.next ?? null);
    };
    const cursor = cursorNow();
    if (cursor === null || !board) return;
    await this.page(`${step} ${lane ?? ''}`, async () => {
      const { lanes, ...filter } = this.answered;
      const ofLane = lane === undefined || !lanes ? {} : { [lanes]: lane || (lanes === 'owner' ? 'nobody' : 'none') };
      const page = await this.boards.column(this.session.organisation(), board.pathway.key, step, {
        cursor,
        filter: { ...filter, ...ofLane },
      });
      // Loaded anew meanwhile: this page belongs to a list that is no longer shown.
      if (cursorNow() !== cursor) return;
      const rows = this.rows();
      if (rows && lane !== undefined) this.put(withCellPage(this.list(), rows, lane, step, page));
      else this.list.update((columns) => withPage(columns, step, page));
    });
  }

  /** Moves a card to another place of its column. */
  async place(number: number, index: number): Promise<MoveResult> {
    const from = spotOf(this.list(), number);
    const card = cardOf(this.list(), number);
    if (!from || !card) return { problem: new ProblemError('not-found', 404, '') };
    const to = { step: from.step, index };
    const between = neighbours(this.columnsOf(number), number, to);
    this.putCard(card, to);
    return this.settle(number, from, card, null, async () => {
      await this.ideas.place(this.session.organisation(), number, between);
      return card;
    });
  }

  /** Takes a transition; with a spot when it leads to a column. */
  async move(number: number, to: string, spot: Spot | undefined, input: MoveInput = {}): Promise<MoveResult> {
    const from = spotOf(this.list(), number);
    const card = cardOf(this.list(), number);
    if (!from || !card) return { problem: new ProblemError('not-found', 404, '') };
    const between = spot && this.isByHand() ? neighbours(this.columnsOf(number), number, spot) : undefined;
    if (spot) this.putCard(card, spot);
    else this.list.update((columns) => without(columns, number));
    this.count(from.step, to);
    const request: MoveIdea = { to, version: card.version, ...(between ? { between } : {}), ...input };
    return this.settle(number, from, card, to, () => this.ideas.move(this.session.organisation(), number, request));
  }

  /** Takes back a move that has just been made: the card goes to where it was. */
  async takeBack(moved: IdeaCard, spot: Spot): Promise<MoveResult> {
    const from = spotOf(this.list(), moved.number);
    this.putCard(moved, spot);
    this.count(moved.step, spot.step);
    return this.settle(moved.number, from, moved, spot.step, () =>
      this.ideas.undo(this.session.organisation(), moved.number, moved.version),
    );
  }

  /** Changes many at once, and shows each card where it then is; the order of a column that it came to is the server's to say. */
  async changeMany<T>(make: () => Promise<{ readonly cards: readonly IdeaCard[]; readonly result: T }>): Promise<T> {
    const columns = new Set<string>();
    const result = await this.own(async () => {
      const made = await make();
      for (const card of made.cards) {
        const from = spotOf(this.list(), card.number)?.step;
        this.show(card);
        if (from === undefined || from === card.step) continue;
        columns.add(card.step);
        this.count(from, card.step);
        this.tally.own(card);
      }
      return made.result;
    });
    void this.orderAnew([...columns]);
    return result;
  }

  /** Takes what the live stream tells of a move or a submission, and counts it once; says whether it is news. */
  take(change: LiveChange): boolean {
    const isNews = this.tally.tell(change);
    if (isNews) this.count(change.from, change.to);
    return isNews;
  }

  /** Shows a card as the server has it now, on the step where it now is. What it counts for is told by the live stream. */
  show(card: IdeaCard): void {
    const spot = spotOf(this.list(), card.number);
    if (spot?.step === card.step) this.list.update((columns) => withCard(columns, card));
    else if (columnOf(this.list(), card.step)) this.list.update((columns) => withCardAt(columns, card, { step: card.step, index: 0 }));
    else this.list.update((columns) => without(columns, card.number));
  }

  /** Changes the columns by what the live stream said. */
  update(how: (columns: Columns) => Columns): void {
    this.list.update(how);
  }

  /** Counts one fewer on the one step and one more on the other, columns and others alike. */
  count(from: string | null, to: string | null): void {
    this.list.update((columns) => counted(columns, from, to));
    this.about.update(
      (board) =>
        board && {
          ...board,
          aside: board.aside.map((it) => ({ ...it, total: Math.max(0, it.total - (it.step === from ? 1 : 0) + (it.step === to ? 1 : 0)) })),
        },
    );
  }

  /** Whether no later version of the idea is known than the one that this change made. */
  isLatest(change: LiveChange): boolean {
    return this.tally.isLatest(change);
  }

  /** The counts of a board are those of its place: what was told of later is added. A narrowed board has counted everything there is. */
  private countAgain(place: string): void {
    const later = this.tally.after(place);
    if (!this.isNarrowed()) for (const change of later) this.count(change.from, change.to);
  }

  private async orderAnew(steps: readonly string[]): Promise<void> {
    // Where it stands among those of a lane, or in another order, the next load says.
    if (this.isArranged()) await this.load();
    else await Promise.all(steps.filter((step) => columnOf(this.list(), step)).map((step) => this.loadHead(step))).catch(() => this.load());
  }

  private async read(organisation: string, pathway: string, shown: BoardShown): Promise<Answer> {
    if (!shown.lanes) return { board: await this.boards.read(organisation, pathway, shown), lanes: null, next: null };
    const board = await this.boards.read(organisation, pathway, shown, { limit: CELL });
    const lanes = [...(board.lanes?.items ?? [])];
    let next = board.lanes?.next ?? null;
    // Who has scrolled to further lanes stays there.
    const many = isSame(this.answered, shown) ? (this.rows()?.lanes.length ?? 0) : 0;
    while (next !== null && lanes.length < many) {
      const { lanes: more } = await this.boards.read(organisation, pathway, shown, { limit: CELL, cursor: next });
      lanes.push(...(more?.items ?? []));
      next = more?.next ?? null;
    }
    return { board, lanes, next };
  }

  private put({ columns, laid: rows }: { readonly columns: Columns; readonly laid: Laid }): void {
    this.rows.set(rows);
    this.list.set(columns);
  }

  /** Shows a card at a place of its lane. */
  private putCard(card: IdeaCard, spot: Spot): void {
    const rows = this.rows();
    this.list.update((columns) => withCardAt(columns, card, rows ? amongAll(columns, rows, card.number, spot) : spot));
  }

  /** Loads something further that has a name, once at a time. */
  private async page(name: string, load: () => Promise<void>): Promise<void> {
    if (this.paging().has(name)) return;
    this.paging.update((names) => new Set(names).add(name));
    try {
      await load();
    } catch (error) {
      this.failure.set(asProblem(error));
    } finally {
      this.paging.update((names) => new Set([...names].filter((it) => it !== name)));
    }
  }

  private settle(
    number: number,
    from: Spot | undefined,
    before: IdeaCard,
    to: string | null,
    ask: () => Promise<IdeaCard>,
  ): Promise<MoveResult> {
    return this.own(() => this.hear(number, from, before, to, ask));
  }

  // Waits for the server; what it refuses is put back.
  private async hear(
    number: number,
    from: Spot | undefined,
    before: IdeaCard,
    to: string | null,
    ask: () => Promise<IdeaCard>,
  ): Promise<MoveResult> {
    this.unsettled.update((numbers) => new Set(numbers).add(number));
    try {
      const card = await ask();
      if (to !== null) this.tally.own(card);
      this.list.update((columns) => withCard(columns, card));
      return { card };
    } catch (error) {
      const problem = asProblem(error);
      this.list.update((columns) => (from ? withCardAt(columns, before, from) : without(columns, number)));
      if (to !== null) this.count(to, before.step);
      if (problem.code === 'version-conflict' && isCard(problem.current)) this.show(problem.current);
      return { problem };
    } finally {
      this.unsettled.update((numbers) => new Set([...numbers].filter((it) => it !== number)));
    }
  }
}

/** What the server said: with lanes, all that are shown of them. */
interface Answer {
  readonly board: BoardView;
  readonly lanes: readonly BoardLane[] | null;
  readonly next: string | null;
}

/** The columns that take nothing more. */
const fullColumns = (columns: Columns): string =>
  columns.flatMap(({ step, total, limit }) => (limit?.hard && total >= limit.atMost ? step : [])).join(' ');

const isCard = (thing: unknown): thing is IdeaCard =>
  typeof thing === 'object' && thing !== null && 'number' in thing && 'availableTransitions' in thing && 'step' in thing;
