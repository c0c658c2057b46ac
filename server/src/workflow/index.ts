/** The workflow kernel: pure functions over machines that are data. No clock, no I/O, no framework. */
export * from './check-definition.js';
export * from './definition.js';
export * from './facts.js';
export * from './guards.js';
export * from './mermaid.js';
export { MISTAKE_CODES, type Mistake, type MistakeCode } from './mistake.js';
export * from './standard-guards.js';
export * from './transition.js';
