import { expect, type Page } from '@playwright/test';
import { at, home, type Screen } from './screen.js';

/** What a key opens from every page. */
const dialogOf = (key: string) => async (page: Page) => {
  await page.goto(`${home}/ideas`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press(key);
  await page.getByRole('dialog').locator('[role="option"], kbd').first().waitFor();
};

/** Signing in, what is on every page, and pages that are not there. */
export const SHELL_SCREENS: readonly Screen[] = [
  { name: 'sign in', who: null, show: (page) => page.goto('/sign-in') },
  {
    name: 'sign in, nothing typed',
    who: null,
    show: async (page) => {
      await page.goto('/sign-in');
      await page.locator('button[type="submit"]').click();
      await expect(page.locator('[aria-invalid]')).toHaveCount(2);
    },
  },
  { name: 'reference of the API', who: null, show: (page) => page.goto('/api/docs') },
  { name: 'nothing here', who: 'maja', show: at('/no/such/page') },
  { name: 'nothing here, within an organisation', who: 'maja', show: at('/nowhere/at/all') },
  {
    name: 'pages that have no room at the foot of a phone',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/effects`);
      const more = page.getByRole('navigation').locator('button[aria-haspopup="menu"]');
      // On a wide screen all pages are in sight, and there is no such menu.
      if (await more.isVisible()) await more.click();
    },
  },
  { name: 'notifications', who: 'maja', show: at('/notifications') },
  { name: 'sessions', who: 'irena', show: at('/sessions') },
  { name: 'palette', who: 'hanna', show: dialogOf('Control+k') },
  { name: 'shortcuts', who: 'hanna', show: dialogOf('?') },
  {
    name: 'bell',
    who: 'maja',
    show: async (page) => {
      await page.goto(`${home}/ideas`);
      await page.getByRole('banner').locator('.corner button[aria-haspopup="dialog"]').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'menu of the person',
    who: 'maja',
    show: async (page) => {
      await page.goto(`${home}/ideas`);
      await page.getByRole('banner').locator('button[aria-haspopup="menu"]').click();
      await page.getByRole('menu').waitFor();
    },
  },
];
