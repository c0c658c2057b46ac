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

/** Selects the first card of the board and, where a place is named, presses that button of what can be done to it. */
const select = (place?: number) => async (page: Page) => {
  await page.goto(`${home}/board`);
  await main(page).getByRole('region').first().getByRole('listitem').first().getByRole('link').focus();
  await page.keyboard.press('x');
  const bar = page.locator('polku-bulk-bar section');
  await bar.waitFor();
  if (place !== undefined) await bar.getByRole('button').nth(place).click();
};

/** Opens the saved views of a narrowed board and, where wanted, the dialog that saves this one. */
const views = (isSaving: boolean) => async (page: Page) => {
  await page.goto(`${home}/board?due=week`);
  await page.locator('polku-board-views').getByRole('button').click();
  const save = page.getByRole('menuitem').first();
  await save.waitFor();
  if (isSaving) await save.click();
};

/** Opens the menu of how the board lies. */
const arrangement = async (page: Page) => {
  await page.goto(`${home}/board`);
  await page.locator('polku-board-arrangement').getByRole('button').click();
  await page.getByRole('menuitemradio').first().waitFor();
};

/** The board in lanes. */
const lanes = (by: string) => async (page: Page) => {
  await page.goto(`${home}/board?lanes=${by}`);
  await page.locator('polku-board-lanes polku-board-card').first().waitFor();
};

/** The board, and what is done with its cards. */
export const BOARD_SCREENS: readonly Screen[] = [
  {
    name: 'board',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/board`);
      await page.locator('polku-board-arrangement').getByRole('button').waitFor();
    },
  },
  {
    name: 'board with an idea beside it',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/board`);
      await main(page).getByRole('region').first().getByRole('listitem').first().getByRole('link').click();
      await expect(page).toHaveURL(/peek=/);
      await expect(page.locator('polku-peek dl')).toBeVisible();
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
  { name: 'board in lanes', who: 'hanna', show: lanes('owner') },
  { name: 'board in lanes of challenges', who: 'hanna', show: lanes('challenge') },
  { name: 'board, how it lies', who: 'hanna', show: arrangement },
  { name: 'board, nothing matches', who: 'hanna', show: at('/board?q=zzzzzz') },
  { name: 'board, its saved views', who: 'hanna', show: views(false) },
  { name: 'saving a view', who: 'hanna', show: views(true) },
  {
    name: 'limiting a column',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/board`);
      await page.locator('#column-pilot .tools button').first().press('Enter');
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'board with a card selected', who: 'hanna', show: select() },
  { name: 'moving what is selected', who: 'hanna', show: select(0) },
  { name: 'an owner for what is selected', who: 'hanna', show: select(1) },
  { name: 'tags for what is selected', who: 'hanna', show: select(2) },
  { name: 'moves of a card', who: 'hanna', show: move(0) },
  { name: 'parking a card', who: 'hanna', show: move(3) },
  { name: 'stopping a card', who: 'hanna', show: move(4) },
  { name: 'a move that is refused', who: 'hanna', show: move(5) },
];
