// npm run bench: how fast, as ratios in one run on one machine. Prints a table and writes dist/bench.json.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWhenChanged, checkout } from './build.mjs';
import { giveUp } from './run.mjs';

/** The board's first answer may take this much longer on the large board than on the small one. */
const BOARD_BAR = 1.3;
const ROUNDS = 200;

const { ok, output } = await buildWhenChanged();
if (!ok) giveUp('The build failed, see above.', output);

const dataFolder = mkdtempSync(join(tmpdir(), 'polku-bench-'));
const port = await freePort();
const server = spawn(process.execPath, [join(checkout, 'dist', 'server', 'src', 'main.js')], {
  env: {
    PATH: process.env.PATH,
    PORT: String(port),
    POLKU_DATA: dataFolder,
    POLKU_LOG: 'error',
    POLKU_LIMIT_CHANGES: '0',
    POLKU_LIMIT_SEARCHES: '0',
    POLKU_LIMIT_VISITS: '0',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
});
const base = `http://127.0.0.1:${port}`;
const O = `${base}/api/v1/organisations/aleksandrow`;
const results = [];
try {
  await until(async () => (await fetch(`${base}/health/ready`)).ok);
  const cookie = await signIn('hanna@aleksandrow.example');
  const [small, large] = files();
  await importFile(cookie, small);
  const one = await board(cookie);
  await importFile(cookie, large);
  const two = await board(cookie);
  const ratio = two.median / one.median;
  record(
    `board of ${one.ideas} ideas, first answer`,
    `${one.median.toFixed(1)} ms median, ${one.p95.toFixed(1)} ms p95, ${one.gzip} bytes gzip`,
  );
  record(
    `board of ${two.ideas} ideas, first answer`,
    `${two.median.toFixed(1)} ms median, ${two.p95.toFixed(1)} ms p95, ${two.gzip} bytes gzip`,
  );
  record('ratio of the medians', ratio.toFixed(2), `at most ${BOARD_BAR}`, ratio <= BOARD_BAR);
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(dataFolder, { recursive: true, force: true });
}
writeFileSync(join(checkout, 'dist', 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);
if (results.some((it) => it.met === false)) process.exitCode = 1;

function record(work, figure, bar = '', met = null) {
  results.push({ work, figure, bar, met });
  console.log(`${work.padEnd(44)} ${figure}${bar ? `   (${bar}: ${met ? 'met' : 'MISSED'})` : ''}`);
}

/** The real proposals of POLKU_TRY_DATA, or as many rows made here. */
function files() {
  const folder = process.env.POLKU_TRY_DATA;
  if (folder) return ['warszawa-2025.csv', 'warszawa-2017-2024.csv'].map((name) => ({ name, content: readFileSync(join(folder, name)) }));
  return [
    { name: 'small.csv', content: made(1_097, 'small') },
    { name: 'large.csv', content: made(11_461, 'large') },
  ];
}

function made(rows, prefix) {
  const lines = Array.from(
    { length: rows },
    (_, row) => `${prefix}-${row},Więcej zieleni i ławek przy ulicy numer ${row},seniorzy,"zieleń,ulice"`,
  );
  return Buffer.from(`external_id,title,beneficiaries,categories\n${lines.join('\n')}\n`);
}

async function signIn(email) {
  const response = await fetch(`${base}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'polku-demo' }),
  });
  return response.headers.get('set-cookie').split(';')[0];
}

async function importFile(cookie, { name, content }) {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  form.append(
    'mapping',
    JSON.stringify({ externalId: 'external_id', title: 'title', need: 'title', beneficiaries: 'beneficiaries', tags: 'categories' }),
  );
  const started = performance.now();
  const sent = await fetch(`${O}/imports`, { method: 'POST', headers: { cookie }, body: form });
  const { id } = await sent.json();
  const done = await until(async () => {
    const view = await (await fetch(`${O}/imports/${id}`, { headers: { cookie } })).json();
    return ['done', 'failed'].includes(view.state) && view;
  });
  const took = (performance.now() - started) / 1_000;
  record(
    `import of ${done.total} rows`,
    `${took.toFixed(1)} s (${done.created} created)`,
    '11,000 rows in at most 30 s',
    done.state === 'done' && took <= 30,
  );
}

/** The board's first answer, warm. */
async function board(cookie) {
  const times = [];
  let gzip = 0;
  let ideas = 0;
  for (let round = 0; round < ROUNDS + 20; round += 1) {
    const from = performance.now();
    const response = await fetch(`${O}/boards/helsingborg`, { headers: { cookie, 'accept-encoding': 'gzip' } });
    const view = await response.json();
    if (round >= 20) times.push(performance.now() - from);
    ideas = view.columns.reduce((sum, column) => sum + column.total, 0);
    if (round === 0) gzip = gzipSync(JSON.stringify(view)).length;
  }
  times.sort((a, b) => a - b);
  return { ideas, gzip, median: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)] };
}

async function until(condition) {
  for (;;) {
    const value = await condition().catch(() => null);
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port: free } = probe.address();
      probe.close(() => resolve(free));
    });
  });
}
