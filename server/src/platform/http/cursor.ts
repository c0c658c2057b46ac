import type { z } from 'zod';
import { Invalid } from './problems.js';

/** Writes the key of the last item of a page as an opaque cursor. */
export function writeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** Reads a cursor back. @throws Invalid when it is none of ours. */
export function readCursor<T extends z.ZodType>(cursor: string | undefined, shape: T): z.infer<T> | null {
  if (cursor === undefined || cursor === '') return null;
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw Invalid.field('cursor', 'unknown-value', 'This cursor is not one that a list has given.');
  }
}

/** Cuts `limit + 1` rows into a page and the cursor of the next one. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly (string | number)[],
): { items: T[]; next: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? writeCursor(keyOf(last)) : null };
}
