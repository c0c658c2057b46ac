import type { Page } from '@playwright/test';
import { effectThat, ideaThat } from './reach.js';
import { at, part, type Screen } from './screen.js';

const rolloutMoves = (page: Page) => part(page, 'rollout').locator('.actions button');

/** Rollouts, and what came of them. */
export const ROLLOUT_SCREENS: readonly Screen[] = [
  { name: 'idea with a rollout', who: 'hanna', show: ideaThat('scale') },
  {
    name: 'planning a rollout',
    who: 'hanna',
    show: ideaThat(
      'scale',
      () => true,
      (page) => rolloutMoves(page).nth(1).click(),
    ),
  },
  {
    name: 'adding a milestone',
    who: 'hanna',
    show: ideaThat(
      'scale',
      () => true,
      (page) => part(page, 'rollout').locator('polku-milestone-list > button').click(),
    ),
  },
  {
    name: 'withdrawing a rollout',
    who: 'hanna',
    show: ideaThat(
      'scale',
      () => true,
      async (page) => {
        await rolloutMoves(page).last().click();
        await part(page, 'rollout').locator('button[type="submit"]').click();
      },
    ),
  },
  { name: 'idea in use', who: 'maja', show: ideaThat('in-use') },
  {
    name: 'following a rollout up',
    who: 'maja',
    // Journeys before this one may have followed others up.
    show: effectThat(
      'in-use',
      ({ owner }) => owner?.name === 'Maja',
      async (page) => {
        await rolloutMoves(page).first().click();
        await part(page, 'rollout').locator('input[inputmode="decimal"]').fill('70');
      },
    ),
  },
  { name: 'rollout whose follow-up is overdue', who: 'tomek', show: effectThat('in-use', ({ overdue }) => overdue) },
  {
    name: 'following a rollout up, nothing written',
    who: 'tomek',
    show: effectThat(
      'in-use',
      ({ overdue }) => overdue,
      async (page) => {
        await rolloutMoves(page).first().click();
        await part(page, 'rollout').locator('button[type="submit"]').click();
      },
    ),
  },
  { name: 'rollout that was followed up', who: 'maja', show: effectThat('followed-up') },
  { name: 'effects', who: 'oskar', show: at('/effects') },
  { name: 'effects, none in this state', who: 'oskar', show: at('/effects?state=withdrawn') },
];
