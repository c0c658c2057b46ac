import { DataSource } from '../src/platform/database/index.js';
import type { TestApp } from './app.js';

/** How often the database is asked while this is done. */
export async function countQueries(polku: TestApp, act: () => Promise<unknown>): Promise<number> {
  return (await listQueries(polku, act)).length;
}

/** What the database is asked while this is done, in this order. */
export async function listQueries(polku: TestApp, act: () => Promise<unknown>): Promise<string[]> {
  // What follows from earlier acts is over, and does not count.
  await polku.settle();
  const source = polku.app.get(DataSource, { strict: false });
  const createRunner = source.createQueryRunner.bind(source);
  const queries: string[] = [];
  source.createQueryRunner = (mode) => {
    const runner = createRunner(mode);
    const query = runner.query.bind(runner);
    runner.query = (...call: Parameters<typeof query>) => {
      // The relay of this process looks around meanwhile.
      if (!call[0].includes('from app.relay_pending')) queries.push(call[0]);
      return query(...call);
    };
    return runner;
  };
  try {
    await act();
  } finally {
    source.createQueryRunner = createRunner;
  }
  return queries;
}
