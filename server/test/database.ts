import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../src/platform/database/index.js';

/** A database of a test's own, migrated and empty. */
export interface ScratchDatabase {
  /** Connection of its owner. */
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes a database on the server of the run: a copy of one that was migrated once. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  return copyOf(await migratedDatabase());
}

/** The same, with what somebody filled into one once, under this name. */
export async function filledDatabase(name: string, fill: (url: string) => Promise<void>): Promise<ScratchDatabase> {
  return copyOf(await madeOnce(name, `template ${await migratedDatabase()}`, fill));
}

async function copyOf(template: string): Promise<ScratchDatabase> {
  const url = await newDatabase(`template ${template} strategy file_copy`);
  return { url, drop: () => onServer(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`) };
}

/** Makes a database without any tables. */
export async function emptyDatabase(): Promise<string> {
  return newDatabase('');
}

async function newDatabase(how: string): Promise<string> {
  const name = `polku_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} ${how}`);
  return urlOf(name);
}

function migratedDatabase(): Promise<string> {
  return madeOnce('migrated', '', migrate);
}

/** A database of the run that others are copies of; whoever needs it first makes it. */
async function madeOnce(what: string, how: string, fill: (url: string) => Promise<void>): Promise<string> {
  const name = `polku_${what}_${process.env['POLKU_TEST_RUN'] ?? ''}`;
  await withClient(serverUrl(), async (client) => {
    await client.query(`select pg_advisory_lock(hashtext($1))`, [name]);
    const { rowCount } = await client.query(`select 1 from pg_database where datname = $1`, [name]);
    if (rowCount) return;
    await client.query(`create database ${name}_begun ${how}`);
    await fill(urlOf(`${name}_begun`));
    await client.query(`alter database ${name}_begun rename to ${name}`);
  });
  return name;
}

function urlOf(name: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs one statement as the owner of the server of the run. */
export async function onServer(sql: string): Promise<void> {
  await withClient(serverUrl(), (client) => client.query(sql));
}

/** Lends a connection. */
export async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env['POLKU_TEST_DATABASE_URL'];
  if (!url) throw new Error('POLKU_TEST_DATABASE_URL is not set: run the tests with server/jest.config.mjs.');
  return url;
}
