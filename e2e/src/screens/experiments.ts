import type { ExperimentView } from '#contracts';
import { experimentThat, ideaThat, plannedExperiment } from './reach.js';
import { main, part, submitButton, type Screen } from './screen.js';

function isRunning({ state }: ExperimentView): boolean {
  return state === 'running';
}

/** Experiments, from their plan to their end. */
export const EXPERIMENT_SCREENS: readonly Screen[] = [
  {
    name: 'planning an experiment',
    who: 'hanna',
    show: ideaThat(
      'explore-set-up',
      () => true,
      (page) => part(page, 'experiments').getByRole('button').first().click(),
    ),
  },
  { name: 'experiment that runs', who: 'tomek', show: experimentThat(isRunning) },
  { name: 'experiment that runs, for a manager', who: 'irena', show: experimentThat(isRunning) },
  { name: 'experiment that is concluded', who: 'irena', show: experimentThat((it) => it.state === 'concluded') },
  {
    name: 'numbers of an experiment as a table',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => part(page, 'chart').locator('summary').click()),
  },
  {
    name: 'measuring, nothing written',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => submitButton(page).first().click()),
  },
  {
    name: 'correcting a measurement',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => part(page, 'measurements').getByRole('table').getByRole('button').first().click()),
  },
  {
    name: 'many measurements, what is wrong',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await part(page, 'measurements').getByRole('button').last().click();
      await page.locator('#import-text').fill('on;successes;total\n2026-03-02;21;20\nyesterday;x;20');
      await page.locator('polku-import-form table').waitFor();
    }),
  },
  {
    name: 'an observation',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => part(page, 'observations').getByRole('button').last().click()),
  },
  {
    name: 'somebody involved',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => part(page, 'engagements').getByRole('button').last().click()),
  },
  {
    name: 'amending a test card',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await part(page, 'card').getByRole('button').last().click();
      await submitButton(page).last().click();
    }),
  },
  {
    name: 'stopping an experiment',
    who: 'tomek',
    show: experimentThat(isRunning, async (page) => {
      await part(page, 'next-title').getByRole('button').last().click();
      await submitButton(page).first().click();
    }),
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
];
