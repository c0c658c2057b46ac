// npm test: everything that must hold, step by step, each with a heading and its duration. Ends with one line of counts.
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhenChanged, checkout } from './build.mjs';
import { addCounts, closingLine, fromJest, fromPlaywright, judgeSkips, NOTHING } from './counts.mjs';
import { checkFirstScreen } from './first-screen.mjs';
import { run, stopTogether } from './run.mjs';

stopTogether();

const full = process.argv.includes('--full');
const reports = join(checkout, 'dist', 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const at = (...path) => join(checkout, 'node_modules', ...path);
const report = (name) => join(reports, `${name}.json`);
const { NO_COLOR: _, ...surroundings } = process.env;
const env = { ...surroundings, FORCE_COLOR: '0', ...(full && { POLKU_TEST_FULL: '1' }) };
const node = (args, extra = {}) => run(process.execPath, args, { cwd: checkout, env: { ...env, ...extra } });
const jest = (config, name) => node([at('jest', 'bin', 'jest.js'), '-c', config, '--ci', '--json', `--outputFile=${report(name)}`]);
const types = (project) => node([at('typescript', 'bin', 'tsc'), '-p', project, '--noEmit']);

/** A step: what it is called, what it does, and where its counts are. Steps of one group may run side by side. */
const GROUPS = [
  [
    // It takes as long as the others of this group together.
    { name: 'Lint', work: () => node([at('eslint', 'bin', 'eslint.js'), '-c', '.config/eslint.config.mjs', '--max-warnings', '0', '.']) },
    { name: 'Build', work: () => buildWhenChanged() },
    { name: 'Formatting', work: () => node([at('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']) },
    {
      name: 'Arrows between modules',
      work: () =>
        node([
          at('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'),
          '--config',
          '.config/dependency-cruiser.cjs',
          'server',
          'client',
          'e2e',
        ]),
    },
    { name: 'Types of the server', work: () => types('server/tsconfig.json') },
    // Templates are checked by the build.
    { name: 'Types of the client', work: () => types('client/tsconfig.json') },
    { name: 'Types of the journeys', work: () => types('e2e/tsconfig.json') },
  ],
  [{ name: 'Size of the first screen', work: () => checkFirstScreen() }],
  [
    {
      name: 'Server: unit and medium tests',
      work: () => jest('server/jest.config.mjs', 'server'),
      counts: () => fromJest(report('server')),
    },
    { name: 'Client: unit tests', work: () => jest('client/jest.config.mjs', 'client'), counts: () => fromJest(report('client')) },
  ],
  [
    {
      name: 'Browser journeys',
      work: () =>
        node(
          [
            at('@playwright', 'test', 'cli.js'),
            'test',
            '-c',
            'e2e/playwright.config.ts',
            '--reporter=list,json',
            ...(full ? [] : ['--grep-invert', '@full']),
          ],
          {
            PLAYWRIGHT_JSON_OUTPUT_FILE: report('journeys'),
          },
        ),
      counts: () => fromPlaywright(report('journeys')),
    },
  ],
];

// Not 'the-network-goes-away': its line is another address than the one that a proxied Polku knows itself by.
const SCALED = ['two-servers-are-one', 'an-idea-goes-the-whole-path', 'two-people-write-one-idea', 'the-board-moves'];
const isThere = (program, flag) => spawnSync(program, [flag]).status === 0;
const canScale = isThere('nginx', '-v') && (Boolean(process.env.REDIS_URL) || isThere('redis-server', '--version'));
if (full && (canScale || process.env.CI)) {
  GROUPS.push([
    {
      name: 'Browser journeys in scaled mode',
      work: () =>
        node([at('@playwright', 'test', 'cli.js'), 'test', '-c', 'e2e/playwright.config.ts', '--reporter=list,json', ...SCALED], {
          PLAYWRIGHT_JSON_OUTPUT_FILE: report('scaled'),
          POLKU_SCALED: '1',
        }),
      counts: () => fromPlaywright(report('scaled')),
    },
  ]);
}

const started = performance.now();
const failures = [];
let counts = NOTHING;
for (const group of GROUPS) counts = addCounts(counts, await inTurn(group));
conclude();

/** Runs the steps of a group, two at a time, and adds up what they counted. */
async function inTurn(group) {
  const waiting = [...group];
  const counted = [];
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) counted.push(await take(step));
  };
  await Promise.all([worker(), worker()]);
  return counted.reduce(addCounts, NOTHING);
}

async function take({ name, work, counts: countsOf }) {
  const from = performance.now();
  console.log(`${name} …`);
  const { ok, output } = await work();
  const counted = countsOf?.() ?? null;
  // A step without counts is one check; one that broke before it could count is one failure.
  const own = counted ?? (ok ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 });
  const result = ok || own.failed > 0 ? own : { ...own, failed: own.failed + 1 };
  console.log(`\n━━ ${name}: ${ok ? 'passed' : 'FAILED'} in ${seconds(from)} s${countsOf && counted ? ` (${closingLine(counted)})` : ''}`);
  if (!ok) {
    console.log(output.trimEnd());
    failures.push(name);
  }
  return result;
}

function conclude() {
  const { counts: final, left, refused } = judgeSkips(counts, { isCi: Boolean(process.env.CI) });
  console.log(`\n━━ All steps took ${seconds(started)} s.`);
  if (left.length > 0)
    console.log(`Not run, because there is neither REDIS_URL nor a redis-server, or no nginx: ${left.length} tests that need them.`);
  if (full && !canScale) console.log('Not run, because there is no nginx or no Redis: the journeys in scaled mode.');
  failures.push(...refused.map((name) => `skipped: ${name}`));
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
  console.log(`\n${closingLine(final)}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
}

function seconds(from) {
  return Math.round((performance.now() - from) / 1000);
}
