import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv-line.js';

// How a connection says that its other end is not there any more.
const GONE = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']);

/**
 * Sends rows as a CSV file, as fast as the client reads them. An error before the first row is the caller's to answer; after that the
 * connection breaks, so that half a file never looks like a whole one.
 * @param name of the file, in ASCII
 */
export async function sendCsv(response: Response, name: string, rows: AsyncIterable<readonly Cell[]>): Promise<void> {
  const iterator = rows[Symbol.asyncIterator]();
  const first = await iterator.next();
  response.status(200);
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('Cache-Control', 'no-store');
  try {
    await pipeline(Readable.from(linesOf(first, iterator)), response);
  } catch (error) {
    if (!hasGone(error)) throw error;
  }
}

async function* linesOf(
  first: IteratorResult<readonly Cell[]>,
  rest: AsyncIterator<readonly Cell[]>,
): AsyncGenerator<string, void, undefined> {
  yield BYTE_ORDER_MARK;
  try {
    for (let row = first; row.done !== true; row = await rest.next()) yield csvLine(row.value);
  } finally {
    await rest.return?.();
  }
}

/** Whether the client closed the connection before the end. */
function hasGone(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && GONE.has(String(error.code));
}
