import { aBoard, aCard } from './testing/cards';
import { type Columns, columnOf, counted, isAfter, neighbours, spotOf, withBoard, withCardAt, withHead, withPage } from './columns';

const columns = aBoard().columns;
const numbers = (from: Columns, step: string): number[] | undefined => columnOf(from, step)?.cards.map((it) => it.number);

describe('columns', () => {
  it('show a card once, where it was put', () => {
    const moved = withCardAt(columns, aCard(2, 'submitted'), { step: 'explore-idea', index: 1 });
    expect(numbers(moved, 'submitted')).toEqual([1, 3]);
    expect(numbers(moved, 'explore-idea')).toEqual([4, 2, 5]);
  });

  it('say between which cards a place lies, leaving out the card itself', () => {
    expect(neighbours(columns, 1, { step: 'submitted', index: 2 })).toEqual([3, null]);
    expect(neighbours(columns, 1, { step: 'submitted', index: 1 })).toEqual([2, 3]);
    expect(neighbours(columns, 1, { step: 'explore-idea', index: 0 })).toEqual([null, 4]);
    expect(neighbours(columns, 1, { step: 'pilot', index: 0 })).toEqual([null, null]);
  });

  it('add a page without showing a card twice', () => {
    const paged = withPage(columns, 'submitted', {
      items: [aCard(3, 'submitted'), aCard(4, 'submitted'), aCard(6, 'submitted')],
      next: null,
    });
    expect(numbers(paged, 'submitted')).toEqual([1, 2, 3, 6]);
    expect(numbers(paged, 'explore-idea')).toEqual([4, 5]);
    expect(columnOf(paged, 'submitted')?.next).toBeNull();
  });

  it('keep the pages that were loaded when the head of a column comes anew', () => {
    const head = { items: [aCard(9, 'submitted'), aCard(1, 'submitted')], next: 'after-1' };
    const fresh = withHead(columns, 'submitted', head);
    expect(numbers(fresh, 'submitted')).toEqual([9, 1, 2, 3]);
    expect(columnOf(fresh, 'submitted')?.next).toBe('after-3');
  });

  it('take a card out of the column it has left when the head of another brings it', () => {
    const fresh = withHead(columns, 'explore-idea', { items: [aCard(2, 'explore-idea'), aCard(4, 'explore-idea')], next: null });
    expect(numbers(fresh, 'submitted')).toEqual([1, 3]);
    expect(numbers(fresh, 'explore-idea')).toEqual([2, 4]);
  });

  it('keep loaded pages when the whole board comes anew, but no card twice', () => {
    const paged = withPage(columns, 'submitted', { items: [6, 7].map((number) => aCard(number, 'submitted')), next: 'after-7' });
    const board = aBoard();
    board.columns[1]?.cards.push(aCard(6, 'explore-idea'));
    const fresh = withBoard(paged, board);
    expect(numbers(fresh, 'submitted')).toEqual([1, 2, 3, 7]);
    expect(columnOf(fresh, 'submitted')?.next).toBe('after-7');
    expect(spotOf(fresh, 6)).toEqual({ step: 'explore-idea', index: 2 });
  });

  it('count one fewer and one more, and nothing for a move within a step', () => {
    expect(counted(columns, 'submitted', 'parked').map((it) => it.total)).toEqual([4, 2, 0]);
    expect(counted(columns, 'submitted', 'submitted').map((it) => it.total)).toEqual([5, 2, 0]);
    expect(counted(columns, null, 'pilot').map((it) => it.total)).toEqual([5, 2, 1]);
  });

  it('compare published places as numbers', () => {
    expect(isAfter('100', '99')).toBe(true);
    expect(isAfter('99', '100')).toBe(false);
    expect(isAfter('100', '100')).toBe(false);
  });
});
