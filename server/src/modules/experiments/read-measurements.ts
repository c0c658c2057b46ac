import { type FieldCode, type MeasurementFault, METRICS, type RecordMeasurement, recordMeasurement } from '#contracts';
import { fieldProblemsOf } from '../../platform/http/index.js';
import { faultsOf, type Measured, measuredFrom, type MeasuringLimits } from './measured.js';
import { columnNamed, groupNamed, type MeasurementColumn } from './measurement-words.js';
import { readTable, type Table, type TableRow } from './read-table.js';
import type { TestCard } from './test-card.js';

/** The measurements of a text, or all that is wrong with it. */
export interface ReadMeasurements {
  /** How many rows there are. */
  readonly total: number;
  readonly measured: readonly Measured[];
  readonly faults: readonly MeasurementFault[];
}

/** Where each column of the text stands. */
type Columns = ReadonlyMap<MeasurementColumn, { readonly index: number; readonly name: string }>;

/**
 * Reads pasted or imported text as measurements of an experiment, by the same rules as those that are typed in. Days are written as
 * 2026-03-31 or with the day first, as all five languages do (31.3.2026, 31/3/2026); a comma is a decimal sign where it does not part columns.
 */
export function readMeasurements(text: string, card: Pick<TestCard, 'kind'>, limits: MeasuringLimits): ReadMeasurements {
  const table = readTable(text);
  if ('unreadable' in table) return { total: 0, measured: [], faults: [{ row: table.unreadable, column: null, code: 'not-readable' }] };
  if (!table.header || table.rows.length === 0) return { total: 0, measured: [], faults: [{ row: null, column: null, code: 'no-rows' }] };
  const { columns, faults } = readHeader(table.header, card);
  if (faults.length > 0) return { total: table.rows.length, measured: [], faults };
  return new RowReader(table, columns, card, limits).readAll();
}

function readHeader({ row, cells }: TableRow, { kind }: Pick<TestCard, 'kind'>): { columns: Columns; faults: MeasurementFault[] } {
  const columns = new Map<MeasurementColumn, { index: number; name: string }>();
  const faults: MeasurementFault[] = [];
  const { values } = METRICS[kind];
  const known: readonly MeasurementColumn[] = ['on', 'group', 'note', ...values];
  for (const [index, name] of cells.entries()) {
    if (name === '') continue;
    const column = columnNamed(name);
    if (column === null || !known.includes(column)) faults.push({ row, column: name.slice(0, 100), code: 'unknown-field' });
    else if (columns.has(column)) faults.push({ row, column: name, code: 'duplicate' });
    else columns.set(column, { index, name });
  }
  for (const column of ['on', ...values] as const) {
    if (!columns.has(column)) faults.push({ row, column, code: 'required' });
  }
  return { columns, faults };
}

/** Reads the rows of a table whose columns are known. */
class RowReader {
  private readonly faults: MeasurementFault[] = [];
  private itemsLeft: number | null;

  constructor(
    private readonly table: Table,
    private readonly columns: Columns,
    private readonly card: Pick<TestCard, 'kind'>,
    private readonly limits: MeasuringLimits,
  ) {
    this.itemsLeft = limits.itemsLeft;
  }

  readAll(): ReadMeasurements {
    const measured = this.table.rows.flatMap((row) => this.read(row) ?? []);
    return { total: this.table.rows.length, measured, faults: this.faults };
  }

  private read({ row, cells }: TableRow): Measured | null {
    const width = this.table.header?.cells.length ?? 0;
    if (cells.slice(width).some((cell) => cell !== '')) {
      this.faults.push({ row, column: null, code: 'wrong-columns' });
      return null;
    }
    const sent: Partial<Record<MeasurementColumn, unknown>> = {};
    const wrong = new Map<MeasurementColumn, FieldCode>();
    for (const [column, { index }] of this.columns) {
      const value = valueOf(column, cells[index] ?? '', this.table.delimiter !== ',');
      if (typeof value === 'object' && value !== null) wrong.set(column, value.code);
      else if (value !== null) sent[column] = value;
    }
    // A cell that cannot be read is missing as well: say only the first.
    for (const [column, code] of this.check(sent)) if (!wrong.has(column)) wrong.set(column, code);
    for (const [column, code] of wrong) this.faults.push({ row, column: this.columns.get(column)?.name ?? column, code });
    return wrong.size > 0 ? null : this.take(recordMeasurement.parse(sent));
  }

  private check(sent: object): [MeasurementColumn, FieldCode][] {
    const result = recordMeasurement.safeParse(sent);
    const { itemsLeft } = this;
    const problems = result.success
      ? faultsOf(this.card, result.data, { ...this.limits, itemsLeft })
      : fieldProblemsOf(result.error.issues);
    const missing = METRICS[this.card.kind].values
      .filter((value) => !(value in sent))
      .map((value): [MeasurementColumn, FieldCode] => [value, 'required']);
    return [...problems.map(({ path, code }): [MeasurementColumn, FieldCode] => [path as MeasurementColumn, code]), ...missing];
  }

  private take(sent: RecordMeasurement): Measured {
    if (this.itemsLeft !== null) this.itemsLeft -= sent.total ?? 0;
    return measuredFrom(sent);
  }
}

/** What a cell says: null for nothing, or why it cannot be read. */
function valueOf(column: MeasurementColumn, cell: string, decimalComma: boolean): string | number | { readonly code: FieldCode } | null {
  if (cell === '') return null;
  switch (column) {
    case 'on':
      return dayFrom(cell);
    case 'note':
      return cell;
    case 'group':
      return groupNamed(cell) ?? { code: 'unknown-value' };
    default: {
      const number = numberFrom(cell, decimalComma);
      if (number === null) return { code: 'not-a-number' };
      const isWhole = Number.isInteger(number) || column === 'value' || column === 'before' || column === 'exposure';
      return isWhole ? number : { code: 'not-whole' };
    }
  }
}

/** A day with the year first or last, with or without a time behind it, as `2026-03-31`; anything else as it came. */
function dayFrom(cell: string): string {
  const bare = cell.replace(/[T ]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?Z?$/, '');
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(bare);
  const local = /^(\d{1,2})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{4})$/.exec(bare);
  const [year, month, day] = iso ? iso.slice(1) : (local?.slice(1).toReversed() ?? []);
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : cell;
}

/** A number as people and spreadsheets write it, or null. */
function numberFrom(cell: string, decimalComma: boolean): number | null {
  const bare = cell.replaceAll(/[\s\u00a0\u202f]/g, '').replace('\u2212', '-');
  const written = decimalComma ? bare.replace(',', '.') : bare;
  return /^[-+]?\d{1,30}(\.\d{1,30})?$/.test(written) ? Number(written) : null;
}
