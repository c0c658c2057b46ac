export { DataSource, type EntityManager } from 'typeorm';
export * from './data-source.js';
export * from './database.module.js';
export * from './migrate.js';
export * from './passing-trouble.js';
export * from './preparing-client.js';
export * from './tenant-repository.js';
export * from './unit-of-work.js';
