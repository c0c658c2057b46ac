export { SCREENS, VIEWERS } from './all.js';
export { visitAll } from './visit.js';
