import type pg from 'pg';

/** The sentences that a query makes, in its only column. */
export async function sentences(client: Pick<pg.Client, 'query'>, sql: string, values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<Record<string, string>>(sql, values);
  return rows.map((row) => Object.values(row).join());
}
