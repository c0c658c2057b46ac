import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import type { FileStore } from '../storage/index.js';
import { type BackupEnd, type BackupFile, type BackupHead, type BackupPart, fingerprintOf } from './format.js';
import { type BackedUpTable, backedUpTables, enter, lastMigration, quoted } from './tables.js';

const BATCH = 1_000;
/** Bytes of a file in one line. A multiple of three, so that base64 fills nothing up. */
const IN_A_LINE = 48_000;

/** What a backup is made of, and where it goes. */
export interface BackupOrder {
  /** Connection of the database's owner. */
  readonly databaseUrl: string;
  readonly secret: string;
  readonly file: string;
  readonly files: BackedUpFiles;
}

/** Files that rows speak of. */
export interface BackedUpFiles {
  readonly store: FileStore;
  /** Their ids, in order, as the client's transaction sees them. */
  of(client: pg.Client, organisation: string): Promise<readonly string[]>;
}

/**
 * Writes the whole database, and the files it speaks of, into a file: one snapshot, beside a running server, without `pg_dump`. The same content gives the same
 * bytes. Gives the number of rows; the file is there only when it is whole, readable by its owner alone.
 */
export async function writeBackup({ databaseUrl, secret, file, files }: BackupOrder, say: (line: string) => void): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const unfinished = `${file}.unfinished`;
  try {
    await client.query('begin isolation level repeatable read, read only');
    const lines = new BackupLines(client, files, say);
    const target = createWriteStream(unfinished, { mode: 0o600 });
    await pipeline(Readable.from(lines.all(fingerprintOf(secret))), createGzip(), target);
    await client.query('commit');
    renameSync(unfinished, file);
    return lines.rows;
  } finally {
    rmSync(unfinished, { force: true });
    await client.end();
  }
}

/** The lines of a backup, read a batch at a time. */
class BackupLines {
  rows = 0;

  constructor(
    private readonly client: pg.Client,
    private readonly files: BackedUpFiles,
    private readonly say: (line: string) => void,
  ) {}

  async *all(secret: string): AsyncGenerator<string> {
    const head: BackupHead = { 'polku-backup': 1, migration: await lastMigration(this.client), secret };
    yield line(head);
    const { rows } = await this.client.query<{ id: string }>('select id from app.organisation order by id');
    const organisations = rows.map(({ id }) => id);
    for (const table of await backedUpTables(this.client)) {
      const before = this.rows;
      for (const organisation of table.isTenants ? organisations : [null]) yield* this.part(table, organisation);
      this.say(`${table.name}: ${this.rows - before} rows`);
    }
    let [files, bytes] = [0, 0];
    for (const organisation of organisations) {
      await enter(this.client, organisation);
      for (const file of await this.files.of(this.client, organisation)) {
        const content = await this.files.store.get({ organisation, id: file });
        if (!content) {
          // Removed since the transaction began, or lost before.
          this.say(`The file ${file} is not there: it is not in the backup.`);
          continue;
        }
        const head: BackupFile = { file, organisation };
        yield line(head);
        for await (const chunk of chunksOf(content)) {
          bytes += chunk.length;
          yield line({ bytes: chunk.toString('base64') });
        }
        files += 1;
      }
    }
    this.say(`files: ${files}`);
    const end: BackupEnd = { end: true, rows: this.rows, files, bytes };
    yield line(end);
  }

  private async *part({ name, columns, primaryKey }: BackedUpTable, organisation: string | null): AsyncGenerator<string> {
    if (organisation !== null) await enter(this.client, organisation);
    const part: BackupPart = { table: name, organisation, columns };
    yield line(part);
    // As text all the way: JavaScript's numbers would not hold every number of the database.
    await this.client.query(
      `declare rows_of_part no scroll cursor for select row_to_json(r)::text as row
       from (select ${quoted(columns)} from app."${name}" ${organisation === null ? '' : `where organisation_id = '${organisation}'`}
         order by ${quoted(primaryKey)}) r`,
    );
    for (;;) {
      const { rows } = await this.client.query<{ row: string }>(`fetch ${BATCH} from rows_of_part`);
      this.rows += rows.length;
      if (rows.length > 0) yield rows.map(({ row }) => `${row}\n`).join('');
      if (rows.length < BATCH) break;
    }
    await this.client.query('close rows_of_part');
  }
}

/** In pieces of the same length, however the store gives it: the same content gives the same bytes. */
async function* chunksOf(content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of content) {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= IN_A_LINE) {
      yield rest.subarray(0, IN_A_LINE);
      rest = rest.subarray(IN_A_LINE);
    }
  }
  if (rest.length > 0) yield rest;
}

function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
