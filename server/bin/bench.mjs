// npm run bench: how fast, as ratios in one run on one machine. Prints a table and writes dist/bench.json.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Installation, residentOf, startDatabase, startServer } from './bench/installation.mjs';
import { measureLimit, prepareLimit } from './bench/limit.mjs';
import { Sender } from './bench/measure.mjs';
import { bareMoves, board, drained, followersTold, moves, searches, seenElsewhere, submissions } from './bench/stages.mjs';
import { buildWhenChanged, checkout } from './build.mjs';
import { giveUp } from './run.mjs';

const CLIENTS = 10;
const SECONDS = Number(process.env.POLKU_BENCH_SECONDS ?? 8);
const SIZES = (process.env.POLKU_BENCH_IDEAS ?? '1000,10000,100000').split(',').map(Number);
const STREAMS = 200;
const FOLLOWERS = 10_000;
/** A folder for a profile of the server (`--cpu-prof`). */
const PROFILE = process.env.POLKU_BENCH_PROFILE;

const { ok, output } = await buildWhenChanged();
if (!ok) giveUp('The build failed, see above.', output);

const results = [];
const sizes = new Map();
const database = await startDatabase();
try {
  await prepareLimit(database.url);
  const polku = await Installation.start(database.url, { nodeArgs: PROFILE ? ['--cpu-prof', `--cpu-prof-dir=${PROFILE}`] : [] });
  await polku.signIn('hanna@aleksandrow.example');
  try {
    for (const size of SIZES) await measureAt(polku, size);
    judge(polku);
    await realImport(polku);
    const { p95 } = await seenElsewhere(polku, STREAMS, 60);
    record(`a move is seen elsewhere, ${STREAMS} streams open`, `${ms(p95)} p95 after its answer`, 'at most 150 ms', p95 <= 150);
    const heard = await followersTold(polku, FOLLOWERS, { withClient, waiting });
    record(`${FOLLOWERS} followers of one idea told of its move`, `${heard.seconds.toFixed(1)} s`, 'at most 10 s', heard.seconds <= 10);
    if (heard.grown !== null) record('memory that this took', `${heard.grown.toFixed(0)} MB more`, 'at most 50 MB', heard.grown <= 50);
  } finally {
    await polku.stop();
  }
  await webAlone();
} finally {
  await database.stop();
}
await startAgain();
writeFileSync(join(checkout, 'dist', 'bench.json'), `${JSON.stringify(results, null, 2)}\n`);
if (results.some(({ met }) => met === false)) process.exitCode = 1;

/** What `npm start` does, the second time: the time to ready, and the memory after the demo. */
async function startAgain() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'polku-again-'));
  const start = () =>
    startServer(join(checkout, 'dist', 'server', 'src', 'main.js'), { POLKU_DATA: dataFolder, POLKU_LOG: 'error' }, '/health/ready');
  await (await start()).stop();
  const began = performance.now();
  const again = await start();
  const seconds = (performance.now() - began) / 1_000;
  const memory = residentOf(again.pid);
  await again.stop();
  rmSync(dataFolder, { recursive: true, force: true });
  record('start again, built', `${seconds.toFixed(1)} s to ready`, 'at most 5 s', seconds <= 5);
  if (memory !== null) record('memory of the process, with the demo', `${memory.toFixed(0)} MB resident`, 'at most 350 MB', memory <= 350);
}

/** The real proposals of POLKU_TRY_DATA, where there are any. */
async function realImport(polku) {
  const folder = process.env.POLKU_TRY_DATA;
  if (!folder) return;
  const { seconds, rows } = await polku.importFile(join(folder, 'warszawa-2017-2024.csv'));
  record(`import of ${rows} real proposals`, `${seconds.toFixed(1)} s`, '11,000 rows in at most 30 s', (seconds / rows) * 11_000 <= 30);
}

/** What a web process does whose jobs are another process's. */
async function webAlone() {
  const web = await Installation.start(database.url, { roles: 'web' });
  await web.signIn('hanna@aleksandrow.example');
  try {
    const moved = await moves(web, CLIENTS, SECONDS);
    const { limit, bare } = sizes.get(SIZES.at(-1));
    const figures = `${rate(moved)}, ${(moved.perSecond / limit.perSecond).toFixed(3)} of the limit, ${times(moved, bare)} of the bare handler`;
    record(`${SIZES.at(-1).toLocaleString('en')} ideas: move a card, web process alone`, figures);
  } finally {
    await web.stop();
  }
}

