export * from './live-streams.js';
export * from './stream.module.js';
