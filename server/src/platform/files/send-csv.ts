import type { Response } from 'express';
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv-line.js';
import { sendFile } from './send-file.js';

/** Sends rows as a CSV file. @param name of the file, in ASCII */
export function sendCsv(response: Response, name: string, rows: AsyncIterable<readonly Cell[]>): Promise<void> {
  return sendFile(response, { name, type: 'text/csv; charset=utf-8', write: linesOf }, rows);
}

async function* linesOf(rows: AsyncGenerator<readonly Cell[], void, undefined>): AsyncGenerator<string, void, undefined> {
  yield BYTE_ORDER_MARK;
  for await (const row of rows) yield csvLine(row);
}
