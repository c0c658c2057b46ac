import type pg from 'pg';
import { PreparingClient } from '../src/platform/database/index.js';
import type { TestApp } from './app.js';

type Query = (this: pg.Client, ...call: unknown[]) => unknown;

/** How often the database is asked while this is done. */
export async function countQueries(polku: TestApp, act: () => Promise<unknown>): Promise<number> {
  return (await listQueries(polku, act)).length;
}

/** What the database is asked while this is done, in this order. */
export async function listQueries(polku: TestApp, act: () => Promise<unknown>): Promise<string[]> {
  return (await listWaits(polku, act)).flat();
}

/** The same, wait by wait: what is asked for at once stands together. */
export async function listWaits(polku: TestApp, act: () => Promise<unknown>): Promise<string[][]> {
  // What follows from earlier acts is over, and does not count.
  await polku.settle();
  const owner = PreparingClient.prototype as unknown as { query: Query };
  const { query } = owner;
  const waits: string[][] = [];
  const open = new Map<pg.Client, string[]>();
  owner.query = function listed(...call) {
    const [text] = call;
    // The relay of this process looks around meanwhile.
    if (typeof text === 'string' && !text.includes('from app.relay_pending')) note(this, text);
    return query.apply(this, call);
  };
  try {
    await act();
  } finally {
    owner.query = query;
  }
  return waits;

  function note(client: pg.Client, text: string): void {
    const together = open.get(client);
    if (together) {
      together.push(text);
      return;
    }
    const first = [text];
    waits.push(first);
    open.set(client, first);
    // As the client itself sends: all that was asked for until then.
    process.nextTick(() => open.delete(client));
  }
}
