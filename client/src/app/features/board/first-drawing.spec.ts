import { ApplicationRef, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BoardStore } from './board-store';
import type { Columns } from './columns';
import { FirstDrawing } from './first-drawing';

describe('the first drawing of a board', () => {
  const board = signal<object | null>(null);
  const columns = signal<Columns>([]);
  const of = (counts: Readonly<Record<string, number>>): Columns =>
    Object.entries(counts).map(([step, count]) => ({
      step,
      cards: Array.from({ length: count }, (_, number) => ({ number })),
    })) as unknown as Columns;
  const comes = (counts: Readonly<Record<string, number>>): void => {
    columns.set(of(counts));
    board.set({});
  };

  let drawing: FirstDrawing;
  const turns: (() => void)[] = [];
  const mosts = (): number[] => columns().map(({ step }) => drawing.mostOf(step));
  const turn = (): void => {
    TestBed.tick();
    turns.splice(0).forEach((next) => next());
  };

  beforeEach(() => {
    board.set(null);
    columns.set([]);
    turns.length = 0;
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((next: () => void) => turns.push(next)) as unknown as typeof setTimeout);
    TestBed.configureTestingModule({ providers: [FirstDrawing, { provide: BoardStore, useValue: { board, columns } }] });
    drawing = TestBed.inject(FirstDrawing);
  });

  afterEach(() => jest.restoreAllMocks());

  it('goes row by row through all columns, a few cards in each turn', () => {
    comes({ submitted: 9, explore: 1, test: 0, decide: 3 });
    expect(mosts()).toEqual([0, 0, 0, 0]);
    turn();
    expect(mosts()).toEqual([3, 1, 0, 2]);
    turn();
    expect(mosts()).toEqual([8, 1, 0, 3]);
    turn();
    expect(mosts()).toEqual([Infinity, Infinity, Infinity, Infinity]);
  });

  it('waits for the board, and then draws at once whatever comes', () => {
    turn();
    expect(drawing.mostOf('submitted')).toBe(0);
    comes({ submitted: 2 });
    turn();
    expect(mosts()).toEqual([Infinity]);
    columns.set(of({ submitted: 50 }));
    expect(mosts()).toEqual([Infinity]);
    turn();
    expect(turns).toEqual([]);
  });

  it('is over before the application is called stable', async () => {
    jest.restoreAllMocks();
    comes({ submitted: 20 });
    TestBed.tick();
    await TestBed.inject(ApplicationRef).whenStable();
    expect(mosts()).toEqual([Infinity]);
  });
});
