import { TestBed } from '@angular/core/testing';
import { Subject } from 'rxjs';
import type { BoardLanePage, IdeaCard, LiveChange } from '#contracts';
import { BoardsApi } from '../../../api/boards-api';
import { IdeasApi } from '../../../api/ideas-api';
import { ProblemError } from '../../../api/problem-error';
import { provideTestI18n } from '../../../i18n/testing/provide-test-i18n';
import { Live } from '../../../live/live';
import { Session } from '../../../session/session';
import { BoardLive } from '../board-live';
import { BoardStore } from '../board-store';
import { columnOf } from '../columns';
import { aBoard, aBoardInLanes, aCard } from '../testing/cards';
import { inLane } from './lanes';

describe('a board in lanes', () => {
  const boards = { read: jest.fn(), column: jest.fn() };
  const ideas = { move: jest.fn(), place: jest.fn() };
  let changes: Subject<LiveChange>;
  let store: BoardStore;

  /** What stands in a column, lane by lane. */
  const cells = (step: string): number[][] => {
    const laid = store.lanes();
    return (laid?.lanes ?? []).map(({ key }) =>
      laid ? (columnOf(inLane(store.columns(), laid, key), step)?.cards ?? []).map(({ number }) => number) : [],
    );
  };
  const show = async (shown: Parameters<BoardStore['ask']>[0]) => {
    store.ask(shown);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
  };

  beforeEach(async () => {
    jest.resetAllMocks();
    jest.useFakeTimers();
    changes = new Subject();
    boards.read.mockResolvedValue(aBoardInLanes());
    const membership = { slug: 'aleksandrow', pathway: 'helsingborg' };
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        BoardStore,
        BoardLive,
        { provide: BoardsApi, useValue: boards },
        { provide: IdeasApi, useValue: ideas },
        { provide: Live, useValue: { changes, resets: new Subject() } },
        { provide: Session, useValue: { membership: () => membership, organisation: () => membership.slug } },
      ],
    });
    store = TestBed.inject(BoardStore);
    TestBed.inject(BoardLive);
    await show({ lanes: 'owner' });
  });

  afterEach(() => jest.useRealTimers());

  it('asks for lanes, and holds the cards of each', () => {
    expect(boards.read).toHaveBeenLastCalledWith('aleksandrow', 'helsingborg', { lanes: 'owner' }, { limit: 6 });
    expect([cells('submitted'), cells('explore-idea'), store.isNarrowed()]).toEqual([[[1], [2], [3]], [[4], [5], []], false]);
    expect([store.laneOf(2), store.laneOf(3), store.spotOf(5)]).toEqual(['m-tomek', '', { step: 'explore-idea', index: 0 }]);
  });

  it('moves a card within its lane, to its neighbours there, and puts it back when that is refused', async () => {
    ideas.move.mockResolvedValueOnce(aCard(2, 'explore-idea', { version: 2 }) satisfies IdeaCard);
    await store.move(2, 'explore-idea', { step: 'explore-idea', index: 1 });
    expect(ideas.move).toHaveBeenCalledWith('aleksandrow', 2, { to: 'explore-idea', version: 1, between: [5, null] });
    expect([cells('submitted'), cells('explore-idea')]).toEqual([
      [[1], [], [3]],
      [[4], [5, 2], []],
    ]);
    ideas.move.mockRejectedValueOnce(new ProblemError('refused', 409, ''));
    await store.move(1, 'explore-idea', { step: 'explore-idea', index: 0 });
    expect([cells('submitted'), cells('explore-idea')]).toEqual([
      [[1], [], [3]],
      [[4], [5, 2], []],
    ]);
  });

  it('moves a card into a cell that is empty', async () => {
    ideas.move.mockResolvedValueOnce(aCard(3, 'pilot', { version: 2 }));
    await store.move(3, 'pilot', { step: 'pilot', index: 0 });
    expect([ideas.move.mock.lastCall, cells('pilot')]).toEqual([
      ['aleksandrow', 3, { to: 'pilot', version: 1, between: [null, null] }],
      [[], [], [3]],
    ]);
  });

  it('asks for further cards of a cell by its lane, and keeps them when the board is loaded anew', async () => {
    boards.column.mockResolvedValue({ items: [aCard(6, 'submitted'), aCard(7, 'submitted')], next: null });
    await store.loadMore('submitted', '');
    const asked = { cursor: 'after-3', filter: { owner: 'nobody' } };
    expect(boards.column).toHaveBeenCalledWith('aleksandrow', 'helsingborg', 'submitted', asked);
    expect(cells('submitted')).toEqual([[1], [2], [3, 6, 7]]);
    await store.load();
    expect(cells('submitted')).toEqual([[1], [2], [3, 6, 7]]);
  });

  it('in lanes of challenges, asks for those without one', async () => {
    await show({ lanes: 'challenge' });
    boards.column.mockResolvedValue({ items: [], next: null });
    await store.loadMore('submitted', '');
    const asked = { cursor: 'after-3', filter: { challenge: 'none' } };
    expect(boards.column).toHaveBeenLastCalledWith('aleksandrow', 'helsingborg', 'submitted', asked);
  });

  it('asks for further lanes, and for as many again when it is loaded anew', async () => {
    const { lanes } = aBoardInLanes();
    const [maja, tomek, nobody] = lanes?.items ?? [];
    const part = (items: unknown[], next: string | null) => aBoardInLanes({ lanes: { items, next } as BoardLanePage });
    boards.read.mockResolvedValueOnce(part([maja, tomek], 'after-tomek'));
    await show({ lanes: 'owner', tag: 'heat' });
    boards.read.mockResolvedValueOnce(part([nobody], null));
    expect(cells('submitted')).toEqual([[1], [2]]);
    await store.loadMoreLanes();
    const further = { limit: 6, cursor: 'after-tomek' };
    expect(boards.read).toHaveBeenLastCalledWith('aleksandrow', 'helsingborg', { lanes: 'owner', tag: 'heat' }, further);
    expect(cells('submitted')).toEqual([[1], [2], [3]]);
    boards.read.mockResolvedValueOnce(part([maja, tomek], 'after-tomek')).mockResolvedValueOnce(part([nobody], null));
    await store.load();
    expect(cells('submitted')).toEqual([[1], [2], [3]]);
  });

  it('is loaded as a whole when something changes, since only the server knows whose lane that is', async () => {
    boards.read.mockClear();
    changes.next({ kind: 'idea-edited', number: 4, version: 2, place: '101', from: null, to: null } as LiveChange);
    await jest.advanceTimersByTimeAsync(2_000);
    expect(boards.read).toHaveBeenCalledTimes(1);
  });

  it('is an ordinary board again when lanes are no longer asked for', async () => {
    boards.read.mockResolvedValue(aBoard());
    await show({});
    expect([store.lanes(), columnOf(store.columns(), 'submitted')?.cards.length, store.spotOf(5)]).toEqual([
      null,
      3,
      { step: 'explore-idea', index: 1 },
    ]);
  });

  it('sorted, does not say where a card is to stand', async () => {
    boards.read.mockResolvedValue(aBoard());
    await show({ sort: 'due' });
    expect(boards.read).toHaveBeenLastCalledWith('aleksandrow', 'helsingborg', { sort: 'due' });
    ideas.move.mockResolvedValueOnce(aCard(1, 'explore-idea', { version: 2 }));
    await store.move(1, 'explore-idea', { step: 'explore-idea', index: 1 });
    expect(ideas.move).toHaveBeenCalledWith('aleksandrow', 1, { to: 'explore-idea', version: 1 });
  });
});
