import type { BoardFilter } from '#contracts';

/** What ideas are narrowed to, as it stands in an address. */
export interface AskedFilter {
  readonly q?: string | undefined;
  readonly mine?: string | undefined;
  readonly tag?: string | undefined;
  /** The id of a member, or `nobody`. */
  readonly owner?: string | undefined;
  readonly unit?: string | undefined;
  readonly due?: string | undefined;
}

/** An address that is narrowed to nothing any more. */
export const NO_FILTER = { q: null, mine: null, tag: null, owner: null, unit: null, due: null } as const;

/** A filter as the server is asked for it; what says nothing is left out, and so is a due date it does not know. */
export const queryOfFilter = ({ q, mine, tag, owner, unit, due }: AskedFilter): BoardFilter => ({
  ...(q ? { q } : {}),
  ...(mine === 'true' ? { mine: true } : {}),
  ...(tag ? { tag } : {}),
  ...(owner ? { owner } : {}),
  ...(unit ? { unit } : {}),
  ...(due === 'overdue' || due === 'week' ? { due } : {}),
});

/** By how many things it narrows. */
export const countOf = (filter: AskedFilter): number => Object.keys(queryOfFilter(filter)).length;
