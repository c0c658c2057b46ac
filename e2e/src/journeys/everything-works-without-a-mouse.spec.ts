import type { Locator, Page } from '@playwright/test';
import { addressOf, PASSWORD } from '../actors.js';
import { expect, test } from '../world.js';

/** Goes on with the tab key until this has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

/** The focus is somewhere, not lost. */
async function expectFocus(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'BODY')).not.toBe('BODY');
}

test('signing in, moving a card, looking at it and submitting an idea take no mouse, and the focus is never lost', async ({ world }) => {
  const hanna = await world.visitor();
  const { page, board, shell, submitPage } = hanna;
  const { keyboard } = page;
  const title = 'A ramp at the side door of the town hall';
  await (await world.person('tomek')).hasSubmitted({ title, need: 'Two steps are two too many.' });

  await test.step('sign in', async () => {
    await hanna.signInPage.open();
    await tabTo(page, hanna.signInPage.email);
    await keyboard.type(addressOf('hanna'));
    await tabTo(page, hanna.signInPage.password);
    await keyboard.type(PASSWORD);
    await keyboard.press('Enter');
    await expect(board.heading).toBeVisible();
  });

  await test.step('the first tab leads to the content', async () => {
    await page.reload();
    await board.card(title).waitFor();
    await keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
    await keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  await test.step('from card to card, and one of them to the next column', async () => {
    const cards = board.column('Submitted').getByRole('listitem').getByRole('link');
    await tabTo(page, cards.first());
    const place = (await cards.allTextContents()).findIndex((text) => text.trim() === title);
    for (let down = 0; down < place; down += 1) await keyboard.press('ArrowDown');
    await expect(board.card(title)).toBeFocused();
    await expect(board.card(title)).toHaveAccessibleDescription(/Space picks the card up/);

    await keyboard.press('Space');
    await shell.hears(`Picked up: ${title}. Submitted, place ${place + 1}`);
    await keyboard.press('ArrowRight');
    await keyboard.press('ArrowRight');
    await shell.hears('Explore set-up, place 1');
    await shell.hears('No way leads here from this step');
    await keyboard.press('ArrowLeft');
    await shell.hears('Drop here: moves it on');
    await keyboard.press('Escape');
    await shell.hears(`Put back: ${title}`);
    await expect(board.card(title)).toBeFocused();
    await board.shows(title, 'Submitted');

    await keyboard.press('Space');
    await keyboard.press('ArrowRight');
    await keyboard.press('Space');
    await board.shows(title, 'Explore idea');
    await shell.hears(`“${title}” is now on: Explore idea`);
    await expect(board.card(title)).toBeFocused();
    await expectFocus(page);
  });

  await test.step('a move that is refused is explained, and the focus comes back', async () => {
    await keyboard.press('Space');
    await keyboard.press('ArrowRight');
    await keyboard.press('Space');
    await expect(hanna.askDecision.self).toBeVisible();
    await keyboard.press('Escape');
    await expect(hanna.askDecision.self).toBeHidden();
    await expect(board.card(title)).toBeFocused();
  });

  await test.step('the menu of moves', async () => {
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await keyboard.press('Escape');
    await expectFocus(page);
    await keyboard.press('Shift+Tab');
    await expect(board.card(title)).toBeFocused();
  });

  await test.step('look at it beside the board, and go on from where one was', async () => {
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeFocused();
    await keyboard.press('Escape');
    await expect(board.card(title)).toBeFocused();
  });

  await test.step('submit an idea', async () => {
    await page.reload();
    await board.card(title).waitFor();
    await tabTo(page, page.getByRole('banner').getByRole('link', { name: 'Submit an idea' }));
    await keyboard.press('Enter');
    await expect(submitPage.heading).toBeVisible();
    await expect(page.getByRole('main')).toBeFocused();
    await shell.hears('Submit an idea · Polku');
    await tabTo(page, submitPage.send);
    await keyboard.press('Enter');
    // What is missing takes the focus.
    await expect(submitPage.need).toBeFocused();
    await keyboard.type('The bell at the side door is too high for a wheelchair.');
    await tabTo(page, submitPage.title);
    await keyboard.type('A bell that everybody reaches');
    await tabTo(page, submitPage.tags);
    await keyboard.type('access');
    await keyboard.press('Enter');
    await tabTo(page, submitPage.send);
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'A bell that everybody reaches' })).toBeVisible();
    await expectFocus(page);
  });
});
