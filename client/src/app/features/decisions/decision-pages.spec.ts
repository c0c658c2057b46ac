import { TestBed } from '@angular/core/testing';
import { DecisionsApi } from '../../api/decisions-api';
import { ProblemError } from '../../api/problem-error';
import { aDecision } from '../../ui/decision/testing/a-decision';
import { DecisionPages } from './decision-pages';

describe('pages of decisions', () => {
  const api = { list: jest.fn() };
  let pages: DecisionPages;
  const ids = (): string[] => pages.items().map((it) => it.id);

  beforeEach(() => {
    jest.resetAllMocks();
    TestBed.configureTestingModule({ providers: [DecisionPages, { provide: DecisionsApi, useValue: api }] });
    pages = TestBed.inject(DecisionPages);
  });

  it('come in the order of the server, one after the other', async () => {
    api.list.mockResolvedValueOnce({ items: [aDecision({ id: 'b' }), aDecision({ id: 'a' })], next: 'page 2' });
    await pages.show('aleksandrow', { outcome: 'stop' });
    expect(api.list).toHaveBeenLastCalledWith('aleksandrow', { outcome: 'stop' });
    api.list.mockResolvedValueOnce({ items: [aDecision({ id: 'a' }), aDecision({ id: 'c' })], next: null });
    await pages.more();
    expect(api.list).toHaveBeenLastCalledWith('aleksandrow', { outcome: 'stop', cursor: 'page 2' });
    expect(ids()).toEqual(['b', 'a', 'c']);
    expect(pages.next()).toBeNull();
  });

  it('stay in sight while others are asked for, and when the next page fails', async () => {
    api.list.mockResolvedValueOnce({ items: [aDecision({ id: 'a' })], next: 'page 2' });
    await pages.show('aleksandrow', {});
    api.list.mockRejectedValueOnce(new ProblemError('offline', 0, ''));
    await pages.more();
    expect(pages.problem()?.code).toBe('offline');
    expect(ids()).toEqual(['a']);
  });

  it('forget a page that was asked for before the list changed', async () => {
    api.list.mockResolvedValueOnce({ items: [aDecision({ id: 'a' })], next: 'page 2' });
    await pages.show('aleksandrow', {});
    let answer: (page: unknown) => void = () => undefined;
    api.list.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const late = pages.more();
    api.list.mockResolvedValueOnce({ items: [aDecision({ id: 'b' })], next: null });
    await pages.show('aleksandrow', { outcome: 'yes' });
    answer({ items: [aDecision({ id: 'c' })], next: null });
    await late;
    expect(ids()).toEqual(['b']);
  });
});
