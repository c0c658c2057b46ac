import { expect, type Page, test } from '@playwright/test';
import type { CastName, Manner } from '../actors.js';
import type { World } from '../world.js';
import { SCREENS } from './all.js';
import type { Screen } from './screen.js';

/** Shows somebody all their screens, one after the other. */
export async function visitAll(
  world: World,
  who: CastName | null,
  manner: Manner,
  look: (page: Page, screen: Screen) => Promise<void>,
): Promise<void> {
  // What moves is half seen through for a moment, and no colour then is the one that is meant.
  const calmly: Manner = { ...manner, still: true };
  const person = who === null ? await world.visitor(calmly) : await world.person(who, calmly);
  for (const screen of SCREENS.filter((it) => it.who === who)) {
    await test.step(screen.name, async () => {
      await screen.show(person.page, person);
      await settle(person.page);
      await look(person.page, screen);
    });
  }
}

/** Waits until a page has shown what it has to show: its heading, its data, its fonts, and no movement any more. */
async function settle(page: Page): Promise<void> {
  // Behind an open dialog headings are there, but not for everybody.
  await expect(page.locator('h1').first()).toBeAttached();
  await page.waitForFunction(() => {
    const isInSight = (element: Element): boolean => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
    };
    const waits = [...document.querySelectorAll('polku-skeleton')].some(isInSight);
    // What follows the scrolling moves only when somebody scrolls.
    const passes = (it: Animation): boolean => it.timeline === document.timeline && it.playState === 'running';
    const moves = document.getAnimations().some((it) => passes(it) && it.effect?.getComputedTiming().endTime !== Infinity);
    return !waits && !moves && document.fonts.status === 'loaded';
  });
}
