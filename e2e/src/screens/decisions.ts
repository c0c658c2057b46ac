import { expect } from '@playwright/test';
import { decisionThat, ideaThat, isAsked } from './reach.js';
import { at, home, main, part, submitButton, type Screen } from './screen.js';

/** Decisions: asked for, scored, made and looked up. */
export const DECISION_SCREENS: readonly Screen[] = [
  {
    name: 'asking for a decision',
    who: 'hanna',
    show: ideaThat(
      'explore-idea',
      (it) => !isAsked(it),
      async (page) => {
        await part(page, 'next-title').getByRole('button').first().click();
        await page.getByRole('dialog').waitFor();
      },
    ),
  },
  { name: 'decisions', who: 'oskar', show: at('/decisions') },
  { name: 'decisions, none waits', who: 'maja', show: at('/decisions') },
  { name: 'log of decisions', who: 'oskar', show: at('/decisions?view=log') },
  { name: 'log of decisions, none fits', who: 'oskar', show: at('/decisions?view=log&q=zzzzzz') },
  { name: 'away', who: 'oskar', show: at('/decisions?view=away') },
  {
    name: 'announcing an absence',
    who: 'oskar',
    show: async (page) => {
      await page.goto(`${home}/decisions?view=away`);
      await main(page).locator('section button').first().click();
      await submitButton(page).click();
      await expect(page.locator('[aria-invalid="true"]')).toHaveCount(1);
    },
  },
  { name: 'a decision that waits', who: 'oskar', show: decisionThat({ mine: true }) },
  { name: 'a decision to scale up, with its experiment', who: 'irena', show: decisionThat({ kind: 'scale-up' }) },
  { name: 'a decision that was made', who: 'maja', show: decisionThat({ outcome: 'yes' }) },
  {
    name: 'deciding',
    who: 'oskar',
    show: decisionThat({ mine: true }, async (page) => {
      await part(page, 'decide').getByRole('button').first().click();
      await part(page, 'decide').getByRole('radio').last().check();
      await submitButton(page).click();
    }),
  },
  {
    name: 'handing a decision over',
    who: 'oskar',
    show: decisionThat({ mine: true }, async (page) => {
      await part(page, 'hand-over').getByRole('button').first().click();
      await submitButton(page).click();
    }),
  },
  {
    name: 'no such decision',
    who: 'oskar',
    show: async (page, person) => {
      person.watch.expects(404, /\/decisions\/[^/]+$/);
      await page.goto(`${home}/decisions/01900000-0000-7000-8000-000000000000`);
    },
  },
  { name: 'a decision made against the verdict', who: 'maja', show: decisionThat({ against: true }) },
  { name: 'log of decisions against the verdict', who: 'oskar', show: at('/decisions?view=log&against=true') },
];
