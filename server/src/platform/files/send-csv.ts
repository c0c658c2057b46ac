import type { Response } from 'express';
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv-line.js';
import { sendFile } from './send-file.js';

/** Sends rows as a CSV file. @param name of the file, in ASCII */
export function sendCsv(response: Response, name: string, rows: AsyncIterable<readonly Cell[]>): Promise<void> {
  return sendFile(response, { name, type: 'text/csv; charset=utf-8', write: linesOf }, rows);
}

// The head alone says nothing yet: only with the first row below it is it known that there are any to be had.
async function* linesOf(rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<string, void, undefined> {
  let head: string | null = null;
  for await (const row of rows) {
    if (head === null) {
      head = BYTE_ORDER_MARK + csvLine(row);
      continue;
    }
    yield head + csvLine(row);
    head = '';
  }
  if (head !== '') yield head ?? BYTE_ORDER_MARK;
}
