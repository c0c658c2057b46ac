import type { NotificationPage } from '#contracts';
import { QUEUES, Queues } from '../src/platform/queues/index.js';
import { TimerPoller } from '../src/platform/timers/index.js';
import { type TestApp, TEST_SECRET } from './app.js';
import { withClient } from './database.js';
import { eventually } from './eventually.js';
import { moved, submitted } from './factories.js';
import { findBrokenInvariants } from './invariants.js';
import { seen } from './path.js';

/** What came of an emptied queue. */
export interface AfterEmptying {
  /** How many jobs waited just before, and just after. */
  readonly waiting: readonly [number, number];
  /** What Maja is told of her idea before the sweep, after it, and after another one. */
  readonly told: readonly (readonly string[])[];
  /** Where the idea that was parked until the next day stands on that day. */
  readonly returned: string;
  readonly broken: readonly string[];
}

/** The queue, by hand: how many jobs wait in it, and how it is emptied. */
export interface QueueByHand {
  count(): Promise<number>;
  empty(queues: Queues): Promise<void>;
}

/** Empties the queue while jobs wait in it, then lets a minute pass and the sweep look for what was lost, twice; and then a day. */
export async function emptyQueue(polku: TestApp, queue: QueueByHand): Promise<AfterEmptying> {
  const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  const [queues, poller] = [polku.app.get(Queues, { strict: false }), polku.app.get(TimerPoller, { strict: false })];
  const parked = await submitted(await polku.as('tomek'));
  await moved(hanna, parked, 'parked', { reason: 'Tomorrow.', fields: { returnOn: '2026-03-03' } });
  await polku.settle();
  for (const name of QUEUES) await queues.queue(name).pause();
  const idea = await submitted(maja);
  await moved(hanna, idea, 'explore-idea', { reason: 'Worth a look.' });
  // The submission and the move are handed over, in one job or two.
  const before = await eventually(async () => {
    const [{ pending } = { pending: 1 }] = await polku.sql<{ pending: number }>(`select count(*)::int as pending from app.relay_pending`);
    return pending === 0 && (await queue.count());
  });
  await queue.empty(queues);
  const waiting = [before, await queue.count()] as const;
  for (const name of QUEUES) await queues.queue(name).resume();
  const told = [await toldOf(polku, idea.number)];
  for (let sweep = 0; sweep < 2; sweep += 1) {
    polku.clock.advance(2 * 60_000);
    await poller.sweepAll();
    await polku.settle();
    told.push(await toldOf(polku, idea.number));
  }
  polku.clock.moveTo(new Date('2026-03-03T11:00:00Z'));
  await polku.poll();
  const { step } = await seen(hanna, parked);
  const broken = await withClient(polku.database.url, (client) => findBrokenInvariants(client, TEST_SECRET));
  return { waiting, told, returned: step, broken };
}

async function toldOf(polku: TestApp, number: number): Promise<string[]> {
  const { items } = (await (await polku.as('maja')).get('/notifications')).body as NotificationPage;
  return items
    .filter((it) => it.number === number)
    .map(({ kind }) => kind)
    .sort();
}
