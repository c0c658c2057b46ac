export * from './client-files.js';
