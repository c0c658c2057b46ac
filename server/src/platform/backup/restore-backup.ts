import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { StartError } from '../config/index.js';
import { type BackupEnd, type BackupFile, type BackupHead, type BackupPart, fingerprintOf } from './format.js';
import { RestoringFiles } from './restore-files.js';
import { enter, lastMigration, quoted } from './tables.js';
import type { BackupOrder } from './write-backup.js';

const BATCH = 500;

/**
 * Reads a backup into an installation that is empty, in one transaction: all of it or nothing, its files among it. Gives the number of rows.
 * @throws StartError for an installation that is not empty, a file that is no backup, or cut off, or of another version or secret.
 */
export async function restoreBackup({ databaseUrl, secret, file, files }: BackupOrder, say: (line: string) => void): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl });
  const restoringFiles = new RestoringFiles(files.store);
  await client.connect();
  try {
    await client.query('begin');
    await refuseUnlessEmpty(client);
    const foreignKeys = await withoutForeignKeys(client);
    const restoring = new Restoring(client, restoringFiles, fingerprintOf(secret), say);
    await read(file, (line) => restoring.take(line));
    const rows = await restoring.finish();
    for (const add of foreignKeys) await client.query(add);
    await setSequences(client);
    await client.query('commit');
    await client.query('analyze').catch(() => undefined);
    return rows;
  } catch (error) {
    await restoringFiles.undo();
    throw error;
  } finally {
    await restoringFiles.close();
    await client.end();
  }
}

async function refuseUnlessEmpty(client: pg.Client): Promise<void> {
  const { rows } = await client.query('select 1 from app.organisation union all select 1 from app.person limit 1');
  if (rows.length > 0)
    throw new StartError('This installation is not empty: a backup is restored only into one that has no organisation yet.');
}

/** Rows come table by table, whatever they point to; gives the statements that check all of it afterwards. */
async function withoutForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'app'::regnamespace order by 1, 2`,
  );
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  return rows.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`);
}

/** What numbers new rows goes on where the restored ones end: the order of events, and the ideas of each organisation. */
async function setSequences(client: pg.Client): Promise<void> {
  const { rows: organisations } = await client.query<{ id: string }>('select id from app.organisation');
  let lastEvent = 1n;
  for (const { id } of organisations) {
    await client.query('select app.make_idea_numbers($1)', [id]);
    await enter(client, id);
    const { rows } = await client.query<{ event: string; idea: number | null }>(
      `select (select coalesce(max(seq), 1) from app.domain_event where organisation_id = $1)::text as event,
         (select max(number) from app.idea where organisation_id = $1) as idea`,
      [id],
    );
    const event = BigInt(rows[0]?.event ?? 1);
    if (event > lastEvent) lastEvent = event;
    const numbers = `app.idea_number_${id.replaceAll('-', '_')}`;
    if (rows[0]?.idea) await client.query('select setval($1::regclass, $2)', [numbers, rows[0].idea]);
  }
  await client.query(`select setval(pg_get_serial_sequence('app.domain_event', 'seq'), $1)`, [lastEvent.toString()]);
}

async function read(file: string, take: (line: string) => Promise<void>): Promise<void> {
  try {
    await pipeline(createReadStream(file), createGunzip(), async (bytes: AsyncIterable<Buffer>) => {
      for await (const line of linesOf(bytes)) await take(line);
    });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new StartError(`There is no file ${file}.`);
    if (code?.startsWith('Z_')) throw new StartError(`${file} is no backup of Polku, or it was cut off.`);
    throw error;
  }
}

async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

/** Takes the lines of a backup one after the other. */
class Restoring {
  private head: BackupHead | null = null;
  private end: BackupEnd | null = null;
  private part: BackupPart | null = null;
  private waiting: string[] = [];
  private rows = 0;
  private rowsOfTable = 0;

  constructor(
    private readonly client: pg.Client,
    private readonly files: RestoringFiles,
    private readonly secret: string,
    private readonly say: (line: string) => void,
  ) {}

  async take(line: string): Promise<void> {
    if (this.head === null) return this.begin(line);
    if (line.startsWith('{"table":')) return this.turnTo(JSON.parse(line) as BackupPart);
    if (line.startsWith('{"file":')) {
      await this.turnTo(null);
      return this.files.begin(JSON.parse(line) as BackupFile);
    }
    if (line.startsWith('{"bytes":')) return this.files.take(Buffer.from((JSON.parse(line) as { bytes: string }).bytes, 'base64'));
    if (line.startsWith('{"end":true')) {
      await this.turnTo(null);
      await this.files.end();
      this.end = JSON.parse(line) as BackupEnd;
      return;
    }
    this.waiting.push(line);
    if (this.waiting.length >= BATCH) await this.write();
  }

  /** @throws StartError when the end is not there. */
  async finish(): Promise<number> {
    const isWhole = this.end?.rows === this.rows && this.end.files === this.files.count && this.end.bytes === this.files.total;
    if (!isWhole) throw new StartError('The backup was cut off: nothing was restored.');
    return this.rows;
  }

  private async begin(line: string): Promise<void> {
    const head = headFrom(line);
    if (head.secret !== this.secret) {
      throw new StartError(
        'The backup was made with another POLKU_SECRET, with which its history is sealed: set that one (an embedded installation keeps it ' +
          'in the file "secret" of its data folder).',
      );
    }
    const migration = await lastMigration(this.client);
    if (head.migration !== migration) {
      throw new StartError(
        `The backup was made by another version (${head.migration}, here ${migration}): restore it with that one, then upgrade.`,
      );
    }
    this.head = head;
  }

  private async turnTo(part: BackupPart | null): Promise<void> {
    await this.write();
    if (this.part && this.part.table !== part?.table) {
      this.say(`${this.part.table}: ${this.rowsOfTable} rows`);
      this.rowsOfTable = 0;
    }
    this.part = part;
    if (part?.organisation) await enter(this.client, part.organisation);
  }

  private async write(): Promise<void> {
    if (this.waiting.length === 0) return;
    if (this.part === null) throw new StartError('The backup begins with rows of no table.');
    const { table, columns } = this.part;
    const names = quoted(columns);
    await this.client.query(
      `insert into app."${table}" (${names}) overriding system value
       select ${names} from json_populate_recordset(null::app."${table}", $1::json)`,
      [`[${this.waiting.join(',')}]`],
    );
    this.rows += this.waiting.length;
    this.rowsOfTable += this.waiting.length;
    this.waiting = [];
  }
}

function headFrom(line: string): BackupHead {
  try {
    const head = JSON.parse(line) as Partial<BackupHead>;
    if (head['polku-backup'] === 1 && head.migration !== undefined && head.secret !== undefined) return head as BackupHead;
  } catch {
    // Said below.
  }
  throw new StartError('This is no backup of Polku.');
}
