import { decisionThat } from './reach.js';
import { part, type Screen } from './screen.js';

/** The demo story's scale-up whose panel is still scoring: one has scored, and what they said is not shown yet. */
const scoring = { kind: 'scale-up', state: 'scoring' };

/** Decisions that a panel scores. */
export const PANEL_SCREENS: readonly Screen[] = [
  { name: 'scoring blind', who: 'hanna', show: decisionThat(scoring) },
  {
    name: 'scoring, scores are missing',
    who: 'hanna',
    show: decisionThat(scoring, (page) => part(page, 'scorecard').locator('button[type="submit"]').click()),
  },
  {
    name: 'stepping out of a panel',
    who: 'hanna',
    show: decisionThat(scoring, async (page) => {
      await part(page, 'panel').getByRole('button').click();
      await part(page, 'panel').locator('button[type="submit"]').click();
    }),
  },
  { name: 'a scorecard that was given', who: 'oskar', show: decisionThat(scoring) },
  {
    name: 'a decision that a panel has scored',
    who: 'irena',
    show: decisionThat({ kind: 'scale-up', state: 'decided' }, undefined, ({ scored }) => scored > 0),
  },
];
