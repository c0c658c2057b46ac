import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { IdeaCard } from '#contracts';
import { LIMITS } from '#contracts/constants';
import { Selection } from './selection';
import { ShownIdeas } from './shown-ideas';
import { aCard } from './testing/cards';

describe('Selection', () => {
  const lists = signal<readonly (readonly IdeaCard[])[]>([]);

  const start = (): Selection => {
    lists.set([[1, 2, 3].map((number) => aCard(number, 'submitted')), [4, 5].map((number) => aCard(number, 'explore-idea'))]);
    TestBed.configureTestingModule({ providers: [Selection, { provide: ShownIdeas, useValue: { lists } }] });
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

  it('extends within a list, up and down; elsewhere it takes the card', () => {
    const selection = start();
    selection.extendTo(3);
    selection.extendTo(1);
    expect(new Set(numbers(selection))).toEqual(new Set([1, 2, 3]));
    selection.extendTo(5);
    expect(new Set(numbers(selection))).toEqual(new Set([1, 2, 3, 5]));
  });

  it('loses an idea that is no longer shown', () => {
    const selection = start();
    selection.keep([1, 2]);
    lists.update((all) => all.map((cards) => cards.filter((card) => card.number !== 1)));
    expect(numbers(selection)).toEqual([2]);
  });

  it('holds no more than can be changed at once', () => {
    const selection = start();
    const many = Array.from({ length: LIMITS.bulk + 5 }, (_, at) => at + 1);
    lists.set([many.map((number) => aCard(number, 'submitted'))]);
    selection.keep(many);
    expect(selection.count()).toBe(LIMITS.bulk);
    selection.toggle(LIMITS.bulk + 1);
    expect([selection.count(), selection.has(1), selection.has(LIMITS.bulk + 1)]).toEqual([LIMITS.bulk, false, true]);
  });
});
