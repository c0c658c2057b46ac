import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { rowsOf } from '../../platform/database/index.js';

/** Failures that are counted under a key, and until when they count. */
export interface FailureCount {
  readonly key: Buffer;
  readonly failures: number;
  readonly until: Date;
}

/** Old counts that go with a new failure: more than one failure adds. */
const SWEPT = 20;

/** Counts of failed sign-ins, seen by all processes: they belong to no tenant. */
@Injectable()
export class FailedSignInsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The counts under these keys that are in force. */
  async counts(keys: readonly Buffer[], now: Date): Promise<FailureCount[]> {
    return rowsOf<FailureCount>(
      await this.dataSource.query(`select key, failures, until from app.failed_sign_in where key = any($1::bytea[]) and until > $2`, [
        keys,
        now,
      ]),
    );
  }

  /** Counts one under each key; the first of them says until when they count. Always in the same order: two at once must not wait for each other. */
  async add(keys: readonly Buffer[], until: Date, now: Date): Promise<void> {
    await this.dataSource.query(
      `insert into app.failed_sign_in as f (key, failures, until) select key, 1, $2 from unnest($1::bytea[]) as key order by key
       on conflict (key) do update set failures = case when f.until > $3 then f.failures + 1 else 1 end,
         until = case when f.until > $3 then f.until else excluded.until end`,
      [keys, until, now],
    );
  }

  async forget(key: Buffer): Promise<void> {
    await this.dataSource.query(`delete from app.failed_sign_in where key = $1`, [key]);
  }

  /** Takes some away that count no more. */
  async forgetOld(now: Date): Promise<void> {
    await this.dataSource.query(
      `delete from app.failed_sign_in where key in (
         select key from app.failed_sign_in where until <= $1 order by until limit $2 for update skip locked)`,
      [now, SWEPT],
    );
  }
}
