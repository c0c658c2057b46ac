export * from './draining.js';
export * from './health.module.js';
