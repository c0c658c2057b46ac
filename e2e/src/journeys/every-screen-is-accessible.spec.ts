import { AxeBuilder } from '@axe-core/playwright';
import { LANGUAGES } from '#contracts/constants';
import { VIEWERS, visitAll } from '../screens/index.js';
import { expect, test } from '../world.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

test.describe.configure({ mode: 'parallel' });

for (const language of LANGUAGES) {
  for (const theme of ['light', 'dark'] as const) {
    const isShort = language === 'en' && theme === 'light';
    for (const who of VIEWERS) {
      test(
        `axe finds nothing on what ${who ?? 'a visitor'} sees, ${language}, ${theme}`,
        { tag: isShort ? [] : ['@full'] },
        async ({ world }) => {
          test.setTimeout(300_000);
          await visitAll(world, who, { language, theme, viewport: { width: 1280, height: 800 } }, async (page, screen) => {
            // What was scrolled half below the bar at the top would count as too small to be hit.
            await page.evaluate(() => scrollTo(0, 0));
            // There are no frames: no need to look at each apart.
            const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] });
            const { violations } = await axe.withTags(RULES).setLegacyMode().analyze();
            const findings = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
            expect.soft(findings, screen.name).toEqual([]);
          });
        },
      );
    }
  }
}
