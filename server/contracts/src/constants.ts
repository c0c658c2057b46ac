/** The part of the contract without zod, for the browser's bundle. */
export * from './codes.js';
export * from './kinds.js';
export * from './languages.js';
export * from './limits.js';
export * from './metrics.js';
export * from './roles.js';
