import type pg from 'pg';

/** A table as a backup sees it. */
export interface BackedUpTable {
  readonly name: string;
  /** Whether its rows belong to organisations. */
  readonly isTenants: boolean;
  /** The columns that can be written: not those that the database computes. */
  readonly columns: readonly string[];
  readonly primaryKey: readonly string[];
}

/** All tables of Polku but the list of migrations and what is not kept (unlogged), by name. */
export async function backedUpTables(client: pg.Client): Promise<BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable>(
    `select c.relname as name, c.relrowsecurity as "isTenants",
       array(select a.attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
       array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
         where i.indrelid = c.oid and i.indisprimary order by a.attnum) as "primaryKey"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> 'migrations' order by c.relname`,
  );
  return rows;
}

/** The last migration that the database has seen. */
export async function lastMigration(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(`select name from app.migrations order by timestamp desc limit 1`);
  return rows[0]?.name ?? '';
}

/** From now on the transaction sees and writes this organisation's rows. */
export async function enter(client: pg.Client, organisation: string): Promise<void> {
  await client.query(`select set_config('app.organisation', $1, true)`, [organisation]);
}

/** Names as SQL takes them. */
export function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
