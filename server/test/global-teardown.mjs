import { rmSync } from 'node:fs';

/** Stops the PostgreSQL of the run and removes its folder. */
export default async function tearDown() {
  const database = globalThis.polkuTestDatabase;
  if (database === undefined) return;
  await database.stop();
  rmSync(database.dataFolder, { recursive: true, force: true });
}
