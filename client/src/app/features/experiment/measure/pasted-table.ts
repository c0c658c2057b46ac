/** A row of a pasted text, with its number as a spreadsheet and the server count it: the header is row 1. */
export interface PastedRow {
  readonly row: number;
  readonly cells: readonly string[];
}

const delimiters = ['\t', ';', ','] as const;

const delimiterOf = (text: string): string => {
  const header = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '') ?? '';
  const times = (delimiter: string): number => header.replaceAll(/"[^"]*"/g, '').split(delimiter).length;
  return delimiters.reduce((best, it) => (times(it) > times(best) ? it : best));
};

/**
 * A pasted text as rows of cells, as far as it takes to look at it: how it is read is for the server to say. Cells in quotes may hold the
 * delimiter and new lines; rows that say nothing are left out.
 */
export const pastedRows = (pasted: string): readonly PastedRow[] => {
  const text = pasted.replace(/^\uFEFF/, '').replaceAll(/\r\n|\r/g, '\n');
  const delimiter = delimiterOf(text);
  const rows: string[][] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    cells.push(cell.trim());
    cell = '';
  };
  for (const sign of `${text}\n`) {
    if (sign === '"') quoted = !quoted;
    else if (sign === '\n' && !quoted) {
      endCell();
      rows.push(cells);
      cells = [];
    } else if (sign === delimiter && !quoted) endCell();
    else cell += sign;
  }
  return rows.map((it, index) => ({ row: index + 1, cells: it })).filter((it) => it.cells.some((said) => said !== ''));
};
