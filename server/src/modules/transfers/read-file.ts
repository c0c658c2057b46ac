import { Inject, Injectable } from '@nestjs/common';
import type { ImportMapping } from '#contracts';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { ImportedIdea } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import { addressesOf, checkMapping, RowReader } from './check-rows.js';
import { guessMapping } from './guess-mapping.js';
import { ImportFaults } from './import-faults.js';
import type { ImportRow } from './imports.repository.js';
import { readCsv } from './read-csv.js';

/** Rows of a sample, and characters of each of its cells. */
const SAMPLE_ROWS = 3;
const SAMPLE_CELL = 200;

/** A file that was read to its end. */
export interface ReadResult {
  readonly columns: readonly string[];
  readonly mapping: ImportMapping;
  /** The first rows, cut. */
  readonly sample: readonly (readonly string[])[];
  readonly ideas: readonly ImportedIdea[];
  readonly faults: ImportFaults;
}

/** Reads a whole file and checks every row, before the first one is written. */
@Injectable()
export class ReadFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: MembersRepository,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  async read(organisation: string, row: Pick<ImportRow, 'delimiter' | 'mapping'>, content: Buffer): Promise<ReadResult> {
    const faults = new ImportFaults();
    const file = await readCsv(content, row.delimiter, faults, this.config.limits.importRows);
    const { columns } = file;
    const sample = file.rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.map(cut));
    const mapping = row.mapping ?? guessMapping(columns);
    if (columns.length > 0) checkMapping(columns, mapping, faults);
    if (faults.any) return { columns, mapping, sample, ideas: [], faults };
    const addresses = addressesOf(file, mapping);
    const members = await this.work.run(organisation, () => this.members.byEmails(addresses));
    const reader = new RowReader(columns, mapping, members, faults);
    return { columns, mapping, sample, ideas: file.rows.map((it) => reader.read(it)), faults };
  }
}

/** The beginning of a cell, as the database can store it. */
function cut(cell: string): string {
  const text = cell.replaceAll('\0', '').trim();
  return (text.length > SAMPLE_CELL ? `${text.slice(0, SAMPLE_CELL - 1)}…` : text).toWellFormed();
}
