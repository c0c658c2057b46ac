import { runMigrations } from 'bullmq';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { APP_ROLE, QUEUE_ROLE, QUEUE_SCHEMA } from './data-source.js';
import { migrations } from './migrations/index.js';

// An arbitrary number that spells "polk": whoever starts first migrates, the others wait.
const MIGRATION_LOCK = 0x706f6c6b;

/** The database cannot be prepared; the message says what an administrator must do. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings the database to this version, as its owner: roles, schemas, tables, and BullMQ's own tables.
 * Safe to call from several processes at once, and again.
 * @throws MigrationError when the owner may not do what is needed.
 */
export async function migrate(databaseUrl: string): Promise<void> {
  const owner = new pg.Client({ connectionString: databaseUrl });
  try {
    await owner.connect();
  } catch (error) {
    throw new MigrationError(`The database of DATABASE_URL cannot be reached: ${messageOf(error)}`);
  }
  try {
    await owner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseOldServer(owner);
    await prepareRoles(owner);
    await owner.query(`create schema if not exists app`);
    await owner.query(`create schema if not exists ${QUEUE_SCHEMA}`);
    await runTypeOrmMigrations(databaseUrl);
    await runMigrations(owner, QUEUE_SCHEMA);
    await grantQueue(owner);
  } finally {
    await owner.end();
  }
}

async function runTypeOrmMigrations(databaseUrl: string): Promise<void> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: databaseUrl,
    schema: 'app',
    migrations,
    migrationsTransactionMode: 'each',
    poolSize: 2,
  });
  await dataSource.initialize();
  try {
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}

async function refuseOldServer(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ server_version_num: string }>('show server_version_num');
  if (Number(rows[0]?.server_version_num) < 150_000) throw new MigrationError('Polku needs PostgreSQL 15 or newer.');
}

async function prepareRoles(owner: pg.Client): Promise<void> {
  for (const role of [APP_ROLE, QUEUE_ROLE]) {
    const { rows } = await owner.query<{ usable: boolean | null }>(
      `select (select case when current_setting('server_version_num')::int >= 160000
                then pg_has_role(current_user, oid, 'SET') else pg_has_role(current_user, oid, 'MEMBER') end
               from pg_roles where rolname = $1) as usable`,
      [role],
    );
    const usable = rows[0]?.usable ?? null;
    try {
      if (usable === null) await createRole(owner, role);
      if (usable !== true) await grantRole(owner, role);
    } catch (error) {
      throw new MigrationError(
        `The owner of the database may not prepare the role ${role} (${messageOf(error)}). ` +
          `An administrator must run: CREATE ROLE ${role} NOLOGIN; GRANT ${role} TO ${await currentUser(owner)} WITH SET TRUE, INHERIT FALSE; ` +
          `(on PostgreSQL 15 without the WITH part), then start again.`,
      );
    }
  }
}

async function createRole(owner: pg.Client, role: string): Promise<void> {
  try {
    await owner.query(`create role ${role} nologin`);
  } catch (error) {
    // Roles belong to the whole server: another database's start may have been faster.
    if (codeOf(error) !== '42710' && codeOf(error) !== '23505') throw error;
  }
}

async function grantRole(owner: pg.Client, role: string): Promise<void> {
  const { rows } = await owner.query<{ super: boolean; version: number }>(
    `select rolsuper as super, current_setting('server_version_num')::int as version from pg_roles where rolname = current_user`,
  );
  const me = rows[0];
  if (!me || me.super) return;
  await owner.query(`grant ${role} to current_user${me.version >= 160_000 ? ' with set true, inherit false' : ''}`);
}

async function grantQueue(owner: pg.Client): Promise<void> {
  // BullMQ makes sequences and temporary tables at run time, hence CREATE and TEMPORARY; what it made is its own, and not ours to give.
  await owner.query(`
    grant usage, create on schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE};
    do $$ declare made record; begin
      for made in select oid::regclass as name, case relkind when 'S' then 'sequence' else 'table' end as kind from pg_class
        where relnamespace = '${QUEUE_SCHEMA}'::regnamespace and relkind in ('r', 'p', 'S') and relowner = current_user::regrole
      loop execute format('grant all on %s %s to ${QUEUE_ROLE}', made.kind, made.name); end loop;
    end $$;
    grant execute on all functions in schema ${QUEUE_SCHEMA} to ${QUEUE_ROLE};
    do $$ begin execute format('grant connect, temporary on database %I to ${QUEUE_ROLE}', current_database()); end $$;
    do $$ begin execute format('grant connect on database %I to ${APP_ROLE}', current_database()); end $$;
  `);
}

async function currentUser(owner: pg.Client): Promise<string> {
  const { rows } = await owner.query<{ name: string }>('select quote_ident(current_user) as name');
  return rows[0]?.name ?? 'the owner';
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || String(codeOf(error)) : String(error);
}

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
