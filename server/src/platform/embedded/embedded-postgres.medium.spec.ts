import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { joinEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.js';

const here = import.meta.dirname;
const loader = resolve(here, '../../../test/load-typescript.mjs');

/** A process of its own that starts the database and stays, as Polku does. */
const KEEPER = `
const { startEmbeddedPostgres } = await import(${JSON.stringify(join(here, 'embedded-postgres.ts'))});
try {
  const database = await startEmbeddedPostgres({ dataFolder: process.argv[1], log: (line) => console.log('log ' + line) });
  process.on('SIGTERM', () => database.stop().then(() => process.exit(0)));
  process.on('SIGHUP', () => process.exit(3));
  setInterval(() => undefined, 1000);
  // Last: whoever reads this may send a signal at once.
  console.log('url ' + database.url);
} catch (error) {
  console.log(error.name + ' ' + error.message);
}
`;

const folders: string[] = [];
const processes: ChildProcess[] = [];

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'polku-embedded-'));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

/** Starts a keeper and waits for its line that begins with one of the words. */
async function keeper(folder: string, until: string): Promise<{ child: ChildProcess; line: string; output: () => string }> {
  const child = spawn(process.execPath, ['--import', loader, '--input-type=module', '-e', KEEPER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const line = () => output.split('\n').find((each) => each.startsWith(until) && output.includes(`${each}\n`));
  await become(() => line() !== undefined || child.exitCode !== null);
  return { child, line: line()?.slice(until.length + 1) ?? output, output: () => output };
}

async function become(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(20);
}

async function ask<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const postmasterOf = (folder: string): number =>
  Number(readFileSync(join(folder, 'postgres', 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

const isRunning = (pid: number): boolean => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
  } catch {
    return false;
  }
};

const silent = () => undefined;

afterAll(() => {
  for (const child of processes) child.kill('SIGHUP');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the embedded PostgreSQL', () => {
  it('starts, keeps what was written, and stops', async () => {
    const dataFolder = newFolder();
    const first = await startEmbeddedPostgres({ dataFolder, log: silent });
    await ask(first.url, `CREATE TABLE kept AS SELECT 'zażółć gęślą jaźń'::text AS words`);
    const pid = postmasterOf(dataFolder);
    await first.stop();
    await first.stop();
    expect(isRunning(pid)).toBe(false);
    const second = await startEmbeddedPostgres({ dataFolder, log: silent });
    expect(await ask(second.url, 'SELECT words FROM kept')).toEqual([{ words: 'zażółć gęślą jaźń' }]);
    await second.stop();
  });

  it('is durable, knows every alphabet, listens on the loopback address only and asks for the password', async () => {
    const dataFolder = newFolder();
    const { url, stop } = await startEmbeddedPostgres({ dataFolder, log: silent });
    const settings = await ask<{ name: string; setting: string }>(
      url,
      `SELECT name, setting FROM pg_settings
       WHERE name IN ('fsync', 'synchronous_commit', 'full_page_writes', 'listen_addresses', 'server_encoding', 'TimeZone') ORDER BY name`,
    );
    expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      listen_addresses: '127.0.0.1',
      server_encoding: 'UTF8',
      TimeZone: 'UTC',
    });
    expect(await ask(url, `SELECT 'Ł' < 'M' AS sorted, lower('ŚĆÅ') AS lower`)).toEqual([{ sorted: true, lower: 'śćå' }]);
    await expect(ask(url.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(dataFolder, 'database-password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dataFolder, 'database-url')).mode & 0o777).toBe(0o600);
    await stop();
  });

  it('recovers after a SIGKILL left its database running', async () => {
    const dataFolder = newFolder();
    const { child, line } = await keeper(dataFolder, 'url');
    await ask(line, 'CREATE TABLE kept AS SELECT 1 AS one');
    const orphan = postmasterOf(dataFolder);
    child.kill('SIGKILL');
    await become(() => child.signalCode !== null);
    expect(isRunning(orphan)).toBe(true);
    const lines: string[] = [];
    const { url, stop } = await startEmbeddedPostgres({ dataFolder, log: (each) => lines.push(each) });
    expect(isRunning(orphan)).toBe(false);
    expect(await ask(url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    expect(lines).toContain('Stopping the database that an interrupted Polku left running.');
    await stop();
  });

  it('recovers after both were killed, even when the old process id belongs to somebody else', async () => {
    const dataFolder = newFolder();
    const { child } = await keeper(dataFolder, 'url');
    const orphan = postmasterOf(dataFolder);
    child.kill('SIGKILL');
    process.kill(orphan, 'SIGKILL');
    await become(() => child.signalCode !== null && !isRunning(orphan));
    const file = join(dataFolder, 'postgres', 'cluster', 'postmaster.pid');
    writeFileSync(file, readFileSync(file, 'utf8').replace(String(orphan), String(process.pid)));
    const { stop } = await startEmbeddedPostgres({ dataFolder, log: silent });
    await stop();
  });

  it('starts a database that died by itself again, on the same address', async () => {
    const dataFolder = newFolder();
    const { url, stop } = await startEmbeddedPostgres({ dataFolder, log: silent });
    const first = postmasterOf(dataFolder);
    process.kill(first, 'SIGKILL');
    await become(() =>
      ask(url, 'SELECT 1').then(
        () => true,
        () => false,
      ),
    );
    expect(postmasterOf(dataFolder)).not.toBe(first);
    await stop();
  });

  it('starts a database that somebody else told to stop again, though its clients would have kept it waiting', async () => {
    const dataFolder = newFolder();
    const lines: string[] = [];
    const { url, stop } = await startEmbeddedPostgres({ dataFolder, log: (each) => lines.push(each) });
    const first = postmasterOf(dataFolder);
    const client = new pg.Client({ connectionString: url });
    const left = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    process.kill(first, 'SIGTERM');
    await left;
    await become(() =>
      ask(url, 'SELECT 1').then(
        () => true,
        () => false,
      ),
    );
    expect(postmasterOf(dataFolder)).not.toBe(first);
    expect(lines.slice(-2)).toEqual([
      'The database was told to stop, and not by Polku.',
      'The database stopped by itself: starting it again.',
    ]);
    await stop();
  });

  it('leaves no database behind when Polku ends without its shutdown', async () => {
    const dataFolder = newFolder();
    const { child } = await keeper(dataFolder, 'url');
    const pid = postmasterOf(dataFolder);
    child.kill('SIGHUP');
    await become(() => child.exitCode === 3 && !isRunning(pid));
  });

  it('is not in the process group that Ctrl-C reaches', async () => {
    const dataFolder = newFolder();
    const { stop } = await startEmbeddedPostgres({ dataFolder, log: silent });
    const groupOf = (pid: number) =>
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')[2];
    expect(groupOf(postmasterOf(dataFolder))).toBe(String(postmasterOf(dataFolder)));
    await stop();
  });

  it('refuses a second Polku on the same data folder, and lets a command join', async () => {
    const dataFolder = newFolder();
    const { child, line } = await keeper(dataFolder, 'url');
    const refusal = `Another Polku (process ${child.pid}) is using the data folder ${dataFolder}: stop it, or set POLKU_DATA to another folder.`;
    await expect(startEmbeddedPostgres({ dataFolder, log: silent })).rejects.toThrow(refusal);
    const joined = await joinEmbeddedPostgres({ dataFolder, log: silent });
    expect(joined.url).toBe(line);
    await joined.stop();
    await ask(line, 'SELECT 1');
    child.kill('SIGTERM');
    await become(() => child.exitCode === 0);
    const alone = await joinEmbeddedPostgres({ dataFolder, log: silent });
    await ask(alone.url, 'SELECT 1');
    await alone.stop();
  });

  it('says in one line that a cluster is of another version', async () => {
    const dataFolder = newFolder();
    const { stop } = await startEmbeddedPostgres({ dataFolder, log: silent });
    await stop();
    writeFileSync(join(dataFolder, 'postgres', 'cluster', 'PG_VERSION'), '14\n');
    await expect(startEmbeddedPostgres({ dataFolder, log: silent })).rejects.toThrow(/was made by PostgreSQL 14, this Polku brings \d+/);
  });
});
