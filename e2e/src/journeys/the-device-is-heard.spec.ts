import type { Page } from '@playwright/test';
import { whatDoesNotFit } from '../fit.js';
import { VIEWERS, visitAll } from '../screens/index.js';
import { expect, test } from '../world.js';

/** A desk of 1280 × 800 at 200 %. */
const ZOOMED = { width: 640, height: 400 };

const LINES = ['home', 'board', 'ideas', 'ideas/new', 'decisions'] as const;

/** What moves by itself for longer than an eye sees, but for what follows the scrolling hand. */
const whatMoves = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const long = (durations: string): boolean => durations.split(',').some((it) => parseFloat(it) * (it.includes('ms') ? 1 : 1_000) > 10);
    return [...document.querySelectorAll('*')].flatMap((element) => {
      const style = getComputedStyle(element);
      const animated = style.animationName !== 'none' && style.animationTimeline === 'auto' && long(style.animationDuration);
      return animated || long(style.transitionDuration) ? [`<${element.tagName.toLowerCase()} class="${element.className}">`] : [];
    });
  });

/** Whether the element that has the focus, or what stands around it, is framed. */
const isFramed = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    for (let it = document.activeElement; it && it !== document.body; it = it.parentElement) {
      const { outlineStyle, outlineWidth } = getComputedStyle(it);
      if (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) return true;
    }
    return false;
  });

test('who asks their device for stillness sees nothing move', async ({ world }) => {
  const hanna = await world.person('hanna', { still: true });
  for (const line of LINES) {
    await hanna.page.goto(`/aleksandrow/${line}`);
    await hanna.page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    expect.soft(await whatMoves(hanna.page), line).toEqual([]);
  }
});

test('with the colours of the device the focus is framed, and what is chosen shows', async ({ world }) => {
  const hanna = await world.person('hanna');
  const { page, board } = hanna;
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/aleksandrow/board?due=overdue');
  const pressed = page.getByRole('button', { name: 'Overdue', pressed: true });
  await expect(pressed).toHaveCSS('outline-style', 'solid');
  await expect(page.getByRole('button', { name: 'Only mine', pressed: false })).toHaveCSS('outline-style', 'none');
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press('Tab');
    expect.soft(await isFramed(page), await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160))).toBe(true);
  }
  await board.open();
  const [card] = await page.locator('polku-board-card').all();
  if (!card) throw new Error('The board has cards.');
  await card.getByRole('link').focus();
  await page.keyboard.press('x');
  await expect(card).toHaveCSS('outline-style', 'solid');
});

for (const who of VIEWERS) {
  test(`at 200 % no text is cut or runs over on what ${who ?? 'a visitor'} sees @full`, async ({ world }) => {
    test.setTimeout(300_000);
    await visitAll(world, who, { language: 'fi', viewport: ZOOMED }, async (page, screen) => {
      expect.soft(await whatDoesNotFit(page), screen.name).toEqual([]);
    });
  });
}
