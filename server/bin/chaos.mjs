// npm run chaos: twenty rounds (or as many as are named) in which web, worker, PostgreSQL and Redis are killed in turn under load.
import { join } from 'node:path';
import { buildWhenChanged, checkout } from './build.mjs';
import { giveUp, run, stopTogether } from './run.mjs';

stopTogether();
const rounds = process.argv[2] ?? '20';
if (!/^[1-9]\d{0,3}$/.test(rounds)) giveUp('Usage: npm run chaos -- [ROUNDS]');
const { ok, output } = await buildWhenChanged();
if (!ok) giveUp('The build failed, see above.', output);
console.log(`${rounds} rounds, twenty seconds or more each …`);
const jest = join(checkout, 'node_modules', 'jest', 'bin', 'jest.js');
const { ok: passed } = await run(process.execPath, [jest, '-c', 'server/jest.config.mjs', 'test/chaos/'], {
  cwd: checkout,
  env: { ...process.env, POLKU_CHAOS_ROUNDS: rounds },
  stdio: 'inherit',
});
if (!passed) process.exit(1);
