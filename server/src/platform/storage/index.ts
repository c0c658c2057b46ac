export * from './file-store.js';
export * from './incoming-files.js';
export * from './storage.module.js';
export * from './store-for.js';
