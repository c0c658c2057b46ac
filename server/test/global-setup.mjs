import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './load-typescript.mjs';

/**
 * One PostgreSQL for the whole run, in a fresh folder; tests make scratch databases in it. With POLKU_TEST_DATABASE_URL set (the
 * connection of an owner who may make databases and roles) that server is used instead; the database that the others are copies of stays there.
 */
export default async function setUp() {
  process.env.POLKU_TEST_RUN = randomBytes(6).toString('hex');
  if (process.env.POLKU_TEST_DATABASE_URL) return;
  const { startEmbeddedPostgres } = await import('../src/platform/embedded/embedded-postgres.ts');
  const dataFolder = mkdtempSync(join(tmpdir(), 'polku-test-'));
  // As root the database's own user has to enter it.
  chmodSync(dataFolder, 0o755);
  const database = await startEmbeddedPostgres({
    dataFolder,
    log: (line) => process.stderr.write(`${line}\n`),
    // Nothing here has to survive a power cut.
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
  });
  process.env.POLKU_TEST_DATABASE_URL = database.url;
  // Interrupted, jest does not tear down.
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ]) {
    process.once(signal, () => void database.stop().finally(() => process.exit(code)));
  }
  globalThis.polkuTestDatabase = { stop: () => database.stop(), dataFolder };
}
