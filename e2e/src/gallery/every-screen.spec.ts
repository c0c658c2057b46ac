import { join } from 'node:path';
import type { Manner } from '../actors.js';
import { VIEWERS, visitAll } from '../screens/index.js';
import { test } from '../world.js';

const GALLERY = join(import.meta.dirname, '../../../dist/gallery');

/** How every screen is shown; the phone also in the language with the longest words. */
const WAYS: Readonly<Record<string, Manner>> = {
  light: { viewport: { width: 1360, height: 900 } },
  dark: { viewport: { width: 1360, height: 900 }, theme: 'dark' },
  wide: { viewport: { width: 1920, height: 1080 } },
  phone: { viewport: { width: 390, height: 844 } },
  'phone-fi-dark': { viewport: { width: 390, height: 844 }, language: 'fi', theme: 'dark' },
};

test.describe.configure({ mode: 'parallel' });

for (const [way, manner] of Object.entries(WAYS)) {
  for (const who of VIEWERS) {
    test(`what ${who ?? 'a visitor'} sees, ${way}`, async ({ world }) => {
      test.setTimeout(300_000);
      await visitAll(world, who, manner, async (page, { name }) => {
        const file = `${who ?? 'visitor'}-${name}`.replaceAll(/[^\w-]+/g, '-').toLowerCase();
        // What stays at the top of the window would stand in the middle of the picture.
        await page.evaluate(() => scrollTo(0, 0));
        await page.screenshot({ path: join(GALLERY, way, `${file}.png`), fullPage: true });
      });
    });
  }
}
