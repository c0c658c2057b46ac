import { TestBed } from '@angular/core/testing';
import type { IdeaCard } from '#contracts';
import { BoardsApi } from '../../api/boards-api';
import { IdeasApi } from '../../api/ideas-api';
import { ProblemError } from '../../api/problem-error';
import { IdeasList } from './ideas-list';

const card = (number: number): Pick<IdeaCard, 'number'> => ({ number });

describe('IdeasList', () => {
  const ideas = { list: jest.fn() };
  const boards = { read: jest.fn() };
  let list: IdeasList;
  const numbers = (): number[] => list.items().map((it) => it.number);

  beforeEach(() => {
    jest.resetAllMocks();
    boards.read.mockResolvedValue({ columns: [{ step: 'submitted', name: 'Submitted' }], aside: [{ step: 'parked', name: 'Parked' }] });
    ideas.list.mockResolvedValue({ items: [card(3), card(2)], next: 'after-2' });
    TestBed.configureTestingModule({
      providers: [IdeasList, { provide: IdeasApi, useValue: ideas }, { provide: BoardsApi, useValue: boards }],
    });
    list = TestBed.inject(IdeasList);
  });

  it('shows the first page of what is asked for, and the steps to choose from', async () => {
    await list.show('aleksandrow', 'helsingborg', { q: 'bench' });
    expect(ideas.list).toHaveBeenCalledWith('aleksandrow', { q: 'bench' });
    expect(numbers()).toEqual([3, 2]);
    expect(list.steps().aside.map((it) => it.name)).toEqual(['Parked']);
  });

  it('adds the next page, each idea once', async () => {
    await list.show('aleksandrow', 'helsingborg', {});
    ideas.list.mockResolvedValue({ items: [card(2), card(1)], next: null });
    await list.more();
    expect(ideas.list).toHaveBeenLastCalledWith('aleksandrow', { cursor: 'after-2' });
    expect(numbers()).toEqual([3, 2, 1]);
    expect(list.next()).toBeNull();
  });

  it('drops a page that comes when something else is asked for already', async () => {
    await list.show('aleksandrow', 'helsingborg', {});
    let answer: (page: unknown) => void = () => undefined;
    ideas.list.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const more = list.more();
    ideas.list.mockResolvedValue({ items: [card(9)], next: null });
    await list.show('aleksandrow', 'helsingborg', { step: 'pilot' });
    answer({ items: [card(1)], next: null });
    await more;
    expect(numbers()).toEqual([9]);
  });

  it('keeps what is shown when no more comes', async () => {
    await list.show('aleksandrow', 'helsingborg', {});
    ideas.list.mockRejectedValue(new ProblemError('offline', 0, ''));
    await list.more();
    expect(numbers()).toEqual([3, 2]);
    expect(list.problem()?.code).toBe('offline');
  });
});
