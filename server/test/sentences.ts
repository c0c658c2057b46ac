import type pg from 'pg';

/** The sentences that a query makes, each in its column `format`. */
export async function sentences(client: Pick<pg.Client, 'query'>, sql: string, values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ format: string }>(sql, values);
  return rows.map((row) => row.format);
}
