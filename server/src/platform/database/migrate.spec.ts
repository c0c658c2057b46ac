import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { scratchDatabase, withClient } from '../../../test/database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/index.js';
import { migrate, MigrationError } from './migrate.js';

/** A server of its own: roles belong to the whole server, and here nobody has made Polku's yet. */
let server: EmbeddedPostgres;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'polku-owner-'));
  chmodSync(dataFolder, 0o755);
  server = await startEmbeddedPostgres({ dataFolder, log: () => undefined, settings: { fsync: 'off' } });
  await withClient(server.url, async (client) => {
    await client.query(`create role plain login createrole password 'plain'`);
    await client.query(`create role poor login password 'poor'`);
    await client.query(`create database plain owner plain`);
    await client.query(`create database poor owner poor`);
  });
});

afterAll(async () => {
  await server.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

const as = (owner: string) => {
  const url = new URL(server.url);
  url.username = owner;
  url.password = owner;
  url.pathname = `/${owner}`;
  return url.href;
};

describe('preparing the database', () => {
  it('tells an owner who may not make roles which SQL an administrator must run', async () => {
    const refusal = migrate(as('poor'));
    await expect(refusal).rejects.toThrow(MigrationError);
    await expect(refusal).rejects.toThrow('CREATE ROLE polku_app NOLOGIN; GRANT polku_app TO poor');
  });

  it('works for a plain owner, who grants itself the roles it makes, and again and at the same time', async () => {
    await Promise.all([migrate(as('plain')), migrate(as('plain'))]);
    await migrate(as('plain'));
    for (const role of ['polku_app', 'polku_queue']) {
      const client = new pg.Client({ connectionString: as('plain'), options: `-c role=${role}` });
      await client.connect();
      const { rows } = await client.query<{ role: string }>('select current_role as role');
      expect(rows[0]?.role).toBe(role);
      await client.end();
    }
  });

  it('keeps the queue’s role away from the application’s tables, and the other way round', async () => {
    const query = async (role: string, sql: string) => {
      const client = new pg.Client({ connectionString: as('plain'), options: `-c role=${role}` });
      await client.connect();
      await client.query(`select set_config('app.organisation', '11111111-1111-7111-8111-111111111111', false)`);
      return client
        .query(sql)
        .then(() => 'allowed')
        .catch((error: unknown) => (error as Error).message)
        .finally(() => client.end());
    };
    expect(await query('polku_queue', 'select * from app.person')).toContain('permission denied');
    expect(await query('polku_app', 'select * from bullmq.job')).toContain('permission denied');
    expect(await query('polku_app', 'update app.domain_event set kind = kind')).toContain('permission denied');
    expect(await query('polku_app', 'delete from app.domain_event')).toContain('permission denied');
    expect(await query('polku_app', 'update app.domain_event set place = place')).toBe('allowed');
  });
});

describe('row-level security', () => {
  /** Tables without a tenant: the short list of the architecture. */
  const WITHOUT_TENANT = [
    'membership',
    'migrations',
    'organisation',
    'person',
    'person_identity',
    'relay_head',
    'relay_pending',
    'session',
    'timer',
  ];

  it('is forced on every table but a short list', async () => {
    const database = await scratchDatabase();
    const { rows } = await withClient(database.url, (client) =>
      client.query<{ relname: string; shut: boolean; policies: number }>(
        `select c.relname, c.relrowsecurity and c.relforcerowsecurity as shut,
           (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies
         from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'app' and c.relkind = 'r' order by 1`,
      ),
    );
    expect(rows.filter((row) => !row.shut).map((row) => row.relname)).toEqual(WITHOUT_TENANT);
    expect(rows.filter((row) => row.shut && row.policies !== 1)).toEqual([]);
    await database.drop();
  });

  it('hides the rows of others even from a query that forgot its filter, and would not without its policy', async () => {
    const database = await scratchDatabase();
    const [one, other] = ['11111111-1111-7111-8111-111111111111', '22222222-2222-7222-8222-222222222222'];
    await withClient(database.url, async (client) => {
      for (const id of [one, other]) {
        await client.query(
          `insert into app.organisation (id, slug, name, language, time_zone, default_pathway, created_at) values ($1::uuid, 'o' || left($1::text, 1), 'O', 'en', 'UTC', 'p', now())`,
          [id],
        );
        await client.query(`insert into app.unit (id, organisation_id, name) values (gen_random_uuid(), $1, 'Roads')`, [id]);
      }
    });
    const seen = async () => {
      const client = new pg.Client({ connectionString: database.url, options: '-c role=polku_app' });
      await client.connect();
      await client.query('begin');
      await client.query(`select set_config('app.organisation', $1, true)`, [one]);
      const { rows } = await client.query('select * from app.unit');
      await client.end();
      return rows.length;
    };
    expect(await seen()).toBe(1);
    await withClient(database.url, (client) => client.query('alter table app.unit disable row level security'));
    expect(await seen()).toBe(2);
    await database.drop();
  });

  it('raises, and gives no rows, to a transaction that forgot its tenant', async () => {
    const database = await scratchDatabase();
    const client = new pg.Client({ connectionString: database.url, options: '-c role=polku_app' });
    await client.connect();
    await expect(client.query('select * from app.idea')).rejects.toThrow('app.organisation');
    await client.query(`select set_config('app.organisation', '', false)`);
    await expect(client.query('select * from app.idea')).rejects.toThrow('uuid');
    await client.end();
    await database.drop();
  });
});
