import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { IncomingFile } from '../../platform/storage/index.js';
import { ACCEPTED, endingOf } from './accepted-types.js';

const BEGINNING = 1_024;

/**
 * The media type of a file, by what it holds; null for one that may not be attached. Texts have no mark by which they are known: they are
 * what has no control characters, does not begin like a page, a drawing or a script, and is called a text.
 */
export async function sniffType(file: IncomingFile, name: string): Promise<string | null> {
  const marked = await markOf(file.path);
  if (marked !== null) return Object.hasOwn(ACCEPTED, marked) && !marked.startsWith('text/') ? marked : null;
  return file.looksLikeText ? textType(await beginningOf(file.path), endingOf(name)) : null;
}

async function markOf(path: string): Promise<string | null> {
  try {
    const found = await fileTypeFromFile(path);
    return found ? (found.mime.split(';')[0] ?? null) : null;
  } catch {
    // What cannot be read by its own rules is nothing that we know.
    return 'application/octet-stream';
  }
}

function textType(beginning: string, ending: string): string | null {
  const type = ['text/csv', 'text/plain'].find((it) => ACCEPTED[it]?.includes(ending)) ?? null;
  return /^\s*(<|#!|%!)/.test(beginning) ? null : type;
}

async function beginningOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return buffer.toString('utf8', 0, bytesRead).replace(/^\ufeff/, '');
  } finally {
    await file.close();
  }
}
