import type { BoardFilter } from '#contracts';

/** What ideas are narrowed to, as it stands in an address. */
export interface AskedFilter {
  readonly q?: string | undefined;
  readonly mine?: string | undefined;
  readonly followed?: string | undefined;
  readonly tag?: string | undefined;
  /** The id of a member, or `nobody`. */
  readonly owner?: string | undefined;
  readonly unit?: string | undefined;
  /** The id of a challenge, or `none`. */
  readonly challenge?: string | undefined;
  readonly due?: string | undefined;
}

/** An address that is narrowed to nothing any more. */
export const NO_FILTER = { q: null, mine: null, followed: null, tag: null, owner: null, unit: null, challenge: null, due: null } as const;

/** A filter as the server is asked for it; what says nothing is left out, and so is a due date it does not know. */
export const queryOfFilter = ({ q, mine, followed, tag, owner, unit, challenge, due }: AskedFilter): BoardFilter => ({
  ...(q ? { q } : {}),
  ...(mine === 'true' ? { mine: true } : {}),
  ...(followed === 'true' ? { followed: true } : {}),
  ...(tag ? { tag } : {}),
  ...(owner ? { owner } : {}),
  ...(unit ? { unit } : {}),
  ...(challenge ? { challenge } : {}),
  ...(due === 'overdue' || due === 'week' ? { due } : {}),
});

/** A filter as an address says it; what it leaves open is taken out of the address. */
export const addressOfFilter = (filter: BoardFilter): Readonly<Record<string, string | null>> => ({
  ...NO_FILTER,
  ...Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, String(value)])),
});

/** Whether two filters leave the same ideas. */
export const isSameFilter = (one: BoardFilter, other: BoardFilter): boolean =>
  JSON.stringify(addressOfFilter(one)) === JSON.stringify(addressOfFilter(other));

/** By how many things it narrows. */
export const countOf = (filter: AskedFilter): number => Object.keys(queryOfFilter(filter)).length;
