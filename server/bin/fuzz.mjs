// npm run fuzz: ten thousand requests (or POLKU_FUZZ_REQUESTS) that nobody would send, repeatable by POLKU_FUZZ_SEED.
import { join } from 'node:path';
import { checkout } from './build.mjs';
import { giveUp, run, stopTogether } from './run.mjs';

stopTogether();
const requests = process.env.POLKU_FUZZ_REQUESTS ?? '10000';
if (!/^[1-9]\d{0,6}$/.test(requests)) giveUp('POLKU_FUZZ_REQUESTS must be a number of requests.');
const seed = process.env.POLKU_FUZZ_SEED ?? String(Math.floor(Math.random() * 2 ** 31));
console.log(`${requests} requests, some minutes …`);
const jest = join(checkout, 'node_modules', 'jest', 'bin', 'jest.js');
const tried = await run(process.execPath, ['--expose-gc', jest, '-c', 'server/jest.config.mjs', '--runInBand', 'test/fuzz/'], {
  cwd: checkout,
  env: { ...process.env, POLKU_FUZZ_REQUESTS: requests, POLKU_FUZZ_SEED: seed },
});
console.log(tried.output);
if (!tried.ok) process.exit(1);
