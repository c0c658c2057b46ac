export * from './logging.module.js';
export * from './outage.js';
