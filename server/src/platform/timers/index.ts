export * from './stages.js';
export * from './timer-poller.js';
export * from './timers.js';
export * from './timers.module.js';
