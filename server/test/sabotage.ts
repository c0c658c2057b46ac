import { TEST_SECRET, type TestApp } from './app.js';
import { withClient } from './database.js';
import { findBrokenInvariants, type Told } from './invariants.js';

/** What the invariant checker says of an application's database. */
export function brokenIn(polku: TestApp, told: Told = {}): Promise<string[]> {
  return withClient(polku.database.url, (client) => findBrokenInvariants(client, TEST_SECRET, told));
}

/** What it says when this is done to the database; undone afterwards. */
export function brokenAfter(polku: TestApp, sabotage: string): Promise<string> {
  return withClient(polku.database.url, async (client) => {
    await client.query('begin');
    await client.query(sabotage);
    const found = await findBrokenInvariants(client, TEST_SECRET);
    await client.query('rollback');
    return found.join('; ');
  });
}
