export * from './csv-line.js';
export * from './send-csv.js';
export * from './send-json-list.js';
export * from './send-stored.js';
