export * from './csv-line.js';
export * from './send-csv.js';
