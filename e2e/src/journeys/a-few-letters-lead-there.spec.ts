import { readFileSync } from 'node:fs';
import { expect, test } from '../world.js';

test('a few letters lead to an idea, to a page and to what can be done, and a list is to be had as a file', async ({ world }) => {
  const hanna = await world.person('hanna');
  const { page, board } = hanna;
  const { keyboard } = page;
  const title = 'A bench under the lime tree of Łąkowa street';
  await (await world.person('tomek')).hasSubmitted({ title, need: 'People wait for the bus standing.' });
  await board.open();
  const palette = page.getByRole('dialog', { name: 'Find, go to or do something' });
  const field = palette.getByRole('combobox');

  await test.step('to an idea, without its accents', async () => {
    await keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await keyboard.type('lakowa');
    await expect(palette.getByRole('option', { name: title })).toBeVisible();
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
    await expect(palette).toBeHidden();
  });

  await test.step('to all ideas with these letters, by the search at the top', async () => {
    await keyboard.press('/');
    await expect(field).toBeFocused();
    await keyboard.type('lime tree');
    await keyboard.press('Enter');
    await expect(page).toHaveURL(/ideas\?q=lime(%20|\+)tree/);
    await expect(page.getByRole('main').getByRole('link', { name: title, exact: true })).toBeVisible();
    await page.getByRole('button', { name: /^Search: / }).click();
    await expect(field).toBeFocused();
    await keyboard.press('Escape');
    await expect(palette).toBeHidden();
  });

  await test.step('to a page, by arrows', async () => {
    await keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await keyboard.press('ArrowDown');
    await keyboard.press('ArrowDown');
    await expect(palette.getByRole('option', { selected: true })).toHaveText('Ideas');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Ideas' })).toBeVisible();
  });

  await test.step('which keys there are, and away again', async () => {
    await keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet.getByText('Pick up the card')).toBeVisible();
    await keyboard.press('Escape');
    await expect(sheet).toBeHidden();
  });

  await test.step('all that the list shows, as a file', async () => {
    await page.goto('/aleksandrow/ideas?q=%C5%81%C4%85kowa');
    await expect(page.getByRole('main').getByRole('link', { name: title, exact: true })).toBeVisible();
    for (const [name, file] of [
      ['Download as CSV', 'ideas-aleksandrow.csv'],
      ['as JSON', 'ideas-aleksandrow.json'],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
      expect(download.suggestedFilename()).toBe(file);
      expect(readFileSync(await download.path(), 'utf8')).toContain(title);
    }
  });
});
