import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { scratchDatabase, withClient } from '../../../test/database.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/index.js';
import { migrate, MigrationError } from './migrate.js';
import { migrations } from './migrations/index.js';

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

  it('works for a plain owner again after the queue has made sequences of its own', async () => {
    await migrate(as('plain'));
    const queue = new pg.Client({ connectionString: as('plain'), options: '-c role=polku_queue' });
    await queue.connect();
    await queue.query('create sequence bullmq.made_at_run_time');
    await queue.end();
    await migrate(as('plain'));
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

describe('bringing older rows along', () => {
  it('completes the test cards of every organisation, also for an owner who is bound by row-level security', async () => {
    await migrate(as('plain'));
    await withClient(server.url, (client) => client.query(`create database older owner plain`));
    const url = new URL(as('plain'));
    url.pathname = '/older';
    await withClient(url.href, (client) => client.query(`create schema app`));
    const before = new DataSource({
      type: 'postgres',
      url: url.href,
      schema: 'app',
      migrations: migrations.slice(0, 4),
    });
    await before.initialize();
    await before.runMigrations({ transaction: 'each' });
    await before.destroy();
    const card = { hypothesis: 'Shade helps.', kind: 'proportion', threshold: 0.3, endsOn: '2026-04-10' };
    const organisations = ['11111111-1111-7111-8111-111111111111', '22222222-2222-7222-8222-222222222222'];
    await withClient(url.href, async (client) => {
      for (const id of organisations) {
        await client.query(`select set_config('app.organisation', $1, false)`, [id]);
        await client.query(
          `insert into app.organisation (id, slug, name, language, time_zone, default_pathway, created_at)
           values ($1::uuid, 'o' || left($1::text, 1), 'O', 'en', 'UTC', 'p', now())`,
          [id],
        );
        await client.query(`insert into app.person (id, language, created_at) values ($1, 'en', now())`, [id]);
        await client.query(
          `insert into app.membership (id, organisation_id, person_id, roles, created_at) values ($1, $1, $1, '{employee}', now())`,
          [id],
        );
        await client.query(
          `insert into app.idea (id, organisation_id, number, pathway, pathway_version, step, step_since, rank, version, language, title, need,
             created_at, updated_at) values ($1, $1, 1, 'p', 1, 'pilot', now(), 'a0', 1, 'en', 'T', 'N', now(), now())`,
          [id],
        );
        await client.query(
          `insert into app.experiment (id, organisation_id, idea_id, number, version, state, title, card, created_by, created_at, updated_at)
           values ($1, $1, $1, 1, 2, 'running', 'T', $2, $1, now(), now())`,
          [id, JSON.stringify(card)],
        );
        await client.query(
          `insert into app.measurement (id, organisation_id, experiment_id, group_name, measured_on, successes, total, at)
           values ($1, $1, $1, 'test', '2026-03-02', 3, 4, now())`,
          [id],
        );
      }
    });
    await migrate(url.href);
    await withClient(url.href, async (client) => {
      for (const id of organisations) {
        await client.query(`select set_config('app.organisation', $1, false)`, [id]);
        const { rows } = await client.query<{ card: object; withdrawn_at: Date | null }>(
          `select e.card, m.withdrawn_at from app.experiment e join app.measurement m on m.experiment_id = e.id where e.id = $1`,
          [id],
        );
        expect(rows).toEqual([{ card: { ...BLANK, ...card }, withdrawn_at: null }]);
      }
    });
  });

  /** What an older card does not say. */
  const BLANK = {
    unit: null,
    completeCount: false,
    sampleSize: null,
    costCap: null,
    responsible: [],
    risks: null,
    personalData: null,
    legalBasis: null,
    dataProtectionContact: null,
    participantInformation: null,
  };
});

describe('row-level security', () => {
  /** Tables without a tenant: the short list of the architecture. */
  const WITHOUT_TENANT = [
    'failed_sign_in',
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