async function measureAt(polku, size) {
  const { ideas: before } = await board(polku, 1);
  if (size > before) {
    const { seconds, rows } = await polku.importRows(size - before, `to-${size}`);
    if (rows >= 9_000) {
      record(`import of ${rows} rows`, `${seconds.toFixed(1)} s`, '11,000 rows in at most 30 s', (seconds / rows) * 11_000 <= 30);
    }
    await withClient((client) => client.query('analyze'));
  }
  const first = await board(polku, 200);
  const found = await searches(polku, 120);
  const limit = await measureLimit(database.url, CLIENTS, SECONDS);
  const bare = await bare10();
  const moved = await moves(polku, CLIENTS, SECONDS);
  const submitted = await submissions(polku, CLIENTS, SECONDS);
  const told = await drained(waiting);
  sizes.set(size, { first, found, limit, bare, moved, submitted });
  const name = `${size.toLocaleString('en')} ideas`;
  record(`${name}: the least SQL of a move, ${CLIENTS} clients`, `${rate(limit)} (${limit.by})`);
  record(`${name}: bare handler`, `${rate(bare)}, ${times(bare, limit)} of the limit`);
  record(`${name}: move a card`, `${rate(moved)}, median ${ms(moved.median)}, p95 ${ms(moved.p95)}`);
  record(`${name}: submit an idea`, `${rate(submitted)}, median ${ms(submitted.median)}; told ${told.toFixed(1)} s later`);
  record(`${name}: board's first answer`, `median ${ms(first.median)}, p95 ${ms(first.p95)}, ${first.gzip} bytes gzip`);
  record(`${name}: search`, `median ${ms(found.median)}, p95 ${ms(found.p95)}`);
}

function judge(polku) {
  const [small, large] = [sizes.get(SIZES[0]), sizes.get(SIZES.at(-1))];
  const ofLimit = small.moved.perSecond / small.limit.perSecond;
  const ofBare = small.moved.perSecond / small.bare.perSecond;
  const submitted = small.submitted.perSecond / small.limit.perSecond;
  record('move a card, of the limit', ofLimit.toFixed(3), 'at least 0.10', ofLimit >= 0.1);
  record('move a card, of the bare handler', ofBare.toFixed(2), 'at least 0.6', ofBare >= 0.6);
  const slower = large.moved.median / small.moved.median;
  record('move a card, large board against small', slower.toFixed(2), 'at most 1.15', slower <= 1.15);
  record('submit an idea, of the limit', submitted.toFixed(3), 'at least 0.08', submitted >= 0.08);
  const boards = large.first.p95 / small.first.p95;
  record("board's first answer, large against small (p95)", boards.toFixed(2), 'at most 1.3', boards <= 1.3);
  record("board's first answer, gzip", `${large.first.gzip} bytes`, 'at most 60,000', large.first.gzip <= 60_000);
  record('search, large board', `${ms(large.found.p95)} p95`, 'at most 150 ms', large.found.p95 <= 150);
  const memory = polku.residentMegabytes();
  if (memory !== null) record('memory after all that', `${memory.toFixed(0)} MB resident`);
}

async function bare10() {
  const server = await startServer(join(checkout, 'server', 'bin', 'bench', 'bare.mjs'), { DATABASE_URL: database.url }, '/');
  const sender = new Sender(server.base, CLIENTS);
  const figures = await bareMoves(sender, CLIENTS, SECONDS);
  sender.close();
  await server.stop();
  return figures;
}

async function waiting() {
  return withClient(async (client) => {
    const { rows } = await client.query(`select count(*)::int as waiting from app.domain_event where handled_at is null`);
    return rows[0].waiting;
  });
}

async function withClient(act) {
  const client = new pg.Client(database.url);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

function record(work, figure, bar = '', met = null) {
  results.push({ work, figure, bar, met });
  console.log(`${work.padEnd(54)} ${figure}${bar ? `   (${bar}: ${met ? 'met' : 'MISSED'})` : ''}`);
}

function rate({ perSecond }) {
  return `${perSecond.toFixed(0)}/s`;
}

function times(one, other) {
  return (one.perSecond / other.perSecond).toFixed(2);
}

function ms(value) {
  return `${value.toFixed(1)} ms`;
}
