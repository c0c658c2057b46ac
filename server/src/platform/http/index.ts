export * from './answers.js';
export * from './cursor.js';
export * from './idempotency.interceptor.js';
export * from './origin.js';
export * from './permit.js';
export * from './problem.filter.js';
export * from './problems.js';
export * from './validation.js';
