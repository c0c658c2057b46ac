import fc from 'fast-check';
import { signInAs } from '../actors.js';
import { startTestApp, type TestApp } from '../app.js';
import { asked, exploring, inUse, piloting, planned } from '../path.js';
import { brokenIn } from '../sabotage.js';
import { faultOf } from './judge.js';
import { type Operation, readOperations } from './operations.js';
import { ASKERS, type FuzzRequest, requestsOf } from './requests.js';
import { type FuzzAnswer, Sender } from './send.js';
import type { Known } from './values.js';

const REQUESTS = Number(process.env['POLKU_FUZZ_REQUESTS'] ?? 500);
const SEED = Number(process.env['POLKU_FUZZ_SEED'] ?? 1);
const ROUND = 50;
const MOST_GROWTH = 50_000_000;
/** After these somebody may have to sign in again. */
const SIGNING_OUT = new Set(['sign-out', 'end-session', 'end-other-sessions']);
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

/** Sends so many requests of these operations, and says what was wrong with the answers. */
async function faultsOf(
  operations: readonly Operation[],
  seed: number,
  numRuns: number,
  hear: (answer: FuzzAnswer) => void,
): Promise<string[]> {
  const sender = new Sender(polku.url);
  const faults: string[] = [];
  for (const one of fc.sample(requestsOf(operations, await known()), { seed, numRuns })) {
    const answer = await sender.send(one, cookies.get(one.asker) ?? '');
    const fault = faultOf(one, answer);
    if (fault !== null) faults.push(fault);
    learn(answer);
    hear(answer);
    if (SIGNING_OUT.has(one.operation.id) && answer.status < 300) await signIn(one.asker);
  }
  sender.close();
  return faults;
}

it('a fault of the server is noticed: here, that no idea can be written', async () => {
  await polku.sql(`create function app.planted() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$`);
  await polku.sql(`create trigger planted before insert or update on app.idea for each row execute function app.planted()`);
  const writing = readOperations().filter(({ id }) => ['submit-idea', 'edit-idea'].includes(id));
  const faults = await faultsOf(writing, SEED, 60, () => undefined);
  await polku.sql(`drop trigger planted on app.idea`);
  await polku.sql(`drop function app.planted()`);
  expect(faults.filter((it) => it.startsWith('500 — '))).not.toEqual([]);
});

describe('any request', () => {
  it(
    `is answered, and never with a fault of the server, of ${REQUESTS} that nobody would send`,
    async () => {
      process.stdout.write(`Fuzz: ${REQUESTS} requests, POLKU_FUZZ_SEED=${SEED}\n`);
      const operations = readOperations();
      const faults: string[] = [];
      const classes: Record<string, number> = {};
      let [longest, before, sent] = [0, 0, 0];
      const hear = ({ status, took }: FuzzAnswer) => {
        const kind = `${Math.floor(status / 100)}xx`;
        classes[kind] = (classes[kind] ?? 0) + 1;
        longest = Math.max(longest, took);
      };
      while (sent < REQUESTS) {
        const numRuns = Math.min(ROUND, REQUESTS - sent);
        faults.push(...(await faultsOf(operations, SEED + sent, numRuns, hear)));
        sent += numRuns;
        polku.clock.advance(SIXTEEN_MINUTES);
        if (before === 0 && sent >= REQUESTS / 10) before = heap();
      }
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
