// The Polku that is measured: one Node process beside a PostgreSQL of its own, with as many ideas as asked for.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkout } from '../build.mjs';
import { Sender, until } from './measure.mjs';

const ORGANISATION = '/api/v1/organisations/aleksandrow';
const built = (...path) => join(checkout, 'dist', 'server', 'src', ...path);
const NO_LIMITS = {
  POLKU_LIMIT_CHANGES: '0',
  POLKU_LIMIT_SEARCHES: '0',
  POLKU_LIMIT_VISITS: '0',
  POLKU_LIMIT_STREAMS_PER_PERSON: '1000',
  POLKU_LIMIT_IMPORT_ROWS: '1000000',
  POLKU_LIMIT_IMPORT_BYTES: '100000000',
};

/** Starts the database alone. */
export async function startDatabase() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'polku-bench-'));
  const { startEmbeddedPostgres } = await import(built('platform', 'embedded', 'index.js'));
  const postgres = await startEmbeddedPostgres({ dataFolder, log: () => undefined });
  return {
    url: postgres.url,
    stop: async () => {
      await postgres.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Starts a program that serves HTTP, and gives its address. */
export async function startServer(program, env, ready, nodeArgs = []) {
  const port = await freePort();
  const child = spawn(process.execPath, [...nodeArgs, program], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: String(port), ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const base = `http://127.0.0.1:${port}`;
  const ended = new Promise((_, reject) => child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`))));
  await Promise.race([
    until(() => fetch(`${base}${ready}`, { signal: AbortSignal.timeout(5_000) }).then(({ status }) => status < 500)),
    ended,
  ]);
  // Later it ends because it is told to.
  ended.catch(() => undefined);
  return {
    base,
    pid: child.pid,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}

/** Polku on a database, and Hanna of its hub signed in. */
export class Installation {
  static async start(databaseUrl, { nodeArgs = [], roles = 'web,worker' } = {}) {
    const dataFolder = mkdtempSync(join(tmpdir(), 'polku-bench-'));
    const server = await startServer(
      built('main.js'),
      {
        DATABASE_URL: databaseUrl,
        POLKU_DATA: dataFolder,
        POLKU_SECRET: 'a secret of thirty-two characters or more',
        POLKU_ROLES: roles,
        POLKU_SEED: 'demo',
        POLKU_LOG: 'error',
        ...NO_LIMITS,
      },
      '/health/ready',
      nodeArgs,
    );
    return new Installation(server, dataFolder);
  }

  constructor(server, dataFolder) {
    this.server = server;
    this.dataFolder = dataFolder;
    this.sender = new Sender(server.base, 250);
  }

  async signIn(email) {
    const { headers } = await this.sender.send('POST', '/api/v1/session', { body: { email, password: 'polku-demo' } });
    this.cookie = headers['set-cookie'][0].split(';')[0];
  }

  /** An address of the organisation. @throws for a status other than 2xx. */
  ask(method, path, body) {
    return this.sender.json(method, `${ORGANISATION}${path}`, { cookie: this.cookie, body });
  }

  /** The same, as it came over the wire. */
  raw(method, path, headers) {
    return this.sender.send(method, `${ORGANISATION}${path}`, { cookie: this.cookie, headers });
  }

  /** Imports so many rows that say something; gives how long it took, in seconds. */
  async importRows(rows, name) {
    const form = new FormData();
    form.append('file', new Blob([proposals(rows, name)]), `${name}.csv`);
    return this.importForm(form);
  }

  /** Imports a file of real proposals. */
  async importFile(path) {
    const form = new FormData();
    form.append('file', new Blob([readFileSync(path)]), 'proposals.csv');
    return this.importForm(form);
  }

  async importForm(form) {
    const mapping = { externalId: 'external_id', title: 'title', need: 'title', beneficiaries: 'beneficiaries', tags: 'categories' };
    form.append('mapping', JSON.stringify(mapping));
    const began = performance.now();
    const sent = await fetch(`${this.server.base}${ORGANISATION}/imports`, {
      method: 'POST',
      headers: { cookie: this.cookie },
      body: form,
    });
    const { id } = await sent.json();
    const done = await until(async () => {
      const view = await this.ask('GET', `/imports/${id}`);
      return ['done', 'failed'].includes(view.state) && view;
    });
    if (done.state !== 'done') throw new Error(`The import failed: ${JSON.stringify(done)}`);
    return { seconds: (performance.now() - began) / 1_000, rows: done.total };
  }

  /** How much memory the process holds, in MB; null where the system does not tell. */
  residentMegabytes() {
    return residentOf(this.server.pid);
  }

  async stop() {
    this.sender.close();
    await this.server.stop();
    rmSync(this.dataFolder, { recursive: true, force: true });
  }
}

/** Memory of a process in MB; null where the system does not tell. */
export function residentOf(pid) {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1_024;
  } catch {
    return null;
  }
}

const PLACES = ['szkoła', 'park', 'biblioteka', 'ulica', 'przystanek', 'rynek', 'dworzec', 'boisko', 'przedszkole', 'urząd', 'most', 'las'];
const THINGS = [
  'ławki',
  'zieleń',
  'oświetlenie',
  'powietrze',
  'rowery',
  'kosze',
  'mural',
  'czujniki',
  'dostępność',
  'cisza',
  'woda',
  'cień',
];
const WISHES = [
  'więcej',
  'bezpieczna',
  'czysta',
  'nowa',
  'wspólna',
  'otwarta',
  'sprawna',
  'dostępna',
  'zielona',
  'jasna',
  'cicha',
  'szybka',
];

/** A word that search looks for. */
export const aWord = (turn) => THINGS[turn % THINGS.length];

function proposals(rows, name) {
  const pick = (words, at) => words[at % words.length];
  const lines = Array.from({ length: rows }, (_, at) => {
    const title = `${pick(WISHES, at)} ${pick(THINGS, Math.floor(at / 7))}: ${pick(PLACES, Math.floor(at / 3))} numer ${at} (${name})`;
    return `${name}-${at},${title},seniorzy,"${pick(THINGS, at)},${pick(PLACES, at)}"`;
  });
  return `external_id,title,beneficiaries,categories\n${lines.join('\n')}\n`;
}

/** A port that nobody listens on now. */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
