import type { Scene } from './storyteller.js';

/** What the hub has asked: one question that is open, which three ideas of the queue answer, and one that is closed. */
export const CHALLENGES: readonly Scene[] = [
  {
    daysAgo: 58,
    play: (stage) =>
      stage.challenge('hanna', 'service-halls', 21, {
        question: 'What would spare people one visit to the service hall?',
        about: 'Every second visitor comes for something that could be settled from home, or comes twice because a paper was missing.',
        criteria: '- it spares a visit, not only a minute\n- nobody needs a computer for it',
      }),
  },
  {
    daysAgo: 26,
    play: (stage) =>
      stage.challenge('hanna', 'way-to-school', 60, {
        question: 'How does the way to school become safer and its air cleaner?',
        about:
          'Half of the children who live within a kilometre of their school are **driven** there. Parents say: the crossings are dark, and the air on the main roads is bad.\n\nWe look for what a school, a street or a unit can try within a term.',
        criteria:
          '- it can be tried on one route first\n- it shows whether it worked: fewer near misses, less dust, more children on foot\n- children and parents have a say in it',
      }),
  },
];
