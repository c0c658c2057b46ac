/** What a cell holds; null is an empty cell. */
export type Cell = string | number | null;

/** What lets spreadsheets see that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

// Spreadsheets compute what starts like this, also in its full-width forms and behind blanks (OWASP, "CSV Injection").
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/**
 * A line of a CSV file (RFC 4180). Text that a spreadsheet would compute gets an apostrophe in front, so that it is shown and nothing
 * more; numbers stay numbers.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n\t]|^\s|\s$/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
