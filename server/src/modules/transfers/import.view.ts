import type { ImportView } from '#contracts';
import type { ImportRow } from './imports.repository.js';

/** An import as clients see it. */
export function viewOf({ member: _, delimiter: __, attempts: ___, ...row }: ImportRow): ImportView {
  return {
    ...row,
    columns: [...row.columns],
    sample: row.sample.map((cells) => [...cells]),
    mapping: row.mapping ?? {},
    errors: [...row.errors],
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}
