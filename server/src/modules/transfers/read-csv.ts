import { isUtf8 } from 'node:buffer';
import { setImmediate as breathe } from 'node:timers/promises';
import { type CsvError, parse, type Parser } from 'csv-parse';
import { LIMITS } from '#contracts';
import type { ImportFaults } from './import-faults.js';
import { isText, isUtf16 } from './is-text.js';

/** What parts the columns of a file. */
export type Delimiter = ',' | ';' | '\t';

/** A row of a file that says something. */
export interface CsvRow {
  /** Counts from 1, the header being row 1, as a spreadsheet shows it. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** A file, read. */
export interface CsvFile {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

const CHUNK = 256 * 1024;
/** Columns of a row; more are a mistake, and would fill the memory before it is found. */
const MOST_COLUMNS = 1_000;
/** Bytes of a row: a hundred of the longest texts. */
const LONGEST_ROW = 2_000_000;
const NAMES: Readonly<Record<Delimiter, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs' };

/** Reads a CSV file (RFC 4180, UTF-8 with or without a byte order mark); what is wrong with it goes to `faults`. Others get their turn in between. */
export async function readCsv(content: Buffer, delimiter: Delimiter, faults: ImportFaults, mostRows: number): Promise<CsvFile> {
  if (isUtf16(content)) {
    faults.add(1, null, 'not-readable', 'This is not a text in UTF-8. Save the file as “CSV UTF-8”.');
    return { columns: [], rows: [] };
  }
  if (!isText(content)) {
    faults.add(null, null, 'not-csv', 'This is no CSV file, but a picture, a spreadsheet or the like.');
    return { columns: [], rows: [] };
  }
  const header = firstLine(content);
  const other = likelierDelimiter(header, delimiter);
  if (other !== null) {
    faults.add(1, null, 'wrong-delimiter', `The columns seem to be parted by ${NAMES[other]}, not by ${NAMES[delimiter]}.`);
    return { columns: [], rows: [] };
  }
  const wide = firstTooWide(content, delimiter);
  if (wide !== null) {
    faults.add(wide, null, 'wrong-columns', `A row has at most ${MOST_COLUMNS} columns.`);
    return { columns: [], rows: [] };
  }
  // What cannot be decoded becomes U+FFFD, by which its row and column are found.
  const readable = isUtf8(content);
  const reader = new Reader(faults, readable, mostRows);
  await feed(readable ? content : Buffer.from(content.toString('utf8')), delimiter, reader);
  reader.end();
  return { columns: reader.columns, rows: reader.rows };
}

async function feed(content: Buffer, delimiter: Delimiter, reader: Reader): Promise<void> {
  const parser: Parser = parse({ bom: true, delimiter, relax_column_count: true, max_record_size: LONGEST_ROW });
  const failure = new Promise<CsvError | null>((resolve) => {
    parser.on('error', (error) => resolve(error as CsvError));
    parser.on('end', () => resolve(null));
  });
  parser.on('data', (record: string[]) => {
    if (!reader.take(record)) parser.destroy();
  });
  parser.on('close', () => parser.emit('end'));
  for (let at = 0; at < content.length && !parser.destroyed; at += CHUNK) {
    parser.write(content.subarray(at, at + CHUNK));
    await breathe();
  }
  if (!parser.destroyed) parser.end();
  const error = await failure;
  if (error !== null) reader.broken(error);
}

/** Takes records one by one. */
class Reader {
  columns: readonly string[] = [];
  readonly rows: CsvRow[] = [];
  private row = 0;
  private stopped = false;

  constructor(
    private readonly faults: ImportFaults,
    private readonly readable: boolean,
    private readonly mostRows: number,
  ) {}

  /** Whether more is wanted. */
  take(cells: string[]): boolean {
    if (this.stopped) return false;
    this.row += 1;
    if (cells.every((cell) => cell.trim() === '')) return true;
    if (this.columns.length === 0) this.takeHeader(cells);
    else this.takeRow(cells);
    return !this.stopped;
  }

