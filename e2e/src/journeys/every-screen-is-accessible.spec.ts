import { AxeBuilder } from '@axe-core/playwright';
import { LANGUAGES } from '#contracts/constants';
import { SCREENS, visitAll } from '../screens.js';
import { expect, test } from '../world.js';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const language of LANGUAGES) {
  for (const theme of ['light', 'dark'] as const) {
    const isShort = language === 'en' && theme === 'light';
    test(`axe finds nothing on any screen, ${language}, ${theme}`, { tag: isShort ? [] : ['@full'] }, async ({ world }) => {
      test.setTimeout(SCREENS.length * 10_000);
      await visitAll(world, { language, theme, viewport: { width: 1280, height: 800 } }, async (page, screen) => {
        // There are no frames: no need to look at each apart.
        const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
        const findings = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`));
        expect.soft(findings, screen.name).toEqual([]);
      });
    });
  }
}
