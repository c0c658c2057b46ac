import { INTRANET } from '../browser.js';
import { expect, test } from '../world.js';

test('where there is no https, an idea is submitted and talked about, and others see it at once', async ({ world }) => {
  const url = new URL(world.url);
  url.hostname = INTRANET;
  const line = { url: url.origin };
  const title = 'A door that opens by itself';
  const hanna = await world.visitor({ line });
  await hanna.signInPage.open();
  await hanna.signInPage.demoButton('Hanna').click();
  await expect(hanna.board.heading).toBeVisible();
  expect(await hanna.page.evaluate(() => isSecureContext)).toBe(false);

  const maja = await world.visitor({ line });
  await maja.signInPage.open();
  await maja.signInPage.demoButton('Maja').click();
  await expect(maja.board.heading).toBeVisible();
  await maja.submitPage.open();
  await maja.submitPage.need.fill('Nobody gets in with full hands.');
  await maja.submitPage.title.fill(title);
  await maja.submitPage.send.click();
  await expect(maja.idea.title).toHaveText(title);
  const comments = maja.page.getByRole('region', { name: 'Comments' });
  await comments.getByRole('textbox').fill('Seen at three doors.');
  await comments.getByRole('button', { name: 'Send' }).click();
  await expect(comments.getByText('Seen at three doors.')).toBeVisible();
  await hanna.board.shows(title, 'Submitted');
});
