import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { migrate } from '../src/platform/database/index.js';

/** A database of a test's own, migrated and empty. */
export interface ScratchDatabase {
  /** Connection of its owner. */
  readonly url: string;
  drop(): Promise<void>;
}

/** Makes a database on the server of the run. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const url = await emptyDatabase();
  await migrate(url);
  return { url, drop: () => onServer(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`) };
}

/** Makes a database without any tables. */
export async function emptyDatabase(): Promise<string> {
  const name = `polku_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
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
