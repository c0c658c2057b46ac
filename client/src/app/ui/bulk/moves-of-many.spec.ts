import { aCard, transitionTo } from './testing/cards';
import { movesOfMany } from './moves-of-many';

const refusals = [{ code: 'effect-goal-set' as const, params: {}, link: null }];

describe('the moves of many', () => {
  it('are those that any of them can make, with how many can', () => {
    const cards = [
      aCard(1, 'submitted', {
        availableTransitions: [transitionTo('explore-idea'), transitionTo('parked', { asks: ['reason', 'returnOn'] })],
      }),
      aCard(2, 'submitted', { availableTransitions: [transitionTo('explore-idea', { asks: ['reason'] })] }),
    ];
    expect(movesOfMany(cards)).toMatchObject([
      { to: 'explore-idea', can: 2, asks: ['reason'] },
      { to: 'parked', can: 1, asks: ['reason', 'returnOn'] },
    ]);
  });

  it('leave out what is refused to all of them, and what each idea is asked for by itself', () => {
    const card = aCard(1, 'submitted', {
      availableTransitions: [transitionTo('pilot', { refusals }), transitionTo('merged', { asks: ['reason', 'into'] })],
    });
    expect(movesOfMany([card])).toEqual([]);
  });
});
