import { ideaThat, plannedExperiment } from './reach.js';
import { main, part, type Screen } from './screen.js';

/** Experiments that are being planned. */
export const EXPERIMENT_PLAN_SCREENS: readonly Screen[] = [
  {
    name: 'planning an experiment',
    who: 'hanna',
    show: ideaThat(
      'explore-set-up',
      () => true,
      (page) => part(page, 'experiments').getByRole('button').first().click(),
    ),
  },
  { name: 'experiment that is planned', who: 'hanna', show: plannedExperiment('Does it work?') },
  {
    name: 'experiment that is planned, all explained',
    who: 'hanna',
    show: plannedExperiment('Does it work?', async (page) => {
      await page.locator('#card-personalData input').first().check();
      for (const summary of await main(page).locator('details > summary').all()) await summary.click();
    }),
  },
  {
    name: 'experiment that is planned, nothing written',
    who: 'hanna',
    // What is missing has the focus.
    show: plannedExperiment('What is still missing?', (page) => part(page, 'next-title').locator('.actions button').first().click()),
  },
  {
    name: 'how many to observe',
    who: 'hanna',
    show: plannedExperiment('How many are enough?', async (page) => {
      const help = page.locator('polku-sample-help');
      await help.locator('summary').click();
      await help.locator('input').first().fill('5');
      await help.getByRole('button').waitFor();
    }),
  },
  {
    name: 'how many to observe, more than there are',
    who: 'hanna',
    show: plannedExperiment('How many are enough?', async (page) => {
      const help = page.locator('polku-sample-help');
      await help.locator('summary').click();
      const answer = page.waitForResponse(/sample-size/);
      await help.locator('input').first().fill('0,001');
      await answer;
    }),
  },
];
