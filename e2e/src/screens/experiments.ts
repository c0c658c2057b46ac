import { experimentThat, isOverdue, isRunning } from './reach.js';
import { part, type Screen } from './screen.js';

/** Experiments that have begun, as the team and the managers read them. */
export const EXPERIMENT_SCREENS: readonly Screen[] = [
  { name: 'experiment that runs', who: 'tomek', show: experimentThat(isRunning) },
  { name: 'experiment that runs, for a manager', who: 'irena', show: experimentThat(isRunning) },
  { name: 'experiment that is concluded', who: 'irena', show: experimentThat((it) => it.state === 'concluded') },
  {
    name: 'numbers of an experiment as a table',
    who: 'tomek',
    show: experimentThat(isRunning, (page) => part(page, 'chart').locator('summary').click()),
  },
  { name: 'experiment that is overdue', who: 'tomek', show: experimentThat(isOverdue) },
  { name: 'experiment that is overdue, for a manager', who: 'irena', show: experimentThat(isOverdue) },
  { name: 'experiment whose card was amended', who: 'irena', show: experimentThat(({ amendments }) => amendments.length > 0) },
  {
    name: 'experiment with something to compare with',
    who: 'tomek',
    show: experimentThat(
      ({ card }) => card.kind === 'proportion-difference',
      async (page) => {
        for (const summary of await part(page, 'chart').locator('summary').all()) await summary.click();
      },
    ),
  },
];
