export * from './job-handlers.js';
export * from './queue-names.js';
export * from './queues.js';
export * from './queues.module.js';
