export * from './live-bus.js';
export * from './live.module.js';
