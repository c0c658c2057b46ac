export { ReadImport } from './read-import.js';
export { StartImport } from './start-import.js';
export { TransfersModule } from './transfers.module.js';
