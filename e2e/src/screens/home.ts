import { expect } from '@playwright/test';
import { at, home, main, type Screen } from './screen.js';

/** Where one begins: for who submits, for the hub, for who decides, and where nothing is yet. */
export const HOME_SCREENS: readonly Screen[] = [
  { name: 'home', who: 'maja', show: at('/home') },
  { name: 'home of the hub', who: 'hanna', show: at('/home') },
  { name: 'home of who decides', who: 'oskar', show: at('/home') },
  { name: 'home of who works on ideas', who: 'tomek', show: at('/home') },
  {
    name: 'home, nothing yet',
    who: 'irena',
    show: async (page) => {
      const none = { items: [], total: 0 };
      await page.route('**/home', async (route) => {
        // The page itself has the same end of its address.
        if (!route.request().url().includes('/api/')) return route.fallback();
        return route.fulfill({ json: { ideas: none, waiting: none, news: none } });
      });
      await page.goto(`${home}/home`);
      await expect(main(page).locator('.none')).toHaveCount(3);
      await page.unroute('**/home');
    },
  },
];
