export * from './limits.module.js';
export * from './request-limits.js';