  /** The parser gave up. */
  broken(error: CsvError): void {
    if (this.stopped) return;
    this.stopped = true;
    const index = typeof error['column'] === 'number' ? error['column'] : null;
    const column = index === null ? null : (this.columns[index] ?? null);
    if (error.code === 'CSV_MAX_RECORD_SIZE') {
      this.faults.add(this.row + 1, column, 'too-long', `A text has at most ${LIMITS.text} characters.`);
      return;
    }
    const what =
      error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'A quotation mark is opened and never closed.' : 'The quotation marks do not fit together.';
    this.faults.add(this.row + 1, column, 'not-readable', what);
  }

  end(): void {
    if (this.faults.any) return;
    if (this.columns.length === 0) this.faults.add(null, null, 'no-rows', 'The file is empty.');
    else if (this.rows.length === 0) this.faults.add(null, null, 'no-rows', 'The file has a header and no rows.');
  }

  private takeHeader(cells: string[]): void {
    this.columns = cells.map((cell) => cell.trim());
    const seen = new Set<string>();
    for (const column of this.columns) {
      if (column.length > LIMITS.title)
        this.faults.add(this.row, column, 'too-long', `A column's name has at most ${LIMITS.title} characters.`);
      if (column !== '' && seen.has(column)) this.faults.add(this.row, column, 'duplicate', 'Two columns have this name.');
      seen.add(column);
    }
    this.checkReadable(cells);
  }

  private takeRow(cells: string[]): void {
    const { columns, row, faults } = this;
    if (this.rows.length >= this.mostRows) {
      faults.add(row, null, 'too-many-rows', `A file has at most ${this.mostRows} rows; split it.`);
      this.stopped = true;
      return;
    }
    if (cells.length !== columns.length) {
      const column = columns[Math.min(cells.length, columns.length - 1)] ?? null;
      faults.add(row, column, 'wrong-columns', `The header has ${columns.length} columns, this row ${cells.length}.`);
      return;
    }
    this.checkReadable(cells);
    this.rows.push({ row, cells });
  }

  private checkReadable(cells: readonly string[]): void {
    for (const [index, cell] of cells.entries()) {
      const column = this.columns[index] ?? null;
      if (!this.readable && cell.includes('\u{fffd}')) {
        this.faults.add(this.row, column, 'not-readable', 'This is not UTF-8. Save the file as “CSV UTF-8”.');
      }
      if (cell.includes('\0')) this.faults.add(this.row, column, 'bad-character', 'Holds a character that cannot be stored.');
    }
  }
}

/** The first line, whatever its quotation marks say; enough to see what parts the columns. */
function firstLine(content: Buffer): string {
  const start = content.subarray(0, 64 * 1024).toString('utf8');
  return start.split(/\r?\n|\r/, 1)[0] ?? '';
}

/** The delimiter that the header uses, when it does not use the one given. */
function likelierDelimiter(header: string, given: Delimiter): Delimiter | null {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const times = (delimiter: Delimiter) => bare.split(delimiter).length - 1;
  if (times(given) > 0) return null;
  const [best] = ([',', ';', '\t'] as const).filter((delimiter) => times(delimiter) > 0).sort((a, b) => times(b) - times(a));
  return best ?? null;
}

/** The first row with too many columns, or null. */
function firstTooWide(content: Buffer, delimiter: Delimiter): number | null {
  const sign = delimiter.charCodeAt(0);
  let row = 1;
  let columns = 1;
  let quoted = false;
  // By index: walking 25 MB by an iterator takes ten times as long.
  for (let at = 0; at < content.length; at += 1) {
    const byte = content[at];
    if (byte === 0x22) quoted = !quoted;
    else if (quoted) continue;
    else if (byte === sign) columns += 1;
    else if (byte === 0x0a || (byte === 0x0d && content[at + 1] !== 0x0a)) {
      row += 1;
      columns = 1;
    }
    if (columns > MOST_COLUMNS) return row;
  }
  return null;
}
