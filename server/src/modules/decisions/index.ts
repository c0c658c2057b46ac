export { AskForDecision } from './ask-for-decision.js';
export { DecisionsModule } from './decisions.module.js';
export { MakeDecision } from './make-decision.js';
export { ReadDecisions } from './read-decisions.js';
export { ReadDuties } from './read-duties.js';
export { ScoreDecision } from './score-decision.js';
export { StepOut } from './step-out.js';
