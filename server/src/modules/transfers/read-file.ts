import { Injectable } from '@nestjs/common';
import type { ImportMapping } from '#contracts';
import { UnitOfWork } from '../../platform/database/index.js';
import type { ImportedIdea } from '../ideas/index.js';
import { MembersRepository } from '../organisations/index.js';
import { addressesOf, checkMapping, RowReader } from './check-rows.js';
import { guessMapping } from './guess-mapping.js';
import { ImportFaults } from './import-faults.js';
import type { ImportRow } from './imports.repository.js';
import { readCsv } from './read-csv.js';

/** A file that was read to its end. */
export interface ReadResult {
  readonly columns: readonly string[];
  readonly mapping: ImportMapping;
  readonly ideas: readonly ImportedIdea[];
  readonly faults: ImportFaults;
}

/** Reads a whole file and checks every row, before the first one is written. */
@Injectable()
export class ReadFile {
  constructor(
    private readonly work: UnitOfWork,
    private readonly members: MembersRepository,
  ) {}

  async read(organisation: string, row: Pick<ImportRow, 'delimiter' | 'mapping'>, content: Buffer): Promise<ReadResult> {
    const faults = new ImportFaults();
    const file = await readCsv(content, row.delimiter, faults);
    const mapping = row.mapping ?? guessMapping(file.columns);
    if (file.columns.length > 0) checkMapping(file.columns, mapping, faults);
    if (faults.any) return { columns: file.columns, mapping, ideas: [], faults };
    const addresses = addressesOf(file, mapping);
    const members = await this.work.run(organisation, () => this.members.byEmails(addresses));
    const reader = new RowReader(file.columns, mapping, members, faults);
    return { columns: file.columns, mapping, ideas: file.rows.map((it) => reader.read(it)), faults };
  }
}
