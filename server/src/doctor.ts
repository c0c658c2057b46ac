import { statfs } from 'node:fs/promises';
import { Redis } from 'ioredis';
import { createTransport } from 'nodemailer';
import pg from 'pg';
import type { Finding } from './doctor-finding.js';
import { files, scanner } from './doctor-files.js';
import { SystemClock } from './platform/clock/index.js';
import { prepareDataFolder, type RunningConfig } from './platform/config/index.js';
import { madeAt } from './platform/outbox/index.js';
import { withDatabase } from './with-database.js';

const PATIENCE = 5_000;
const MINUTE = 60_000;
const LITTLE_SPACE = 1_000_000_000;

/**
 * Looks at every part that Polku needs, and at what waits in the database; prints a line each. Gives false when something does not work.
 * @throws StartError, ConfigError or MigrationError where settings or the database do not even let it begin.
 */
export function doctor(say: (line: string) => void): Promise<boolean> {
  return withDatabase(say, async (config) => {
    const findings = [
      settingsOf(config),
      await space(config),
      await files(config),
      await scanner(config),
      ...(await database(config)),
      await queue(config),
      await mail(config),
    ];
    const marks = { ok: '✓', look: '!', wrong: '✗' } as const;
    for (const { part, state, what } of findings) say(`${marks[state]} ${part}: ${what}`);
    return findings.every(({ state }) => state !== 'wrong');
  });
}

function settingsOf({ publicUrl, embedded }: RunningConfig): Finding {
  const part = 'settings';
  if (publicUrl?.protocol === 'https:') return { part, state: 'ok', what: `people come to ${publicUrl.origin}` };
  if (embedded) return { part, state: 'ok', what: 'the embedded database, for one machine' };
  return {
    part,
    state: 'look',
    what: 'PUBLIC_URL is not set to an https address: cookies are not Secure, and mails link to wherever they can',
  };
}

async function space({ dataFolder }: RunningConfig): Promise<Finding> {
  prepareDataFolder(dataFolder);
  const { bavail, bsize } = await statfs(dataFolder);
  const free = bavail * bsize;
  const what = `${(free / 1e9).toFixed(1)} GB free in ${dataFolder}`;
  return { part: 'disk', state: free < LITTLE_SPACE ? 'look' : 'ok', what };
}

async function database({ databaseUrl }: RunningConfig): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: PATIENCE });
  await client.connect();
  try {
    const { rows } = await client.query<{ version: string; organisations: number; oldest: string | null; late: number; stuck: number }>(
      `select current_setting('server_version') as version, (select count(*)::int from app.organisation) as organisations,
         (select min(event_id::text) from app.relay_pending) as oldest,
         (select count(*)::int from app.timer where due < now() - interval '5 minutes' and retry_at is null) as late,
         (select count(*)::int from app.timer where attempts > 2) as stuck`,
    );
    const [row] = rows;
    if (!row) throw new Error('The database gave no answer.');
    const mails = await waitingMails(client);
    return [
      { part: 'database', state: 'ok', what: `PostgreSQL ${row.version}, migrated; organisations: ${row.organisations}` },
      relay(row.oldest),
      timers(row),
      mails === 0
        ? { part: 'mails that wait', state: 'ok', what: 'none for more than an hour' }
        : { part: 'mails that wait', state: 'look', what: `${mails} for more than an hour: does a worker run, and does SMTP_URL work?` },
    ];
  } finally {
    await client.end();
  }
}

function relay(oldest: string | null): Finding {
  const part = 'relay';
  if (oldest === null) return { part, state: 'ok', what: 'all events are handed on' };
  const age = new SystemClock().now().getTime() - madeAt(oldest).getTime();
  const what = `the oldest event waits for ${Math.max(0, Math.round(age / 1_000))} s`;
  return age < MINUTE ? { part, state: 'ok', what } : { part, state: 'wrong', what: `${what}: no worker runs (POLKU_ROLES)` };
}

function timers({ late, stuck }: { readonly late: number; readonly stuck: number }): Finding {
  const part = 'timers';
  if (late > 0) return { part, state: 'wrong', what: `${late} should have run more than five minutes ago: no worker runs (POLKU_ROLES)` };
  if (stuck > 0) return { part, state: 'look', what: `${stuck} failed more than twice and will be tried again: see the worker's log` };
  return { part, state: 'ok', what: 'none is late' };
}

async function waitingMails(client: pg.Client): Promise<number> {
  const { rows: organisations } = await client.query<{ id: string }>('select id from app.organisation');
  let waiting = 0;
  for (const { id } of organisations) {
    await client.query(`select set_config('app.organisation', $1, false)`, [id]);
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from app.delivery where organisation_id = $1 and state = 'queued' and created_at < now() - interval '1 hour'`,
      [id],
    );
    waiting += rows[0]?.count ?? 0;
  }
  return waiting;
}

async function queue({ redisUrl }: RunningConfig): Promise<Finding> {
  const part = 'queue';
  if (redisUrl === null) return { part, state: 'ok', what: 'on PostgreSQL' };
  const redis = new Redis(redisUrl, { lazyConnect: true, connectTimeout: PATIENCE, retryStrategy: () => null });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const policy = /maxmemory_policy:(\S+)/.exec(await redis.info('memory'))?.[1] ?? 'unknown';
    if (policy === 'noeviction') return { part, state: 'ok', what: 'on Redis, which evicts nothing' };
    return { part, state: 'wrong', what: `Redis may throw jobs away (maxmemory-policy ${policy}): set it to noeviction` };
  } catch (error) {
    return { part, state: 'wrong', what: `Redis of REDIS_URL cannot be reached: ${messageOf(error)}` };
  } finally {
    redis.disconnect();
  }
}

async function mail({ smtpUrl, embedded }: RunningConfig): Promise<Finding> {
  const part = 'mail';
  if (smtpUrl === null) {
    return { part, state: embedded ? 'ok' : 'look', what: 'SMTP_URL is not set: mails are files in the data folder, nobody gets them' };
  }
  const transport = createTransport({ url: smtpUrl, connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE });
  try {
    await transport.verify();
    return { part, state: 'ok', what: 'the mail server lets us in' };
  } catch (error) {
    return { part, state: 'wrong', what: `the mail server of SMTP_URL says no: ${messageOf(error)}` };
  } finally {
    transport.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
