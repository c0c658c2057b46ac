import type { ClientBase } from 'pg';

/** The ids of the files that an organisation's attachments have, for a backup, in the transaction of its client. */
export async function storedFiles(client: ClientBase, organisation: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(`select id from app.attachment where organisation_id = $1 order by id`, [
    organisation,
  ]);
  return rows.map(({ id }) => id);
}
