import { TEST_SECRET } from '../app.js';
import { eventually } from '../eventually.js';
import { findBrokenInvariants } from '../invariants.js';
import { hasRedis } from '../redis.js';
import { isSettled } from '../settled.js';
import { FAULTS, Installation } from './installation.js';
import { Load } from './load.js';

const ROUNDS = Number(process.env['POLKU_CHAOS_ROUNDS'] ?? 3);
/** Answers between two faults. */
const BETWEEN = 40;

const onRedis = hasRedis() ? describe : describe.skip;

onRedis('two web processes and two workers', () => {
  let installation: Installation | undefined;

  beforeAll(async () => {
    installation = await Installation.start();
  }, 120_000);

  afterAll(() => installation?.stop(), 120_000);

  it(
    `keep what they acknowledged through ${ROUNDS} rounds in which each of their parts is killed under load, and do everything once`,
    async () => {
      if (!installation) throw new Error('Nothing was started.');
      const load = await Load.signIn(installation.urls);
      await load.begin(30);
      const goesOn = () =>
        load.goesOn(BETWEEN).catch((cause: unknown) => {
          throw new Error(`Nobody is answered any more. What the processes said last: ${installation?.output().slice(-5_000)}`, { cause });
        });
      let faults = 0;
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const fault of FAULTS) {
          await goesOn();
          await installation.strike(fault);
          faults += 1;
        }
        process.stdout.write(`Round ${round} of ${ROUNDS}: ${faults} faults, ${load.answers} answers, ${load.unanswered} unanswered.\n`);
      }
      await goesOn();
      await load.end();
      const started = performance.now();
      const wrong = await installation.look(async (client) => {
        await eventually(() => isSettled(client), 180_000);
        return findBrokenInvariants(client, TEST_SECRET, load.told);
      });
      const { moved, submitted, refused } = load.told;
      const settled = Math.round((performance.now() - started) / 1_000);
      process.stdout.write(
        `Chaos: ${ROUNDS} rounds, ${faults} faults; acknowledged ${moved.length} moves and ${submitted.length} submissions, refused ` +
          `${refused.length}, unanswered ${load.unanswered}; settled after ${settled} s; found ${wrong.length} wrong.\n`,
      );
      expect(wrong).toEqual([]);
      expect(moved.length).toBeGreaterThan(faults);
    },
    300_000 + ROUNDS * 180_000,
  );
});
