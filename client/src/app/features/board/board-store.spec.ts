import { TestBed } from '@angular/core/testing';
import type { BoardView, CardPage, ChangeIdeas, IdeaCard, LiveChange } from '#contracts';
import { Subject } from 'rxjs';
import { BoardsApi } from '../../api/boards-api';
import { IdeasApi } from '../../api/ideas-api';
import { ProblemError } from '../../api/problem-error';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Live } from '../../live/live';
import { Session } from '../../session/session';
import { MembersApi } from '../../api/members-api';
import { BoardCards } from './board-cards';
import { BoardLive } from './board-live';
import { BoardStore } from './board-store';
import { columnOf, spotOf } from './columns';
import { aBoard, aCard } from './testing/cards';

describe('BoardStore', () => {
  const boards = { read: jest.fn(), column: jest.fn() };
  const ideas = { move: jest.fn(), place: jest.fn(), read: jest.fn(), changeMany: jest.fn(), undoMany: jest.fn() };
  let changes: Subject<LiveChange>;
  let resets: Subject<void>;
  let store: BoardStore;
  let live: BoardLive;

  const change = (more: Partial<LiveChange>): LiveChange => ({
    place: '101',
    kind: 'idea-moved',
    number: 1,
    at: '2026-03-02T08:00:00Z',
    from: null,
    to: null,
    version: null,
    own: false,
    ...more,
  });
  const numbers = (step: string): number[] | undefined => columnOf(store.columns(), step)?.cards.map((it) => it.number);
  const totals = (): number[] => store.columns().map((it) => it.total);
  const parked = (): number | undefined => store.board()?.aside[0]?.total;

  beforeEach(async () => {
    jest.resetAllMocks();
    jest.useFakeTimers();
    changes = new Subject();
    resets = new Subject();
    boards.read.mockResolvedValue(aBoard());
    const membership = { slug: 'aleksandrow', pathway: 'helsingborg' };
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        BoardStore,
        BoardLive,
        BoardCards,
        { provide: MembersApi, useValue: {} },
        { provide: BoardsApi, useValue: boards },
        { provide: IdeasApi, useValue: ideas },
        { provide: Live, useValue: { changes, resets } },
        { provide: Session, useValue: { membership: () => membership, organisation: () => membership.slug } },
      ],
    });
    store = TestBed.inject(BoardStore);
    live = TestBed.inject(BoardLive);
    // The first load is the store's own.
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
    boards.read.mockClear();
  });

  afterEach(() => jest.useRealTimers());

  describe('narrowed', () => {
    beforeEach(async () => {
      const [submitted, explored, pilot] = aBoard().columns;
      if (!submitted || !explored || !pilot) throw new Error('The board has three columns.');
      const narrow = { ...submitted, cards: submitted.cards.slice(1, 2), total: 21, next: 'after-2' };
      boards.read.mockResolvedValue(aBoard({ columns: [narrow, { ...explored, cards: [], total: 0 }, pilot] }));
      store.ask({ q: 'shade' });
      TestBed.tick();
      await jest.advanceTimersByTimeAsync(0);
    });

    it('shows only what is left, also where more had been loaded', () => {
      expect(boards.read).toHaveBeenCalledWith('aleksandrow', 'helsingborg', { q: 'shade' });
      expect([numbers('submitted'), numbers('explore-idea'), store.total()]).toEqual([[2], [], 21]);
    });

    it('is not asked for again when nothing about it changed', () => {
      boards.read.mockClear();
      store.ask({ q: 'shade' });
      TestBed.tick();
      expect(boards.read).not.toHaveBeenCalled();
    });

    it('asks for further cards of the same', async () => {
      boards.column.mockResolvedValue({ items: [], next: null });
      await store.loadMore('submitted');
      const asked = { cursor: 'after-2', filter: { q: 'shade' } };
      expect(boards.column).toHaveBeenCalledWith('aleksandrow', 'helsingborg', 'submitted', asked);
    });

    it('is loaded as a whole when something changes, since only the server knows what belongs to it', async () => {
      boards.read.mockClear();
      changes.next({ kind: 'idea-moved', number: 4, version: 2, place: '101', from: 'explore-idea', to: 'pilot' } as LiveChange);
      await jest.advanceTimersByTimeAsync(2_000);
      expect(boards.read).toHaveBeenCalledTimes(1);
      expect(boards.column).not.toHaveBeenCalled();
    });
  });

  it('moves a card at once, and keeps what the server answers', async () => {
    let answer: (card: IdeaCard) => void = () => undefined;
    ideas.move.mockReturnValue(new Promise<IdeaCard>((resolve) => (answer = resolve)));
    const moved = store.move(2, 'explore-idea', { step: 'explore-idea', index: 1 });
    expect(numbers('explore-idea')).toEqual([4, 2, 5]);
    expect(totals()).toEqual([4, 3, 0]);
    expect(store.moving().has(2)).toBe(true);
    expect(ideas.move).toHaveBeenCalledWith('aleksandrow', 2, { to: 'explore-idea', version: 1, between: [4, 5] });
    answer(aCard(2, 'explore-idea', { version: 2, title: 'as the server has it' }));
    await moved;
    expect(columnOf(store.columns(), 'explore-idea')?.cards[1]?.title).toBe('as the server has it');
    expect(store.moving().size).toBe(0);
  });

  it('puts a card back where it was when the server refuses', async () => {
    const problem = new ProblemError('refused', 409, '', [{ code: 'effect-goal-set', params: {}, link: null }]);
    ideas.move.mockRejectedValue(problem);
    const result = await store.move(2, 'pilot', { step: 'pilot', index: 0 });
    expect(result).toEqual({ problem });
    expect(numbers('submitted')).toEqual([1, 2, 3]);
    expect(totals()).toEqual([5, 2, 0]);
  });

  it('shows the card as it is now when somebody else was first', async () => {
    const current = aCard(2, 'pilot', { version: 5 });
    ideas.move.mockRejectedValue(new ProblemError('version-conflict', 409, '', [], current));
    await store.move(2, 'explore-idea', { step: 'explore-idea', index: 0 });
    expect(numbers('submitted')).toEqual([1, 3]);
    expect(numbers('pilot')).toEqual([2]);
    boards.column.mockResolvedValue({ items: [current], next: null });
    changes.next(change({ number: 2, version: 5, from: 'submitted', to: 'pilot' }));
    await jest.advanceTimersByTimeAsync(200);
    expect(totals()).toEqual([4, 2, 1]);
  });

  describe('many at once', () => {
    const moved = (number: number): IdeaCard => aCard(number, 'explore-idea', { version: 2 });
    const back = (number: number): IdeaCard => aCard(number, 'submitted', { version: 3 });
    const input: ChangeIdeas = {
      ideas: [
        { number: 1, version: 1 },
        { number: 2, version: 1 },
      ],
      change: { kind: 'move', to: 'explore-idea' },
    };
    let cards: BoardCards;

    beforeEach(() => {
      cards = TestBed.inject(BoardCards);
      const results = [1, 2].map((number) => ({ number, card: moved(number), problem: null }));
      ideas.changeMany.mockResolvedValue({ results });
      ideas.undoMany.mockResolvedValue([back(1), back(2)]);
    });

    const rest = [aCard(4, 'explore-idea'), aCard(5, 'explore-idea')];
    const tell = async (...told: readonly Partial<LiveChange>[]): Promise<void> => {
      for (const it of told) changes.next(change(it));
      await jest.advanceTimersByTimeAsync(200);
    };
    const both = [1, 2].map((number) => ({ place: `10${number}`, number, version: 2, from: 'submitted', to: 'explore-idea' }));

    it('are where the server has them, in its order, and are counted once', async () => {
      boards.column.mockResolvedValue({ items: [moved(2), moved(1), ...rest], next: null });
      await cards.change(input);
      await jest.advanceTimersByTimeAsync(0);
      const then = [[3], [2, 1, 4, 5], [3, 4, 0]];
      expect([numbers('submitted'), numbers('explore-idea'), totals()]).toEqual(then);
      await tell(...both);
      expect([numbers('submitted'), numbers('explore-idea'), totals()]).toEqual(then);
      expect(boards.column).toHaveBeenCalledTimes(1);
    });

    it('are counted once also when the board is loaded before anybody has told of them', async () => {
      boards.column.mockResolvedValue({ items: [moved(1), moved(2), ...rest], next: null });
      await cards.change(input);
      await store.load();
      await tell(...both);
      expect(totals()).toEqual([3, 4, 0]);
    });

    it('are counted once when one is told of while the board is loaded, of which it does not know yet', async () => {
      boards.column.mockResolvedValue({ items: [moved(1), moved(2), ...rest], next: null });
      let answer: (board: BoardView) => void = () => undefined;
      boards.read.mockReturnValue(new Promise<BoardView>((resolve) => (answer = resolve)));
      const loading = store.load();
      await tell(...both);
      expect(totals()).toEqual([3, 4, 0]);
      answer(aBoard({ place: '101', columns: aBoard().columns.map((it, at) => ({ ...it, total: [4, 3, 0][at] ?? 0 })) }));
      await loading;
      expect(totals()).toEqual([3, 4, 0]);
    });

    describe('and taken back', () => {
      beforeEach(async () => {
        boards.column.mockResolvedValue({ items: [moved(1), moved(2), ...rest], next: null });
        await cards.change(input);
        await jest.advanceTimersByTimeAsync(0);
        boards.column.mockClear();
      });

      it('stay where they were, whatever was read before', async () => {
        let answer: (page: CardPage) => void = () => undefined;
        boards.column.mockReturnValueOnce(new Promise<CardPage>((resolve) => (answer = resolve)));
        boards.column.mockImplementation((_organisation, _pathway, step) =>
          Promise.resolve({ items: step === 'submitted' ? [back(1), back(2), aCard(3, 'submitted')] : rest, next: null }),
        );
        await tell({ kind: 'idea-placed', number: 1, to: 'explore-idea' });
        await cards.takeBack([moved(1), moved(2)]);
        answer({ items: [moved(1), moved(2), ...rest], next: null });
        await jest.advanceTimersByTimeAsync(0);
        expect([numbers('submitted'), numbers('explore-idea'), totals()]).toEqual([
          [1, 2, 3],
          [4, 5],
          [5, 2, 0],
        ]);
      });

      it('are not counted again when the stream tells of it', async () => {
        await cards.takeBack([moved(1), moved(2)]);
        await tell(...both, ...both.map((it) => ({ ...it, place: `2${it.place}`, version: 3, from: it.to, to: it.from })));
        expect(totals()).toEqual([5, 2, 0]);
      });
    });
  });

  it('keeps a card that has been moved on while its column was read', async () => {
    const answers: ((page: CardPage) => void)[] = [];
    boards.column.mockImplementation(() => new Promise<CardPage>((resolve) => answers.push(resolve)));
    changes.next(change({ place: '101', version: 2, from: 'submitted', to: 'explore-idea' }));
    await jest.advanceTimersByTimeAsync(200);
    changes.next(change({ place: '102', version: 3, from: 'explore-idea', to: 'pilot' }));
    await jest.advanceTimersByTimeAsync(200);
    answers[1]?.({ items: [aCard(1, 'pilot', { version: 3 })], next: null });
    await jest.advanceTimersByTimeAsync(0);
    answers[0]?.({ items: [aCard(4, 'explore-idea'), aCard(5, 'explore-idea')], next: null });
    await jest.advanceTimersByTimeAsync(0);
    expect([numbers('submitted'), numbers('explore-idea'), numbers('pilot')]).toEqual([[2, 3], [4, 5], [1]]);
  });

  it('takes a card that is set aside off the board, and counts it there', async () => {
    ideas.move.mockResolvedValue(aCard(1, 'parked', { version: 2 }));
    await store.move(1, 'parked', undefined, { reason: 'later' });
    expect(spotOf(store.columns(), 1)).toBeUndefined();
    expect(totals()).toEqual([4, 2, 0]);
    expect(parked()).toBe(2);
  });

  it('loads a page once, however often it is asked', async () => {
    const page: CardPage = { items: [aCard(3, 'submitted'), aCard(6, 'submitted')], next: null };
    boards.column.mockResolvedValue(page);
    await Promise.all([store.loadMore('submitted'), store.loadMore('submitted')]);
    expect(boards.column).toHaveBeenCalledTimes(1);
    expect(numbers('submitted')).toEqual([1, 2, 3, 6]);
    await store.loadMore('submitted');
    expect(boards.column).toHaveBeenCalledTimes(1);
  });

  it('drops a page that arrives after the column came anew', async () => {
    let answer: (page: CardPage) => void = () => undefined;
    boards.column.mockReturnValue(new Promise<CardPage>((resolve) => (answer = resolve)));
    const more = store.loadMore('submitted');
    boards.read.mockResolvedValue(aBoard({ columns: aBoard().columns.map((it) => ({ ...it, next: it.next && 'another' })) }));
    await store.load();
    answer({ items: [aCard(6, 'submitted')], next: null });
    await more;
    expect(numbers('submitted')).toEqual([1, 2, 3]);
  });

  it('does not let an answer from before a move put the card back', async () => {
    let board: (view: BoardView) => void = () => undefined;
    boards.read.mockReturnValueOnce(new Promise<BoardView>((resolve) => (board = resolve)));
    const moved = aBoard();
    moved.columns[1]?.cards.unshift(...(moved.columns[0]?.cards.splice(0, 1) ?? []));
    boards.read.mockResolvedValue(moved);
    ideas.move.mockResolvedValue(aCard(1, 'explore-idea', { version: 2 }));
    const loading = store.load();
    await jest.advanceTimersByTimeAsync(0);
    await store.move(1, 'explore-idea', { step: 'explore-idea', index: 0 });
    board(aBoard());
    await loading;
    expect(spotOf(store.columns(), 1)?.step).toBe('explore-idea');
    expect(boards.read).toHaveBeenCalledTimes(2);
  });

  describe('live', () => {
    it('brings a card that somebody else moved', async () => {
      boards.column.mockResolvedValue({ items: [4, 1, 5].map((number) => aCard(number, 'explore-idea')), next: null });
      changes.next(change({ number: 1, from: 'submitted', to: 'explore-idea', version: 2 }));
      await jest.advanceTimersByTimeAsync(150);
      expect(numbers('submitted')).toEqual([2, 3]);
      expect(numbers('explore-idea')).toEqual([4, 1, 5]);
      expect(totals()).toEqual([4, 3, 0]);
    });

    it('does not count the own move twice', async () => {
      ideas.move.mockResolvedValue(aCard(1, 'explore-idea', { version: 2 }));
      await store.move(1, 'explore-idea', { step: 'explore-idea', index: 0 });
      changes.next(change({ number: 1, from: 'submitted', to: 'explore-idea', version: 2, own: true }));
      await jest.advanceTimersByTimeAsync(150);
      expect(totals()).toEqual([4, 3, 0]);
      expect(boards.column).not.toHaveBeenCalled();
    });

    it('does not count the own move twice when the stream is faster than the answer', async () => {
      let answer: (card: IdeaCard) => void = () => undefined;
      ideas.move.mockReturnValue(new Promise<IdeaCard>((resolve) => (answer = resolve)));
      const moved = store.move(1, 'explore-idea', { step: 'explore-idea', index: 0 });
      changes.next(change({ number: 1, from: 'submitted', to: 'explore-idea', version: 2, own: true }));
      await jest.advanceTimersByTimeAsync(500);
      answer(aCard(1, 'explore-idea', { version: 2 }));
      await moved;
      await jest.advanceTimersByTimeAsync(500);
      expect(totals()).toEqual([4, 3, 0]);
    });

    it('waits while a card is held, and comes when it is let go', async () => {
      boards.column.mockResolvedValue({ items: [aCard(1, 'pilot')], next: null });
      live.hold();
      changes.next(change({ number: 1, from: 'submitted', to: 'pilot', version: 2 }));
      await jest.advanceTimersByTimeAsync(1000);
      expect(numbers('pilot')).toEqual([]);
      live.release();
      await jest.advanceTimersByTimeAsync(150);
      expect(numbers('pilot')).toEqual([1]);
    });

    it('ignores what the board already knew when it was loaded', async () => {
      changes.next(change({ place: '100', number: 1, from: 'submitted', to: 'pilot', version: 2 }));
      await jest.advanceTimersByTimeAsync(150);
      expect(numbers('submitted')).toEqual([1, 2, 3]);
    });

    it('shows another text of a card in place', async () => {
      ideas.read.mockResolvedValue({ ...aCard(4, 'explore-idea', { title: 'Better said' }) });
      changes.next(change({ kind: 'idea-edited', number: 4, version: 2 }));
      await jest.advanceTimersByTimeAsync(150);
      expect(columnOf(store.columns(), 'explore-idea')?.cards[0]?.title).toBe('Better said');
    });

    it('loads the board once a second at most when thousands of ideas arrive', async () => {
      boards.read.mockClear();
      for (let tick = 0; tick < 30; tick += 1) {
        for (let number = 0; number < 20; number += 1) {
          changes.next(
            change({
              place: String(200 + tick * 20 + number),
              kind: 'idea-imported',
              number: 1000 + tick * 20 + number,
              to: 'submitted',
              version: 1,
            }),
          );
        }
        await jest.advanceTimersByTimeAsync(100);
      }
      await jest.advanceTimersByTimeAsync(1500);
      expect(boards.read.mock.calls.length).toBeGreaterThanOrEqual(3);
      expect(boards.read.mock.calls.length).toBeLessThanOrEqual(5);
      expect(boards.column).not.toHaveBeenCalled();
    });

    it('loads again after a reset', async () => {
      boards.read.mockClear();
      resets.next();
      await jest.advanceTimersByTimeAsync(150);
      expect(boards.read).toHaveBeenCalledTimes(1);
    });
  });
});
