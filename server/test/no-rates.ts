/** Settings under which nobody has to wait, however often they ask: a program is faster than people. */
export const NO_RATES = { POLKU_LIMIT_CHANGES: '0', POLKU_LIMIT_SEARCHES: '0', POLKU_LIMIT_VISITS: '0' } as const;
