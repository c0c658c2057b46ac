// The physical limit: the least SQL of a move (one row changed, one line of history written, one transaction) on the same PostgreSQL.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pace } from './measure.mjs';

export const CARDS = 1_000;

/** Makes the tables of the limit and of the bare handler. */
export async function prepareLimit(databaseUrl) {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await client.query(`
    drop schema if exists bench cascade;
    create schema bench;
    create table bench.card (id int primary key, step text not null, version int not null, rank text not null, updated_at timestamptz not null);
    create table bench.transition (id bigint generated always as identity primary key, card int not null, version int not null,
      from_step text not null, to_step text not null, at timestamptz not null);
    create table bench.event (id bigint generated always as identity primary key, card int not null, kind text not null, data jsonb not null,
      at timestamptz not null);
    create table bench.session (token text primary key, member text not null, roles text[] not null);
    insert into bench.card select n, 'submitted', 1, 'a' || n, now() from generate_series(1, ${CARDS}) n;
    insert into bench.session values ('the token', 'hanna', '{hub}');
  `);
  await client.end();
}

/** Transactions a second at so many clients, and what drove them. */
export async function measureLimit(databaseUrl, clients, seconds) {
  const folder = mkdtempSync(join(tmpdir(), 'polku-limit-'));
  const script = join(folder, 'move.sql');
  writeFileSync(
    script,
    `\\set id random(1, ${CARDS})
begin;
update bench.card set step = 'pilot', version = version + 1, updated_at = now() where id = :id;
insert into bench.transition (card, version, from_step, to_step, at) values (:id, 1, 'submitted', 'pilot', now());
commit;
`,
  );
  const args = ['-n', '-M', 'prepared', '-c', String(clients), '-j', '1', '-T', String(seconds), '-f', script, databaseUrl];
  const { status, stdout } = spawnSync('pgbench', args, { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const said = /tps = ([\d.]+)/.exec(stdout ?? '')?.[1];
  if (status === 0 && said) return { by: 'pgbench', perSecond: Number(said) };
  return { by: 'prepared statements of pg (there is no pgbench here)', perSecond: await byDriver(databaseUrl, clients, seconds) };
}

async function byDriver(databaseUrl, clients, seconds) {
  const connections = await Promise.all(
    Array.from({ length: clients }, async () => {
      const client = new pg.Client(databaseUrl);
      await client.connect();
      return client;
    }),
  );
  const { perSecond } = await pace(clients, seconds, async (at) => {
    const client = connections[at];
    const id = 1 + Math.floor(Math.random() * CARDS);
    await client.query('begin');
    await client.query({
      name: 'move',
      text: `update bench.card set step = 'pilot', version = version + 1, updated_at = now() where id = $1`,
      values: [id],
    });
    await client.query({
      name: 'note',
      text: `insert into bench.transition (card, version, from_step, to_step, at) values ($1, 1, 'submitted', 'pilot', now())`,
      values: [id],
    });
    await client.query('commit');
  });
  await Promise.all(connections.map((client) => client.end()));
  return perSecond;
}
