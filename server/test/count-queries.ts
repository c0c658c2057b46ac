import { DataSource } from '../src/platform/database/index.js';
import type { TestApp } from './app.js';

/** How often the database is asked while this is done. */
export async function countQueries(polku: TestApp, act: () => Promise<unknown>): Promise<number> {
  const source = polku.app.get(DataSource, { strict: false });
  const createRunner = source.createQueryRunner.bind(source);
  let count = 0;
  source.createQueryRunner = (mode) => {
    const runner = createRunner(mode);
    const query = runner.query.bind(runner);
    runner.query = (...call: Parameters<typeof query>) => {
      // The relay of this process looks around meanwhile.
      if (!call[0].includes('relay_pending')) count += 1;
      return query(...call);
    };
    return runner;
  };
  try {
    await act();
  } finally {
    source.createQueryRunner = createRunner;
  }
  return count;
}
