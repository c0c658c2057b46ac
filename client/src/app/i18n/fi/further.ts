import bulk from './bulk.json';
import card from './card.json';
import challenges from './challenges.json';
import decision from './decision.json';
import decisions from './decisions.json';
import effects from './effects.json';
import experiment from './experiment.json';
import experiments from './experiments.json';
import home from './home.json';
import idea from './idea.json';
import ideas from './ideas.json';
import importing from './import.json';
import lessons from './lessons.json';
import limit from './limit.json';
import offline from './offline.json';
import palette from './palette.json';
import rollout from './rollout.json';
import sessions from './sessions.json';
import submit from './submit.json';
import verdict from './verdict.json';
import views from './views.json';

/** The strings of this language that come after the first screen. */
export const strings = {
  bulk,
  card,
  challenges,
  decision,
  decisions,
  effects,
  experiment,
  experiments,
  home,
  idea,
  ideas,
  import: importing,
  lessons,
  limit,
  offline,
  palette,
  rollout,
  sessions,
  submit,
  verdict,
  views,
};
