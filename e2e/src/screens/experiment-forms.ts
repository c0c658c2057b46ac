import { expect, type Page } from '@playwright/test';
import { experimentThat, isOverdue, isRunning } from './reach.js';
import { part, type Screen, submitButton } from './screen.js';

const openCorrection = (page: Page) => part(page, 'measurements').getByRole('table').getByRole('button').first().click();
const correction = (page: Page) => page.locator('polku-correct-form');

/** What is written on an experiment that has begun. */
export const EXPERIMENT_FORM_SCREENS: readonly Screen[] = [
  {
    name: 'measuring, nothing written',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => submitButton(page).first().click()),
  },
  {
    name: 'correcting a measurement',
    who: 'tomek',
    show: experimentThat(isRunning, openCorrection),
  },
  {
    name: 'many measurements, what is wrong',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await part(page, 'measurements').getByRole('button').last().click();
      await page.locator('#import-text').fill('on;successes;total\n2026-03-02;21;20\nyesterday;x;20');
      await page.locator('polku-import-form table').waitFor();
    }),
  },
  {
    name: 'an observation',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => part(page, 'observations').getByRole('button').last().click()),
  },
  {
    name: 'somebody involved',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => part(page, 'engagements').getByRole('button').last().click()),
  },
  {
    name: 'amending a test card',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await part(page, 'card').getByRole('button').last().click();
      await submitButton(page).last().click();
    }),
  },
  {
    name: 'stopping an experiment',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await part(page, 'next-title').getByRole('button').last().click();
      await submitButton(page).first().click();
    }),
  },
  {
    name: 'correcting a measurement, what is wrong',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await openCorrection(page);
      const first = correction(page).locator('input[inputmode="decimal"]').first();
      await first.fill('4000');
      await first.press('Enter');
      await expect(correction(page).locator('[aria-invalid="true"]')).toHaveCount(2);
    }),
  },
  {
    name: 'taking a measurement out of the count',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await openCorrection(page);
      await correction(page).locator('input[type="checkbox"]').check();
      await correction(page).locator('button[type="submit"]').click();
    }),
  },
  {
    name: 'an observation, nothing written',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await part(page, 'observations').getByRole('button').last().click();
      await part(page, 'observations').locator('button[type="submit"]').click();
    }),
  },
  {
    name: 'somebody involved, nothing written',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await part(page, 'engagements').getByRole('button').last().click();
      await part(page, 'engagements').locator('button[type="submit"]').click();
    }),
  },
  {
    name: 'concluding an experiment, nothing written',
    who: 'tomek',
    show: experimentThat(isOverdue, async (page) => {
      await part(page, 'next-title').locator('.actions button').first().click();
      await submitButton(page).first().click();
      await expect(part(page, 'end-title').locator('[aria-invalid="true"]')).toHaveCount(4);
    }),
  },
  {
    name: 'adapting an experiment',
    who: 'tomek',
    show: experimentThat(isOverdue, async (page) => {
      await part(page, 'next-title').locator('.actions button').nth(1).click();
      await part(page, 'end-title').waitFor();
    }),
  },
];
