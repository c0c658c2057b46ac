export { MoveRollout } from './move-rollout.js';
export { PlanRollout } from './plan-rollout.js';
export { ReadRollout } from './read-rollout.js';
export { RolloutsModule } from './rollouts.module.js';
