import { expect, type Page } from '@playwright/test';
import { at, home, main, type Screen } from './screen.js';

/** Opens the menu of moves of the first card, and takes one by its place. */
const move = (place: number) => async (page: Page) => {
  await page.goto(`${home}/board`);
  await main(page).getByRole('region').first().getByRole('listitem').first().locator('button[aria-haspopup="menu"]').click();
  const items = page.getByRole('menuitem');
  await items.first().waitFor();
  if (place > 0) await items.nth(place).click();
};

/** The board, and what is done with its cards. */
export const BOARD_SCREENS: readonly Screen[] = [
  { name: 'board', who: 'hanna', show: at('/board') },
  {
    name: 'board with an idea beside it',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/board`);
      await main(page).getByRole('region').first().getByRole('listitem').first().getByRole('link').click();
      await expect(page).toHaveURL(/peek=/);
      await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible();
    },
  },
  {
    name: 'board with a card in the hand',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/board`);
      await main(page).getByRole('region').first().getByRole('listitem').first().getByRole('link').focus();
      await page.keyboard.press('Space');
    },
  },
  { name: 'board, narrowed', who: 'hanna', show: at('/board?due=overdue') },
  { name: 'board, nothing matches', who: 'hanna', show: at('/board?q=zzzzzz') },
  { name: 'moves of a card', who: 'hanna', show: move(0) },
  { name: 'parking a card', who: 'hanna', show: move(2) },
  { name: 'stopping a card', who: 'hanna', show: move(3) },
  { name: 'a move that is refused', who: 'hanna', show: move(4) },
];
