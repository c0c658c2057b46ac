import { at, type Screen } from './screen.js';

/** What was learned. */
export const LESSON_SCREENS: readonly Screen[] = [
  { name: 'lessons', who: 'maja', show: at('/lessons') },
  { name: 'lessons, none found', who: 'maja', show: at('/lessons?q=zzzzzz') },
];
