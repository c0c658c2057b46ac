import type { Language } from '#contracts';
import { whatDoesNotFit } from '../fit.js';
import { SCREENS, visitAll } from '../screens.js';
import { expect, test } from '../world.js';

// The two longest of the five languages.
for (const language of ['fi', 'pl'] satisfies Language[]) {
  test(`no text is cut or runs over at 320 pixels, ${language}`, async ({ world }) => {
    test.setTimeout(SCREENS.length * 8_000);
    await visitAll(world, { language, viewport: { width: 320, height: 720 } }, async (page, screen) => {
      expect.soft(await whatDoesNotFit(page), screen.name).toEqual([]);
    });
  });
}
