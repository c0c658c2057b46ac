import { Injectable } from '@nestjs/common';
import type { ImportError, ImportMapping, ImportState } from '#contracts';
import { TenantRepository, UnitOfWork } from '../../platform/database/index.js';
import type { Delimiter } from './read-csv.js';

/** An import as it stands. */
export interface ImportRow {
  readonly id: string;
  readonly member: string;
  readonly state: ImportState;
  readonly dryRun: boolean;
  readonly fileName: string;
  readonly delimiter: Delimiter;
  readonly columns: readonly string[];
  /** The first rows of a dry run. */
  readonly sample: readonly (readonly string[])[];
  /** Null until the columns are guessed. */
  readonly mapping: ImportMapping | null;
  readonly step: string;
  readonly total: number;
  readonly processed: number;
  readonly created: number;
  readonly updated: number;
  readonly errors: readonly ImportError[];
  readonly errorCount: number;
  /** How often it was begun since something of it was last written. */
  readonly attempts: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

const ROW = `id, member_id as member, state, dry_run as "dryRun", file_name as "fileName", delimiter, columns, sample, mapping, step, total, processed,
  created, updated, errors, error_count as "errorCount", attempts, created_at as "createdAt", finished_at as "finishedAt"`;

/** The imports of the organisation at work. */
@Injectable()
export class ImportsRepository extends TenantRepository {
  constructor(work: UnitOfWork) {
    super(work);
  }

  async find(id: string): Promise<ImportRow | null> {
    const [row] = await this.rows<ImportRow>(`select ${ROW} from app.import where organisation_id = $1 and id = $2`, [
      this.organisation,
      id,
    ]);
    return row ?? null;
  }

  /** An import that is not over, held until the transaction ends: its parts are written one after the other. */
  async lockOpen(id: string): Promise<ImportRow | null> {
    const [row] = await this.rows<ImportRow>(
      `select ${ROW} from app.import where organisation_id = $1 and id = $2 and state in ('queued', 'running') for update`,
      [this.organisation, id],
    );
    return row ?? null;
  }

  /** Takes the samples of a member's earlier files away: what people wrote is not kept beyond its use. */
  async forgetSamples(member: string): Promise<void> {
    await this.rows(`update app.import set sample = '[]' where organisation_id = $1 and member_id = $2 and sample <> '[]'`, [
      this.organisation,
      member,
    ]);
  }

  /** How many imports wait or run, while nobody else of the organisation adds one. Until the end of the transaction. */
  async countOpen(): Promise<number> {
    await this.rows(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`imports ${this.organisation}`]);
    const [row] = await this.rows<{ count: number }>(
      `select count(*)::int as count from app.import where organisation_id = $1 and state in ('queued', 'running')`,
      [this.organisation],
    );
    return row?.count ?? 0;
  }

  /** Adds an import with its file, which waits where every worker reaches it. */
  async add(
    row: Pick<ImportRow, 'id' | 'member' | 'dryRun' | 'fileName' | 'delimiter' | 'mapping' | 'step' | 'createdAt'>,
    file: Buffer,
  ): Promise<void> {
    await this.rows(
      `insert into app.import (id, organisation_id, member_id, state, dry_run, file_name, delimiter, mapping, step, created_at)
       values ($1, $2, $3, 'queued', $4, $5, $6, $7::jsonb, $8, $9)`,
      [
        row.id,
        this.organisation,
        row.member,
        row.dryRun,
        row.fileName,
        row.delimiter,
        JSON.stringify(row.mapping),
        row.step,
        row.createdAt,
      ],
    );
    await this.rows(`insert into app.import_file (import_id, organisation_id, content) values ($1, $2, $3)`, [
      row.id,
      this.organisation,
      file,
    ]);
  }

  async file(id: string): Promise<Buffer | null> {
    const [row] = await this.rows<{ content: Buffer }>(
      `select content from app.import_file where organisation_id = $1 and import_id = $2`,
      [this.organisation, id],
    );
    return row?.content ?? null;
  }

  /** Somebody works on it: one more attempt. */
  async begin(id: string): Promise<void> {
    await this.rows(`update app.import set state = 'running', attempts = attempts + 1 where organisation_id = $1 and id = $2`, [
      this.organisation,
      id,
    ]);
  }

  /** The attempt does not count: what ended it had nothing to do with the import. */
  async giveBackAttempt(id: string): Promise<void> {
    await this.rows(`update app.import set attempts = greatest(attempts - 1, 0) where organisation_id = $1 and id = $2`, [
      this.organisation,
      id,
    ]);
  }

  /** What the file turned out to be. */
  async describe(id: string, known: Pick<ImportRow, 'columns' | 'mapping' | 'total' | 'sample'>): Promise<void> {
    await this.rows(
      `update app.import set columns = $3, mapping = $4::jsonb, total = $5, sample = $6::jsonb where organisation_id = $1 and id = $2`,
      [this.organisation, id, known.columns, JSON.stringify(known.mapping), known.total, JSON.stringify(known.sample)],
    );
  }

  /** Counts a part that was written in this transaction: it gets on, so earlier attempts are forgotten. */
  async advance(id: string, part: { processed: number; created: number; updated: number }): Promise<void> {
    await this.rows(
      `update app.import set processed = processed + $3, created = created + $4, updated = updated + $5, attempts = 0 where organisation_id = $1 and id = $2`,
      [this.organisation, id, part.processed, part.created, part.updated],
    );
  }

  /** It is over: its file goes. Does nothing to an import that was over before. */
  async finish(
    id: string,
    end: { state: 'done' | 'failed'; errors?: readonly ImportError[]; errorCount?: number; at: Date },
  ): Promise<void> {
    await this.rows(
      `update app.import set state = $3, errors = $4::jsonb, error_count = $5, finished_at = $6
       where organisation_id = $1 and id = $2 and state in ('queued', 'running')`,
      [this.organisation, id, end.state, JSON.stringify(end.errors ?? []), end.errorCount ?? 0, end.at],
    );
    await this.rows(`delete from app.import_file where organisation_id = $1 and import_id = $2`, [this.organisation, id]);
  }

  /** Imports that are not over. */
  async open(): Promise<Pick<ImportRow, 'id' | 'state' | 'processed'>[]> {
    return this.rows(
      `select id, state, processed from app.import where organisation_id = $1 and state in ('queued', 'running') order by created_at`,
      [this.organisation],
    );
  }

  /** Whether the relay has handed on all that this import did: counts and live streams have it. */
  async isHandedOn(id: string): Promise<boolean> {
    const rows = await this.rows(
      `select 1 from app.relay_pending p join app.domain_event e on e.id = p.event_id and e.organisation_id = p.organisation_id
       where p.organisation_id = $1 and e.data ->> 'import' = $2 limit 1`,
      [this.organisation, id],
    );
    return rows.length === 0;
  }
}
