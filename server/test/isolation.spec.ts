import type pg from 'pg';
import { DataSource, rowsOf, UnitOfWork } from '../src/platform/database/index.js';
import { JobHandlers } from '../src/platform/queues/index.js';
import { startTestApp, type TestApp } from './app.js';
import { withClient } from './database.js';
import { submitted } from './factories.js';

let polku: TestApp;
let tables: string[];
let submission: string;

beforeAll(async () => {
  polku = await startTestApp();
  await submitted(await polku.as('maja'));
  await polku.settle();
  const [event] = await polku.sql<{ id: string }>(`select id from app.domain_event where kind = 'idea-submitted'`);
  submission = event?.id ?? '';
  const { aleksandrow, lindvik } = polku.founded.organisations;
  tables = await withClient(polku.database.url, async (client) => {
    const found = await tenantTables(client);
    for (const table of found) for (const organisation of [aleksandrow, lindvik]) await addAnyRow(client, table, organisation);
    return found;
  });
});

afterAll(() => polku.close());

/** The tables whose rows belong to an organisation and are under row-level security. */
async function tenantTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind = 'r' and c.relrowsecurity order by 1`,
  );
  return rows.map(({ name }) => name);
}

const ANY_VALUE: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `encode(gen_random_bytes(8), 'hex')`,
  'text[]': `'{}'`,
  integer: '1 + (random() * 1e9)::int',
  bigint: '1 + (random() * 1e9)::bigint',
  smallint: '1',
  'double precision': '1',
  boolean: 'false',
  bytea: 'gen_random_bytes(8)',
  jsonb: `'{}'`,
  date: 'current_date',
  'timestamp with time zone': 'now()',
};

/** Puts a row of no meaning into a table: what it may say is not looked at, only whose it is. */
async function addAnyRow(client: pg.Client, table: string, organisation: string): Promise<void> {
  const { rows: checks } = await client.query<{ conname: string }>(
    `select conname from pg_constraint where conrelid = $1::regclass and contype = 'c'`,
    [`app.${table}`],
  );
  for (const { conname } of checks) await client.query(`alter table app.${table} drop constraint "${conname}"`);
  const { rows: columns } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attnotnull and not atthasdef and attidentity = ''
       and attname <> 'organisation_id'`,
    [`app.${table}`],
  );
  const names = columns.map(({ name }) => `"${name}", `).join('');
  const values = columns.map(({ type }) => `${ANY_VALUE[type] ?? `null::${type}`}, `).join('');
  await client.query('create extension if not exists pgcrypto');
  await client.query('set session_replication_role = replica');
  await client.query(`insert into app.${table} (${names}organisation_id) values (${values}$1)`, [organisation]);
  await client.query('set session_replication_role = origin');
}

/** Whose rows of a table are seen through the product's own pool, in a transaction of Aleksandrów, by a query that forgot its filter. */
function seenOwners(table: string): Promise<string[]> {
  const { aleksandrow } = polku.founded.organisations;
  return polku.app.get(UnitOfWork, { strict: false }).run(aleksandrow, async () => {
    const { manager } = polku.app.get(UnitOfWork, { strict: false });
    const rows = rowsOf<{ owner: string }>(await manager.query(`select distinct organisation_id as owner from app.${table}`));
    return rows.map(({ owner }) => owner);
  });
}

describe('the tables of an organisation', () => {
  it('show nobody else’s rows, even to a query that forgot its filter', async () => {
    const { aleksandrow } = polku.founded.organisations;
    expect(tables.length).toBeGreaterThan(20);
    const seen = Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await seenOwners(table)] as const)));
    expect(seen).toEqual(Object.fromEntries(tables.map((table) => [table, [aleksandrow]])));
  });

  it('would show them without their policies: this test would notice', async () => {
    const { aleksandrow, lindvik } = polku.founded.organisations;
    for (const table of tables) {
      await polku.sql(`alter table app.${table} disable row level security`);
      expect([table, (await seenOwners(table)).toSorted()]).toEqual([table, [aleksandrow, lindvik].toSorted()]);
      await polku.sql(`alter table app.${table} enable row level security`);
    }
  });

  it('let nobody write into another organisation’s', async () => {
    const { aleksandrow, lindvik } = polku.founded.organisations;
    const work = polku.app.get(UnitOfWork, { strict: false });
    const write = (sql: string) => work.run(aleksandrow, () => work.manager.query(sql, [lindvik]));
    await expect(write(`insert into app.unit (id, organisation_id, name) values (gen_random_uuid(), $1, 'Roads')`)).rejects.toThrow(
      'row-level security',
    );
    await write(`update app.unit set name = 'Taken over' where organisation_id = $1`);
    await write(`update app.idea set step = 'stopped' where organisation_id = $1`);
    expect(await polku.sql(`select name from app.unit where name = 'Taken over'`)).toEqual([]);
    expect(await polku.sql(`select number from app.idea where step = 'stopped'`)).toEqual([]);
  });

  it('give nothing to a query outside of a transaction of somebody', async () => {
    const source = polku.app.get(DataSource, { strict: false });
    for (const table of tables) await expect(source.query(`select * from app.${table}`)).rejects.toThrow();
  });
});

describe('a job', () => {
  it('that forgot its organisation fails', async () => {
    for (const handler of polku.app.get(JobHandlers, { strict: false }).all().values()) {
      const job = { events: [crypto.randomUUID()], import: crypto.randomUUID(), deliveries: [crypto.randomUUID()] };
      await expect(handler({ organisation: '', ...job })).rejects.toThrow();
      await expect(handler(job as never)).rejects.toThrow();
    }
  });

  it('of another organisation finds nothing of this one', async () => {
    const before = await polku.sql(`select count(*) from app.notification`);
    const notify = polku.app.get(JobHandlers, { strict: false }).all().get('notify');
    expect(submission).not.toBe('');
    await notify?.({ organisation: polku.founded.organisations.lindvik, events: [submission] });
    expect(await polku.sql(`select count(*) from app.notification`)).toEqual(before);
  });
});
