import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../world.js';

test.describe('Once somebody has been there', () => {
  test('Polku opens without a network, says what that means, and goes on by itself', async ({ world }) => {
    test.setTimeout(120_000);
    const hanna = await world.person('hanna', { keepsFiles: true });
    await hanna.board.open();
    // The worker is in charge once all files are kept.
    await hanna.page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, { timeout: 60_000 });

    await hanna.losesNetwork();
    await hanna.page.reload();
    await expect(hanna.page.getByRole('heading', { level: 1, name: 'No connection to Polku' })).toBeVisible();
    await expect(hanna.page.getByText('Ideas are not kept on this device')).toBeVisible();
    await expect(hanna.page.getByText('this page goes on by itself')).toBeVisible();
    const { violations } = await new AxeBuilder({ page: hanna.page }).setLegacyMode().analyze();
    expect(violations).toEqual([]);
    await hanna.page.getByRole('button', { name: 'Try now' }).click();
    await expect(hanna.page.getByRole('heading', { level: 1, name: 'No connection to Polku' })).toBeVisible();

    const kept = await hanna.page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/');
    expect(kept.filter((path) => /^\/(api|health|dev|aleksandrow)/.test(path))).toEqual([]);

    await hanna.findsNetwork();
    await expect(hanna.page.getByRole('heading', { level: 1, name: 'No connection to Polku' })).toBeHidden();
    await expect(hanna.page).toHaveURL(/\/aleksandrow\/board/);
    await expect(hanna.page.locator('polku-board-column').first()).toBeVisible();
  });
});
