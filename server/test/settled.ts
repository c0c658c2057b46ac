import type pg from 'pg';

/** Whether everything that follows from what was done has been done: published, told, delivered. */
export async function isSettled(client: pg.ClientBase | pg.Pool): Promise<boolean> {
  const { rows } = await client.query<{ open: string }>(
    `select (select count(*) from app.relay_pending) + (select count(*) from app.domain_event where handled_at is null)
          + (select count(*) from app.delivery where state = 'queued') as open`,
  );
  return Number(rows[0]?.open) === 0;
}
