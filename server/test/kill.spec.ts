import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IdeaCard } from '#contracts';
import { joinEmbeddedPostgres } from '../src/platform/embedded/index.js';
import { type Actor, signInAs } from './actors.js';
import { withClient } from './database.js';
import { eventually } from './eventually.js';
import { submitted } from './factories.js';
import { findBrokenInvariants, type Told } from './invariants.js';
import { freePort, type PolkuProcess, startPolkuProcess } from './polku-process.js';
import { isSettled } from './settled.js';

const ROUNDS = 10;
const IDEAS = 60;
/** Moves under way at the moment of the kill, at least. */
const IN_FLIGHT = 20;

interface Card {
  number: number;
  version: number;
  step: string;
}

type Lists = { [Key in Exclude<keyof Told, 'verdicts'>]-?: NonNullable<Told[Key]>[number][] };

let dataFolder: string;
let port: number;
let polku: PolkuProcess | null = null;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'polku-kill-'));
  // As root the database's own user has to enter it.
  chmodSync(dataFolder, 0o755);
  port = await freePort();
});

afterAll(async () => {
  await polku?.stop();
  rmSync(dataFolder, { recursive: true, force: true });
});

it(`keeps what it acknowledged through ${ROUNDS} kills under load, and starts again by itself`, async () => {
  const told: Lists = { moved: [], submitted: [], refused: [] };
  let acknowledged = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    polku = await startPolkuProcess(dataFolder, port);
    const [maja, hanna] = [await signInAs(polku.url, 'maja'), await signInAs(polku.url, 'hanna')];
    const cards = await cardsToMove(maja, hanna, told);
    const inFlight = await moveUntilKilled(hanna, cards, told, polku, round);
    expect(inFlight).toBeGreaterThanOrEqual(IN_FLIGHT);
    polku = await startPolkuProcess(dataFolder, port);
    const wrong = await check(told).catch((error: unknown) => [String(error), polku?.output() ?? '']);
    expect({ round, wrong }).toEqual({ round, wrong: [] });
    await polku.stop();
    acknowledged = told.moved.length;
  }
  expect(acknowledged).toBeGreaterThan(ROUNDS * 5);
}, 400_000);

/** Ideas on the first two steps, some of them submitted now. */
async function cardsToMove(maja: Actor, hanna: Actor, told: Lists): Promise<Card[]> {
  const page = async (step: string) =>
    ((await hanna.get(`/boards/helsingborg/steps/${step}/cards?limit=50`)).body.items ?? []) as IdeaCard[];
  const known = [...(await page('submitted')), ...(await page('explore-idea'))];
  for (let count = known.length; count < IDEAS; count += 1) {
    const idea = await submitted(maja, { title: `Shade for bus stop ${count} ${told.submitted.length}` });
    told.submitted.push({ organisation: 'aleksandrow', number: idea.number, title: idea.title });
    known.push(idea);
  }
  return known.map(({ number, version, step }) => ({ number, version, step }));
}

/** Moves all cards at once, forth and back, and kills the server in the middle of it; gives how many moves were under way then. */
async function moveUntilKilled(hanna: Actor, cards: readonly Card[], told: Lists, server: PolkuProcess, round: number): Promise<number> {
  let under = 0;
  let answered = 0;
  let atKill = 0;
  let killing = null as Promise<void> | null;
  const shuttle = async (card: Card) => {
    while (!killing) {
      const to = card.step === 'submitted' ? 'explore-idea' : 'submitted';
      under += 1;
      const response = await hanna
        .post(`/ideas/${card.number}/transitions`, { to, version: card.version, reason: 'To and fro.' })
        .catch(() => null);
      under -= 1;
      if (response === null) return;
      const move = { organisation: 'aleksandrow', number: card.number, version: card.version + 1, to };
      if (response.status === 201) {
        told.moved.push(move);
        card.version += 1;
        card.step = to;
      } else if (response.status === 409) told.refused.push(move);
      answered += 1;
      if (answered >= 20 + round * 7 && under >= IN_FLIGHT && !killing) {
        atKill = under;
        killing = server.kill();
      }
    }
  };
  await Promise.all(cards.map(shuttle));
  await killing;
  return atKill;
}

/** Waits until everything that follows has been done, then looks. */
async function check(told: Told): Promise<string[]> {
  const secret = readFileSync(join(dataFolder, 'secret'), 'utf8').trim();
  const database = await joinEmbeddedPostgres({ dataFolder, log: () => undefined });
  try {
    return await withClient(database.url, async (client) => {
      await eventually(() => isSettled(client), 90_000);
      return findBrokenInvariants(client, secret, told);
    });
  } finally {
    await database.stop();
  }
}
