import type { Response } from 'express';
import { sendFile } from './send-file.js';

/** Sends items as a JSON array, one a line. @param name of the file, in ASCII */
export function sendJsonList(response: Response, name: string, items: AsyncIterable<unknown>): Promise<void> {
  return sendFile(response, { name, type: 'application/json; charset=utf-8', write: arrayOf }, items);
}

async function* arrayOf(items: AsyncIterable<unknown>): AsyncGenerator<string, void, undefined> {
  let before = '[';
  for await (const item of items) {
    yield `${before}\n${JSON.stringify(item)}`;
    before = ',';
  }
  yield before === '[' ? '[]\n' : '\n]\n';
}
