import type pg from 'pg';

/** The ideas to which a member attached files that are still there, and how many. */
export async function attachedBy(client: pg.Client, organisation: string, member: string): Promise<{ number: number; files: number }[]> {
  await client.query('begin');
  try {
    await client.query(`select set_config('app.organisation', $1, true)`, [organisation]);
    const { rows } = await client.query<{ number: number; files: number }>(
      `select i.number, count(*)::int as files from app.attachment a join app.idea i on i.id = a.idea_id
       where a.organisation_id = $1 and a.member_id = $2 group by i.number order by i.number`,
      [organisation, member],
    );
    return rows;
  } finally {
    await client.query('rollback');
  }
}
