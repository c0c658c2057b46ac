import type { Language } from '#contracts';
import { whatDoesNotFit } from '../fit.js';
import { VIEWERS, visitAll } from '../screens/index.js';
import { expect, test } from '../world.js';

const PHONE = { width: 320, height: 720 };

test.describe.configure({ mode: 'parallel' });

// The two longest of the five languages, for everybody where there is time.
const ALWAYS: readonly (string | null)[] = ['hanna', null];
for (const language of ['fi', 'pl'] satisfies Language[]) {
  for (const who of VIEWERS) {
    const tag = language === 'fi' && ALWAYS.includes(who) ? '' : ' @full';
    test(`no text is cut or runs over on what ${who ?? 'a visitor'} sees at 320 pixels, ${language}${tag}`, async ({ world }) => {
      test.setTimeout(300_000);
      await visitAll(world, who, { language, viewport: PHONE }, async (page, screen) => {
        expect.soft(await whatDoesNotFit(page), screen.name).toEqual([]);
      });
    });
  }
}

test('the look at what fits sees what does not', async ({ world }) => {
  const { page } = await world.visitor({ viewport: PHONE });
  await page.setContent(`
    <main>
      <p>This text goes on in the next line, as it should.</p>
      <h3 style="display: -webkit-box; -webkit-line-clamp: 1; -webkit-box-orient: vertical; overflow: hidden">A title that ends early, as it may</h3>
      <div style="overflow: auto; width: 90px"><span style="white-space: nowrap">This can be scrolled into sight</span></div>
      <button style="width: 60px; white-space: nowrap">Ausserordentlich</button>
      <p style="width: 90px; overflow: hidden; white-space: nowrap">Nobody can read the end</p>
      <p style="height: 10px; overflow: hidden"><br />Nobody can read below</p>
    </main>`);
  expect(await whatDoesNotFit(page)).toEqual([
    expect.stringMatching(/^<button> “Ausserordentlich” in main runs out of its box/),
    '<p> “Nobody can read the end” in main is cut at the side',
    '<p> “Nobody can read below” in main is cut above or below',
  ]);
});
