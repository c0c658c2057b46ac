import { type FieldCode, type ImportError, type ImportTarget, LIMITS } from '#contracts';

/** Collects what is wrong with a file: the first faults are kept, the rest counted. */
export class ImportFaults {
  readonly listed: ImportError[] = [];
  count = 0;

  /** @param row counts from 1, the header being row 1; null: the whole file */
  add(row: number | null, column: string | null, code: FieldCode, what: string): void {
    this.count += 1;
    if (this.listed.length >= LIMITS.importErrors) return;
    // A quotation may be cut inside a sign of two halves, which the database does not store.
    this.listed.push({ row, column, code, message: `${placeOf(row, column)}${what}`.toWellFormed() });
  }

  /** No column fills a field that every idea needs. */
  addMissing(field: ImportTarget): void {
    this.count += 1;
    this.listed.push({ row: 1, column: null, field, code: 'no-column', message: `Row 1: No column is named that gives the ${field}.` });
  }

  get any(): boolean {
    return this.count > 0;
  }
}

function placeOf(row: number | null, column: string | null): string {
  if (row === null) return '';
  return column === null ? `Row ${row}: ` : `Row ${row}, column “${shortened(column)}”: `;
}

function shortened(column: string): string {
  return column.length > 60 ? `${column.slice(0, 59)}…` : column;
}
