import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';

// How a connection says that its other end is not there any more.
const GONE = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE']);

/** A file to be sent. */
export interface SentFile<Part> {
  /** In ASCII. */
  readonly name: string;
  readonly type: string;
  /** What makes the text of its parts. */
  readonly write: (parts: AsyncIterable<Part>) => AsyncGenerator<string, void, undefined>;
}

/**
 * Sends a file as fast as the client reads it. An error before there is any text is the caller's to answer; after that the connection breaks, so
 * that half a file never looks like a whole one.
 */
export async function sendFile<Part>(response: Response, { name, type, write }: SentFile<Part>, parts: AsyncIterable<Part>): Promise<void> {
  const text = write(parts);
  const first = await text.next();
  response.status(200);
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
  response.setHeader('Cache-Control', 'no-store');
  try {
    await pipeline(Readable.from(goingOn(first, text)), response);
  } catch (error) {
    if (!hasGone(error)) throw error;
  }
}

async function* goingOn<Part>(first: IteratorResult<Part>, rest: AsyncIterator<Part>): AsyncGenerator<Part, void, undefined> {
  try {
    for (let part = first; part.done !== true; part = await rest.next()) yield part.value;
  } finally {
    await rest.return?.();
  }
}

/** Whether the client closed the connection before the end. */
export function hasGone(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && GONE.has(String(error.code));
}
