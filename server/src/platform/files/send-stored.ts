import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { create } from 'content-disposition';
import type { Response } from 'express';
import { hasGone } from './send-file.js';

/** A file that somebody has sent, as it is given to others. */
export interface StoredFile {
  /** As people wrote it. */
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** Says which content it is (an entity tag, with its quotes). */
  readonly tag: string;
}

/**
 * Sends what somebody has sent, to be saved: it is never shown as a page, can do nothing if it is all the same, and is asked for again each
 * time, so that who may no longer see it no longer does. @param known the tag that the client has already
 */
export async function sendStored(
  response: Response,
  { name, type, bytes, tag }: StoredFile,
  known: string | undefined,
  open: () => Promise<Readable>,
): Promise<void> {
  const isKnown = known?.split(',').some((it) => it.trim().replace(/^W\//, '') === tag) === true;
  const content = isKnown ? null : await open();
  // Nothing is changed on the way: what was sent comes back byte for byte, in the length that is said.
  response.setHeader('Cache-Control', 'private, no-cache, no-transform');
  response.setHeader('ETag', tag);
  if (content === null) {
    response.status(304).end();
    return;
  }
  response.status(200);
  response.setHeader('Content-Type', type);
  response.setHeader('Content-Length', bytes);
  response.setHeader('Content-Disposition', create(name));
  response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
  response.setHeader('X-Content-Type-Options', 'nosniff');
  try {
    await pipeline(content, response);
  } catch (error) {
    if (!hasGone(error)) throw error;
  }
}
