import board from './board.json';
import card from './card.json';
import codes from './codes.json';
import decisions from './decisions.json';
import experiment from './experiment.json';
import experiments from './experiments.json';
import idea from './idea.json';
import ideas from './ideas.json';
import importing from './import.json';
import rollout from './rollout.json';
import session from './session.json';
import shell from './shell.json';
import submit from './submit.json';
import ui from './ui.json';
import verdict from './verdict.json';

/** The strings of this language by scope: one file a feature. */
export const strings = {
  board,
  card,
  codes,
  decisions,
  experiment,
  experiments,
  idea,
  ideas,
  import: importing,
  rollout,
  session,
  shell,
  submit,
  ui,
  verdict,
};
