import type pg from 'pg';
import { GONE, WORDS } from './words.js';

/** How much of what went, by what it is called in a sentence. */
export type Gone = ReadonlyMap<string, number>;

/** Whom to erase: the member, and how name and address are found in texts. */
export interface Leaver {
  readonly organisation: string;
  readonly member: string;
  readonly pattern: string;
}

/**
 * Erases what identifies a member from what an organisation keeps, in the transaction under way. Ids, moves, decisions and what was written
 * about the work stay; see decision record 0020. Doing it again changes nothing.
 */
export async function eraseMember(client: pg.Client, leaver: Leaver): Promise<Gone> {
  const { organisation, member, pattern } = leaver;
  const gone = new Map<string, number>();
  const run = async (what: string, text: string, values: readonly unknown[] = [organisation, member]): Promise<void> => {
    const { rowCount } = await client.query(text, [...values]);
    gone.set(what, (gone.get(what) ?? 0) + (rowCount ?? 0));
  };
  await run(
    'texts of events they wrote or that name them',
    `delete from app.event_text t using app.domain_event e
     where t.organisation_id = $1 and e.id = t.event_id and e.organisation_id = $1 and (e.member_id = $2 or t.content::text ~ $3)`,
    [organisation, member, pattern],
  );
  await run(
    'mails to them',
    `delete from app.delivery d using app.notification n
     where d.organisation_id = $1 and n.organisation_id = $1 and n.id = d.notification_id and n.member_id = $2`,
  );
  await run('notifications to them', `delete from app.notification where organisation_id = $1 and member_id = $2`);
  await run('answers kept for repeated requests', `delete from app.idempotency_key where organisation_id = $1 and member_id = $2`);
  await run(
    'absences',
    // One under which somebody else decided is why that decision holds.
    `delete from app.absence a using app.organisation o
     where a.organisation_id = $1 and a.member_id = $2 and o.id = a.organisation_id and not exists (
       select 1 from app.decision d where d.organisation_id = $1 and d.decider_id = a.member_id and d.decided_by = a.delegate_id
         and (d.decided_at at time zone o.time_zone)::date between a.from_day and a.until_day)`,
  );
  await run('views saved for themselves', `delete from app.saved_view where organisation_id = $1 and member_id = $2 and not shared`);
  await run('ideas they had open', `delete from app.presence where organisation_id = $1 and member_id = $2`);
  await run('places in teams', `delete from app.idea_team where organisation_id = $1 and member_id = $2`);
  await run('ideas followed', `delete from app.idea_follower where organisation_id = $1 and member_id = $2`);
  await run('ideas supported', `delete from app.idea_supporter where organisation_id = $1 and member_id = $2`);
  await run(
    'reasons for stepping out of a panel',
    `update app.panel_member set conflict = '${GONE}' where organisation_id = $1 and member_id = $2 and conflict <> '${GONE}'`,
  );
  await client.query(`update app.membership set manager_id = null where organisation_id = $1 and manager_id = $2`, [organisation, member]);
  await client.query(`update app.membership set roles = '{}', unit_id = null, manager_id = null where organisation_id = $1 and id = $2`, [
    organisation,
    member,
  ]);
  for (const [table, columns] of Object.entries(WORDS))
    await run('other texts that named them', await rewriting(client, table, columns), [organisation, pattern]);
  return gone;
}

/** The statement that takes name and address out of a table's words. */
async function rewriting(client: pg.Client, table: string, columns: readonly string[]): Promise<string> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname::text as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attname = any($2::text[])`,
    [`app.${table}`, columns],
  );
  const without = ({ name, type }: { name: string; type: string }) =>
    `"${name}" = regexp_replace("${name}"::text, $2, '${GONE}', 'g')::${type}`;
  const found = ({ name }: { name: string }) => `"${name}"::text ~ $2`;
  return `update app."${table}" set ${rows.map(without).join(', ')} where organisation_id = $1 and (${rows.map(found).join(' or ')})`;
}
