export { AskChallenge } from './ask-challenge.js';
export { ChallengesModule } from './challenges.module.js';
export { FindChallenges } from './find-challenges.js';
