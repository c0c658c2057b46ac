/** The promise to clients: schemas, types, codes, permissions, limits and live events. */
export * from './constants.js';
export * from './permissions.js';
export * from './schemas/absence.js';
export * from './schemas/board.js';
export * from './schemas/decision.js';
export * from './schemas/evidence.js';
export * from './schemas/experiment.js';
export * from './schemas/fields.js';
export * from './schemas/idea.js';
export * from './schemas/import.js';
export * from './schemas/live.js';
export * from './schemas/member.js';
export * from './schemas/notification.js';
export * from './schemas/panel.js';
export * from './schemas/problem.js';
export * from './schemas/rollout.js';
export * from './schemas/session.js';
