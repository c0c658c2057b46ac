import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BoardStore } from './board-store';
import type { Columns } from './columns';
import { Selection } from './selection';
import { aBoard } from './testing/cards';

describe('Selection', () => {
  const columns = signal<Columns>([]);

  const start = (): Selection => {
    columns.set(aBoard().columns);
    TestBed.configureTestingModule({ providers: [Selection, { provide: BoardStore, useValue: { columns } }] });
    return TestBed.inject(Selection);
  };
  const numbers = (selection: Selection): number[] => selection.cards().map((card) => card.number);

  it('takes cards in and out', () => {
    const selection = start();
    selection.toggle(1);
    selection.toggle(4);
    expect([numbers(selection), selection.isOn()]).toEqual([[1, 4], true]);
    selection.toggle(1);
    expect([numbers(selection), selection.has(1), selection.has(4)]).toEqual([[4], false, true]);
    selection.clear();
    expect(selection.isOn()).toBe(false);
  });

  it('extends within a column, up and down; elsewhere it takes the card', () => {
    const selection = start();
    selection.extendTo(3);
    selection.extendTo(1);
    expect(new Set(numbers(selection))).toEqual(new Set([1, 2, 3]));
    selection.extendTo(5);
    expect(new Set(numbers(selection))).toEqual(new Set([1, 2, 3, 5]));
  });

  it('loses a card that leaves the board', () => {
    const selection = start();
    selection.keep([1, 2]);
    columns.update((all) => all.map((column) => ({ ...column, cards: column.cards.filter((card) => card.number !== 1) })));
    expect(numbers(selection)).toEqual([2]);
  });
});
