/** What a cell holds; null is an empty cell. */
export type Cell = string | number | null;

/** What lets spreadsheets see that a file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

// Spreadsheets compute what starts like this, also in its full-width forms and behind what nobody sees (OWASP, "CSV Injection").
const FORMULA = /^(?:[\t\r\n]|[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]*[=+\-@＝＋－＠])/u;
// Where the list separator is a semicolon or a tab, or a quotation mark does not count, a cell begins in the midst of ours.
const FORMULA_WITHIN =
  /([;\t\r\n\v\f\u0085\u2028\u2029])(?=[["\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]--[\t\r\n\v\f\u0085\u2028\u2029]]*[=+\-@＝＋－＠])/gv;

/**
 * A line of a CSV file (RFC 4180). Text that a spreadsheet would compute gets an apostrophe in front, so that it is shown and nothing
 * more, and stands in quotation marks; numbers stay numbers.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(written).join(',')}\r\n`;
}

function written(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const within = cell.replaceAll(FORMULA_WITHIN, "$1'");
  const harmless = FORMULA.test(cell) ? `'${within}` : within;
  return `"${harmless.replaceAll('"', '""')}"`;
}
