import { BOARD_SCREENS } from './board.js';
import { CHALLENGE_SCREENS } from './challenges.js';
import { DECISION_SCREENS } from './decisions.js';
import { EXPERIMENT_FORM_SCREENS } from './experiment-forms.js';
import { EXPERIMENT_PLAN_SCREENS } from './experiment-plans.js';
import { EXPERIMENT_SCREENS } from './experiments.js';
import { HOME_SCREENS } from './home.js';
import { IDEA_SCREENS } from './ideas.js';
import { IMPORT_SCREENS } from './import.js';
import { LESSON_SCREENS } from './lessons.js';
import { PANEL_SCREENS } from './panels.js';
import { ROLLOUT_SCREENS } from './rollouts.js';
import type { Screen } from './screen.js';
import { SHELL_SCREENS } from './shell.js';

/** All screens, and what can be opened on them. */
export const SCREENS: readonly Screen[] = [
  ...SHELL_SCREENS,
  ...HOME_SCREENS,
  ...BOARD_SCREENS,
  ...IDEA_SCREENS,
  ...EXPERIMENT_PLAN_SCREENS,
  ...EXPERIMENT_SCREENS,
  ...EXPERIMENT_FORM_SCREENS,
  ...DECISION_SCREENS,
  ...PANEL_SCREENS,
  ...ROLLOUT_SCREENS,
  ...LESSON_SCREENS,
  ...CHALLENGE_SCREENS,
  ...IMPORT_SCREENS,
];

/** Everybody whose screens there are. */
export const VIEWERS = [...new Set(SCREENS.map(({ who }) => who))];
