import { LiveAnnouncer } from '@angular/cdk/a11y';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { Subject } from 'rxjs';
import type { BoardView, SavedFilter } from '#contracts';
import { BoardsApi } from '../../api/boards-api';
import { DecisionsApi } from '../../api/decisions-api';
import { IdeasApi } from '../../api/ideas-api';
import { MembersApi } from '../../api/members-api';
import { ProblemError } from '../../api/problem-error';
import { UnitsApi } from '../../api/units-api';
import { ChallengesApi } from '../../api/challenges-api';
import { provideTestI18n } from '../../i18n/testing/provide-test-i18n';
import { Live } from '../../live/live';
import { Session } from '../../session/session';
import { Questions } from '../../ui/questions/questions';
import { BoardPage } from './board-page';
import { BoardStore } from './board-store';
import { CardMover } from './card-mover';
import { BoardPageHarness } from './testing/board-page-harness';
import { aBoard, aBoardInLanes, aCard, transitionTo } from './testing/cards';

describe('BoardPage', () => {
  const boards = { read: jest.fn(), column: jest.fn() };
  const ideas = { move: jest.fn(), undo: jest.fn(), changeMany: jest.fn(), undoMany: jest.fn(), place: jest.fn(), read: jest.fn() };
  const announce = jest.fn();

  let fixture: ComponentFixture<BoardPage>;

  const open = async (board: BoardView = aBoard(), boardFilter: SavedFilter | null = null): Promise<BoardPageHarness> => {
    boards.read.mockResolvedValue(board);
    const membership = { slug: 'aleksandrow', pathway: 'helsingborg', boardFilter };
    TestBed.configureTestingModule({
      providers: [
        provideTestI18n(),
        provideRouter([]),
        { provide: BoardsApi, useValue: boards },
        { provide: IdeasApi, useValue: ideas },
        { provide: MembersApi, useValue: {} },
        { provide: DecisionsApi, useValue: {} },
        { provide: ChallengesApi, useValue: { choices: jest.fn().mockResolvedValue([]) } },
        { provide: UnitsApi, useValue: { list: jest.fn().mockResolvedValue({ items: [] }) } },
        { provide: LiveAnnouncer, useValue: { announce } },
        { provide: Live, useValue: { changes: new Subject(), resets: new Subject() } },
        {
          provide: Session,
          useValue: { membership: () => membership, organisation: () => membership.slug, isHub: () => true },
        },
      ],
    });
    fixture = TestBed.createComponent(BoardPage);
    document.body.append(fixture.nativeElement as HTMLElement);
    await fixture.whenStable();
    return TestbedHarnessEnvironment.harnessForFixture(fixture, BoardPageHarness);
  };
  /** What a screen reader is told in the message at the foot of the screen: it is put there a moment after it is shown. */
  const told = async (): Promise<string> => {
    for (;;) {
      const words = document.querySelector('mat-snack-bar-container:last-of-type [aria-live="polite"]')?.textContent.trim();
      if (words) return words;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const lastSaid = (): unknown => (announce.mock.calls as unknown[][]).at(-1)?.[0];

  beforeEach(() => {
    jest.resetAllMocks();
    announce.mockResolvedValue(undefined);
    Object.assign(globalThis, {
      IntersectionObserver: class {
        observe = jest.fn();
        disconnect = jest.fn();
      },
    });
    Element.prototype.scrollIntoView = jest.fn();
  });

  it('shows the stations with their counts, and what lies beside the path', async () => {
    const board = await open();
    expect(await board.names()).toEqual(['submitted 5', 'explore-idea 2', 'pilot 0']);
    expect(await board.besides()).toEqual(['Parked 1']);
    expect(await (await board.column('explore-idea')).cards()).toEqual(['Idea 4', 'Idea 5']);
  });

  it('folds a column away: its cards are gone, and the tab key reaches what is left', async () => {
    localStorage.clear();
    const board = await open();
    await (await board.column('submitted')).fold();
    expect(await (await board.column('submitted')).cards()).toEqual([]);
    expect(await board.wayIn()).toEqual(['Idea 4']);
    await board.press(4, 'left');
    expect(document.activeElement?.id).toBe('card-4');
    await (await board.column('submitted')).fold();
    expect(await (await board.column('submitted')).cards()).toEqual(['Idea 1', 'Idea 2', 'Idea 3']);
  });

  it('says where a limit is reached, and that a drop goes beyond it', async () => {
    const view = aBoard();
    const [, exploring] = view.columns;
    if (!exploring) throw new Error('The board has a second column.');
    const columns = view.columns.map((column) => ({ ...column, limit: column === exploring ? { atMost: 2, hard: false } : null }));
    const board = await open({ ...view, columns });
    expect(await board.names()).toEqual(['submitted 5', 'explore-idea 2 of 2 · full', 'pilot 0']);
    await board.press(1, ' ', 'right');
    expect(await (await board.column('explore-idea')).words()).toBe('Drop here: moves it on, over the limit of 2');
  });

  it('loads anew when a column with a hard limit fills up: its cards say what is possible by that', async () => {
    const view = aBoard();
    const columns = view.columns.map((column) => ({ ...column, limit: column.step === 'pilot' ? { atMost: 1, hard: true } : null }));
    await open({ ...view, columns });
    expect(boards.read).toHaveBeenCalledTimes(1);
    fixture.debugElement.injector.get(BoardStore).count('explore-idea', 'pilot');
    await fixture.whenStable();
    expect(boards.read).toHaveBeenCalledTimes(2);
  });

  it('opens with what the organisation opens it with, and asks for that once', async () => {
    await open(aBoard(), { due: 'overdue' });
    expect(boards.read.mock.calls).toEqual([['aleksandrow', 'helsingborg', { due: 'overdue' }]]);
    expect(TestBed.inject(Router).url).toBe('/?due=overdue');
  });

  it('selects cards by key, says each, and moves them at once; what was refused stays selected and says why', async () => {
    const view = aBoard();
    ideas.changeMany.mockResolvedValue({
      results: [
        { number: 1, card: aCard(1, 'explore-idea', { version: 2 }), problem: null },
        {
          number: 2,
          card: aCard(2, 'submitted'),
          problem: { code: 'refused', refusals: [{ code: 'effect-goal-set', params: {}, link: null }] },
        },
      ],
    });
    const board = await open(view);
    await board.key(1, 'x');
    expect(lastSaid()).toBe('Selected: Idea 1. 1 card in all.');
    await board.key(2, 'x');
    const bar = await board.bulkBar();
    expect(await bar.says()).toBe('2 selected');
    boards.read.mockReturnValue(new Promise(() => undefined));
    await bar.move('explore-idea');
    const asked = [
      { number: 1, version: 1 },
      { number: 2, version: 1 },
    ];
    expect(ideas.changeMany).toHaveBeenCalledWith('aleksandrow', { ideas: asked, change: { kind: 'move', to: 'explore-idea' } });
    expect(await (await board.column('explore-idea')).cards()).toContain('Idea 1');
    expect(await bar.says()).toBe('1 selected');
    expect(document.querySelector('polku-results-dialog')?.textContent).toContain('#2 · Idea 2');
    expect(document.querySelector('polku-results-dialog')?.textContent).toContain('The effect goal is missing');
  });

  it('names what could not be taken back of many', async () => {
    const moved = [1, 2].map((number) => aCard(number, 'explore-idea', { version: 2, stepName: 'Explore idea' }));
    ideas.changeMany.mockResolvedValue({ results: moved.map((card) => ({ number: card.number, card, problem: null })) });
    ideas.undoMany.mockResolvedValue([aCard(1, 'submitted', { version: 3 })]);
    boards.column.mockReturnValue(new Promise(() => undefined));
    const board = await open();
    await board.key(1, 'x');
    await board.key(2, 'x');
    await (await board.bulkBar()).move('explore-idea');
    await fixture.whenStable();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    await fixture.whenStable();
    expect(ideas.undoMany).toHaveBeenCalledWith('aleksandrow', moved);
    expect(document.body.textContent).toContain('1 idea could not be taken back: #2');
  });

  it('lies in lanes: arrows lead from lane to lane, and a card is carried along its own', async () => {
    localStorage.clear();
    const board = await open(aBoardInLanes(), { lanes: 'owner' });
    const lanes = await board.lanes();
    expect(await Promise.all(lanes.map((lane) => lane.heading()))).toEqual([
      ['Maja', '2 ideas'],
      ['Tomek', '2 ideas'],
      ['Without an owner', '8 ideas'],
    ]);
    expect(await Promise.all(lanes.map((lane) => lane.cards()))).toEqual([
      [['Idea 1'], ['Idea 4'], []],
      [['Idea 2'], ['Idea 5'], []],
      [['Idea 3'], [], []],
    ]);
    await board.press(1, 'down');
    await board.press(2, 'right');
    expect(document.activeElement?.id).toBe('card-5');
    await board.press(2, ' ');
    expect(await Promise.all(lanes.map((lane) => lane.drops()))).toEqual([
      [null, null, null],
      [null, 'Drop here: moves it on', 'No way leads here from this step'],
      [null, null, null],
    ]);
    await board.press(2, 'right');
    expect(lastSaid()).toBe('explore-idea, place 1 of 2. Drop here: moves it on');
    await board.press(2, 'escape');
    await lanes[1]?.fold();
    expect(await lanes[1]?.cards()).toEqual([]);
  });

  it('says that a sorted board leaves no place in a column to choose', async () => {
    const board = await open(aBoard(), { sort: 'due' });
    await board.press(1, ' ', 'down');
    expect(lastSaid()).toBe('The board is sorted: a card has no place of its own in its column.');
  });

  it('is one stop of the tab key', async () => {
    const board = await open();
    expect(await board.wayIn()).toEqual(['Idea 1']);
    await board.press(1, 'down');
    expect(await board.wayIn()).toEqual(['Idea 2']);
    await board.press(2, 'right');
    expect(await board.wayIn()).toEqual(['Idea 5']);
  });

  it('says in every column what a drop would do while a card is held', async () => {
    const view = aBoard();
    const refusals = [{ code: 'effect-goal-set' as const, params: {}, link: null }];
    view.columns[0]?.cards.splice(
      0,
      1,
      aCard(1, 'submitted', { availableTransitions: [transitionTo('explore-idea'), transitionTo('pilot', { refusals })] }),
    );
    const board = await open(view);
    await board.press(1, ' ');
    expect(await (await board.column('submitted')).words()).toBeNull();
    expect(await (await board.column('explore-idea')).words()).toBe('Drop here: moves it on');
    expect(await (await board.column('pilot')).words()).toBe('Not yet: The effect goal is missing');
    await board.press(1, 'escape');
    expect(await (await board.column('pilot')).words()).toBeNull();
    expect(lastSaid()).toBe('Put back: Idea 1');
  });

  it('says why a card that was dropped where no way leads is back', async () => {
    await open();
    const mover = fixture.debugElement.injector.get(CardMover);
    await mover.drop(aCard(1, 'submitted', { availableTransitions: [] }), { step: 'pilot', index: 0 });
    await fixture.whenStable();
    expect(document.body.textContent).toContain('#1 is back where it was. No way leads here from this step');
    expect(ideas.move).not.toHaveBeenCalled();
  });

  it('carries a card with the keyboard, says each place, and keeps the focus on it', async () => {
    ideas.move.mockResolvedValue(aCard(1, 'explore-idea', { version: 2, stepName: 'Explore idea' }));
    const board = await open();
    await board.press(1, ' ');
    expect(lastSaid()).toBe('Picked up: Idea 1. submitted, place 1. Arrow keys carry it.');
    await board.press(1, 'right', 'down');
    expect(lastSaid()).toBe('explore-idea, place 2 of 3. Drop here: moves it on');
    await board.press(1, ' ');
    expect(ideas.move).toHaveBeenCalledWith('aleksandrow', 1, { to: 'explore-idea', version: 1, between: [4, 5] });
    expect(await (await board.column('explore-idea')).cards()).toEqual(['Idea 4', 'Idea 1', 'Idea 5']);
    expect(lastSaid()).toBe('“Idea 1” is now on: Explore idea');
    expect(document.activeElement?.id).toBe('card-1');
  });

  it('takes a move back by Ctrl Z: the card is where it was', async () => {
    ideas.move.mockResolvedValue(aCard(2, 'explore-idea', { version: 2, stepName: 'Explore idea' }));
    ideas.undo.mockResolvedValue(aCard(2, 'submitted', { version: 3, stepName: 'Submitted' }));
    const board = await open();
    await board.press(2, ' ', 'right', ' ');
    await fixture.whenStable();
    expect(await (await board.column('submitted')).cards()).toEqual(['Idea 1', 'Idea 3']);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    await fixture.whenStable();
    expect(ideas.undo).toHaveBeenCalledWith('aleksandrow', 2, 2);
    expect(await (await board.column('submitted')).cards()).toEqual(['Idea 1', 'Idea 2', 'Idea 3']);
    expect(await (await board.column('submitted')).total()).toBe('5');
    // Once is enough.
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    expect(ideas.undo).toHaveBeenCalledTimes(1);
  });

  it('takes no older move back while a newer one is made', async () => {
    ideas.move.mockResolvedValueOnce(aCard(2, 'explore-idea', { version: 2, stepName: 'Explore idea' }));
    ideas.move.mockReturnValueOnce(new Promise(() => undefined));
    const board = await open();
    await board.press(2, ' ', 'right', ' ');
    await fixture.whenStable();
    await board.press(1, ' ', 'right', ' ');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    expect(ideas.move).toHaveBeenCalledTimes(2);
    expect(ideas.undo).not.toHaveBeenCalled();
  });

  it('leaves a card where it went when it is too late to take the move back', async () => {
    ideas.move.mockResolvedValue(aCard(2, 'explore-idea', { version: 2, stepName: 'Explore idea' }));
    ideas.undo.mockRejectedValue(new ProblemError('refused', 409, '', [{ code: 'undo-over', params: {}, link: null }]));
    ideas.read.mockResolvedValue(aCard(2, 'explore-idea', { version: 2 }));
    const board = await open();
    await board.press(2, ' ', 'right', ' ');
    await fixture.whenStable();
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', metaKey: true }));
    await fixture.whenStable();
    expect(await (await board.column('submitted')).cards()).toEqual(['Idea 1', 'Idea 3']);
    expect(document.body.textContent).toContain('It is too late to undo this move');
  });

  it('does not offer to take back what left a lesson', async () => {
    const view = aBoard();
    const stop = transitionTo('stopped', { asks: ['reason', 'lesson'] });
    ideas.move.mockResolvedValue(aCard(1, 'stopped', { version: 2, stepName: 'Stopped' }));
    await open(view);
    const mover = fixture.debugElement.injector.get(CardMover);
    const questions = fixture.debugElement.injector.get(Questions);
    jest.spyOn(questions, 'askTransition').mockResolvedValue({ reason: 'No money.' });
    await mover.take(aCard(1, 'submitted', { availableTransitions: [stop] }), stop);
    await fixture.whenStable();
    expect(document.body.textContent).toContain('is now on: Stopped');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'z', ctrlKey: true }));
    expect(ideas.undo).not.toHaveBeenCalled();
  });

  it('places a card within its column', async () => {
    ideas.place.mockResolvedValue(undefined);
    const board = await open();
    await board.press(1, ' ', 'down', 'down', ' ');
    expect(ideas.place).toHaveBeenCalledWith('aleksandrow', 1, [3, null]);
    expect(await (await board.column('submitted')).cards()).toEqual(['Idea 2', 'Idea 3', 'Idea 1']);
  });

  it('gives a card back when those it was put between have gone elsewhere', async () => {
    ideas.place.mockRejectedValue(new ProblemError('invalid', 422, ''));
    const board = await open();
    await board.press(1, ' ', 'down', 'down', ' ');
    expect(await (await board.column('submitted')).cards()).toEqual(['Idea 1', 'Idea 2', 'Idea 3']);
    expect(document.body.textContent).toContain('#1 is back where it was. Somebody else changed this in the meantime.');
  });

  it('does not put a card down where no way leads', async () => {
    const board = await open();
    await board.press(1, ' ', 'right', 'right', ' ');
    expect(lastSaid()).toBe('No way leads here from this step');
    expect(ideas.move).not.toHaveBeenCalled();
  });

  it('gives the card back and says why when the server refuses', async () => {
    ideas.move.mockRejectedValue(new ProblemError('busy', 503, ''));
    const board = await open();
    await board.press(1, ' ', 'right', ' ');
    expect(await (await board.column('submitted')).cards()).toEqual(['Idea 1', 'Idea 2', 'Idea 3']);
    expect(document.body.textContent).toContain('#1 is back where it was. Polku is busy');
    expect(await told()).toContain('#1 is back where it was. Polku is busy');
  });

  it('tells a screen reader too which rule refuses a move', async () => {
    ideas.move.mockRejectedValue(new ProblemError('refused', 409, '', [{ code: 'effect-goal-set', params: {}, link: null }]));
    ideas.read.mockResolvedValue(aCard(1, 'submitted', { version: 2 }));
    const board = await open();
    await board.press(1, ' ', 'right', ' ');
    expect(await told()).toContain('#1 is back where it was. The effect goal is missing');
  });

  it('tells a screen reader too that somebody else changed the card meanwhile, and shows it as it is now', async () => {
    const now = aCard(1, 'pilot', { version: 7, stepName: 'Pilot' });
    ideas.move.mockRejectedValue(new ProblemError('version-conflict', 409, '', [], now));
    const board = await open();
    await board.press(1, ' ', 'right', ' ');
    expect(await told()).toContain('#1 was changed by somebody else meanwhile. It is shown as it is now.');
    expect(await (await board.column('pilot')).cards()).toEqual(['Idea 1']);
  });

  it('says that nothing matches what it is narrowed to, and shows all again', async () => {
    const none = aBoard({ columns: aBoard().columns.map((it) => ({ ...it, cards: [], total: 0, next: null })) });
    const board = await open(none);
    fixture.componentRef.setInput('q', 'nowhere');
    await fixture.whenStable();
    expect(boards.read).toHaveBeenLastCalledWith('aleksandrow', 'helsingborg', { q: 'nowhere' });
    expect(await board.narrowing()).toEqual(['Filter (1)', 'true']);
    expect(document.body.textContent).toContain('No idea on the path matches.');
    expect(document.body.textContent).not.toContain('The path is still empty');
  });

  it('teaches when there is nothing yet', async () => {
    const empty = aBoard({ columns: aBoard().columns.map((it) => ({ ...it, cards: [], total: 0, next: null })), aside: [] });
    await open(empty);
    expect(document.body.textContent).toContain('The path is still empty');
  });
});
