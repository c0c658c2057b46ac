import { at, home, main, type Screen } from './screen.js';

/** What the hub asks, and ideas answer. */
export const CHALLENGE_SCREENS: readonly Screen[] = [
  { name: 'challenges', who: 'maja', show: at('/challenges') },
  {
    name: 'asking a challenge',
    who: 'hanna',
    show: async (page) => {
      await page.goto(`${home}/challenges`);
      await main(page).locator('.page-head button').click();
      await page.getByRole('dialog').waitFor();
    },
  },
];
