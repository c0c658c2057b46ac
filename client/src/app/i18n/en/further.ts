import decisions from './decisions.json';
import experiments from './experiments.json';
import idea from './idea.json';
import ideas from './ideas.json';
import importing from './import.json';
import rollout from './rollout.json';
import submit from './submit.json';

/** The strings of this language that come after the first screen. */
export const strings = { decisions, experiments, idea, ideas, import: importing, rollout, submit };
