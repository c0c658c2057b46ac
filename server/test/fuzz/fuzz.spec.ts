import fc from 'fast-check';
import { signInAs } from '../actors.js';
import { startTestApp, type TestApp } from '../app.js';
import { asked, exploring, inUse, piloting, planned } from '../path.js';
import { brokenIn } from '../sabotage.js';
import { faultOf } from './judge.js';
import { readOperations } from './operations.js';
import { ASKERS, type FuzzRequest, requestsOf } from './requests.js';
import { type FuzzAnswer, Sender } from './send.js';
import type { Known } from './values.js';

const REQUESTS = Number(process.env['POLKU_FUZZ_REQUESTS'] ?? 500);
const SEED = Number(process.env['POLKU_FUZZ_SEED'] ?? 1);
const ROUND = 50;
const MOST_GROWTH = 50_000_000;
/** Longer than a failed sign-in is remembered. */
const SIXTEEN_MINUTES = 16 * 60_000;

let polku: TestApp;
const cookies = new Map<string, string>();
const ids = new Set<string>();
const cursors = new Set<string>();

beforeAll(async () => {
  polku = await startTestApp();
  for (const asker of ASKERS) await signIn(asker);
  await inUse(polku);
  const idea = await piloting(polku);
  ids.add((await planned(polku, idea)).id);
  ids.add((await asked(polku, await exploring(polku), 'time')).id);
}, 120_000);

afterAll(() => polku.close());

async function signIn(asker: FuzzRequest['asker']): Promise<void> {
  if (asker === 'nobody' || asker === 'forged') {
    cookies.set(asker, asker === 'forged' ? 'polku=\u00ff%00forged' : '');
    return;
  }
  cookies.set(asker, (await signInAs(polku.url, asker)).cookie);
  await polku.sql(`update app.session set expires_at = '2100-01-01'`);
}

async function known(): Promise<Known> {
  const rows = await polku.sql<{ number: number }>(`select number from app.idea order by number limit 40`);
  return {
    numbers: rows.map(({ number }) => number),
    members: Object.values(polku.founded.members),
    ids: [...ids].slice(-40),
    cursors: [...cursors].slice(-20),
  };
}

/** Later requests ask for what answers told of. */
function learn({ status, text }: FuzzAnswer): void {
  if (status >= 300) return;
  for (const [, id = ''] of text.matchAll(/"id":"([0-9a-f-]{36})"/g)) ids.add(id);
  for (const [, cursor = ''] of text.matchAll(/"next":"([\w-]+)"/g)) cursors.add(cursor);
}

const heap = () => {
  global.gc?.();
  return process.memoryUsage().heapUsed;
};

describe('any request', () => {
  it(
    `is answered, and never with a fault of the server, of ${REQUESTS} that nobody would send`,
    async () => {
      process.stdout.write(`Fuzz: ${REQUESTS} requests, POLKU_FUZZ_SEED=${SEED}\n`);
      const operations = readOperations();
      const sender = new Sender(polku.url);
      const faults: string[] = [];
      const classes: Record<string, number> = {};
      let [longest, before, sent] = [0, 0, 0];
      while (sent < REQUESTS) {
        const numRuns = Math.min(ROUND, REQUESTS - sent);
        for (const one of fc.sample(requestsOf(operations, await known()), { seed: SEED + sent, numRuns })) {
          const answer = await sender.send(one, cookies.get(one.asker) ?? '');
          const fault = faultOf(one, answer);
          if (fault !== null) faults.push(fault);
          learn(answer);
          const kind = `${Math.floor(answer.status / 100)}xx`;
          classes[kind] = (classes[kind] ?? 0) + 1;
          longest = Math.max(longest, answer.took);
          if (one.operation.id === 'sign-out' && answer.status === 204) await signIn(one.asker);
        }
        sent += numRuns;
        polku.clock.advance(SIXTEEN_MINUTES);
        if (before === 0 && sent >= REQUESTS / 10) before = heap();
      }
      sender.close();
      await polku.poll();
      const grown = heap() - before;
      process.stdout.write(
        `Fuzz: ${JSON.stringify(classes)}, longest answer ${Math.round(longest)} ms, heap grown by ${Math.round(grown / 1e6)} MB\n`,
      );
      expect(faults).toEqual([]);
      expect(await brokenIn(polku)).toEqual([]);
      if (global.gc) expect(grown).toBeLessThan(MOST_GROWTH);
    },
    120_000 + REQUESTS * 200,
  );
});
