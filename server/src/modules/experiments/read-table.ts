import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';

/** What parts the columns of a text. */
export type Delimiter = ',' | ';' | '\t';

/** A row that says something; it counts from 1 with the header as row 1, as a spreadsheet shows it. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** A text read as a table. */
export interface Table {
  readonly delimiter: Delimiter;
  readonly header: TableRow | null;
  readonly rows: readonly TableRow[];
}

/** Reads what was copied from a spreadsheet or from a CSV file (RFC 4180). Gives the row that cannot be read where there is one. */
export function readTable(text: string): Table | { readonly unreadable: number } {
  const delimiter = delimiterOf(text);
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    const rows = records
      .map((cells, index) => ({ row: index + 1, cells: cells.map((cell) => cell.trim()) }))
      .filter(({ cells }) => cells.some((cell) => cell !== ''));
    return { delimiter, header: rows[0] ?? null, rows: rows.slice(1) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { unreadable: Number(error['lines'] ?? 1) };
  }
}

/** The sign that parts the most columns of the first line that says something; between equals the one that is not in numbers. */
function delimiterOf(text: string): Delimiter {
  const header = text.split(/\r?\n|\r/).find((line) => line.trim() !== '') ?? '';
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const times = (delimiter: Delimiter) => bare.split(delimiter).length;
  const [best] = (['\t', ';', ','] as const).toSorted((one, other) => times(other) - times(one));
  return best ?? ',';
}
