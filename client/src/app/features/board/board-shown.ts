import type { BoardFilter, SavedFilter } from '#contracts';
import { BOARD_LANES, BOARD_SORTS } from '#contracts/constants';
import { addressOfFilter, type AskedFilter, NO_FILTER, queryOfFilter } from '../../ui/idea-filter/asked-filter';

/** What a board shows, and how: narrowed, sorted other than by hand, laid into lanes. */
export type BoardShown = SavedFilter;

/** What a board shows, as it stands in an address. */
export interface AskedBoard extends AskedFilter {
  readonly sort?: string | undefined;
  readonly lanes?: string | undefined;
}

/** An address that asks for the whole board, as it was put by hand. */
export const WHOLE_BOARD = { ...NO_FILTER, sort: null, lanes: null } as const;

/** What an address asks for; what it says and nobody knows is left out. */
export const shownBy = ({ sort, lanes, ...filter }: AskedBoard): BoardShown => {
  const sorted = BOARD_SORTS.find((it) => it === sort);
  const laid = BOARD_LANES.find((it) => it === lanes);
  return { ...queryOfFilter(filter), ...(sorted && sorted !== 'rank' ? { sort: sorted } : {}), ...(laid ? { lanes: laid } : {}) };
};

/** How an address says it; what it leaves open is taken out of the address. */
export const addressOf = (shown: BoardShown): Readonly<Record<string, string | null>> => ({ ...WHOLE_BOARD, ...addressOfFilter(shown) });

/** Whether both show the same, in the same way. */
export const isSame = (one: BoardShown, other: BoardShown): boolean => JSON.stringify(addressOf(one)) === JSON.stringify(addressOf(other));

/** What it is narrowed to. */
export const filterIn = ({ sort: _, lanes: __, ...filter }: BoardShown): BoardFilter => filter;
