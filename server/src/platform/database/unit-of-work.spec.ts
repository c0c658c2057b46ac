import type { Socket } from 'node:net';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { withClient } from '../../../test/database.js';
import { DataSource, isPassingTrouble, UnitOfWork } from './index.js';

let polku: TestApp;
let work: UnitOfWork;
let organisation: string;

beforeAll(async () => {
  polku = await startTestApp();
  work = polku.app.get(UnitOfWork, { strict: false });
  organisation = polku.founded.organisations.aleksandrow;
});

afterAll(() => polku.close());

describe('a unit of work', () => {
  it('sends what is asked for at once in that order, after its beginning and its tenant', async () => {
    const asked = work.run(organisation, () =>
      Promise.all([
        work.rows<{ tenant: string }>(`select current_setting('app.organisation') as tenant`),
        work.rows<{ set: string }>(`select set_config('polku.test', 'first', true) as set`),
        work.rows<{ said: string }>(`select current_setting('polku.test') as said`),
      ]),
    );
    expect(await asked).toEqual([[{ tenant: organisation }], [{ set: 'first' }], [{ said: 'first' }]]);
  });

  it('waits for all that it sent before it undoes it', async () => {
    const both = work.run(organisation, () =>
      Promise.all([work.rows('select 1 / 0'), work.rows(`select set_config('polku.test', 'second', false)`)]),
    );
    await expect(both).rejects.toThrow('division by zero');
    const [row] = await work.run(organisation, () =>
      work.rows<{ said: string | null }>(`select current_setting('polku.test', true) as said`),
    );
    expect(row?.said ?? '').not.toBe('second');
  });

  it('does not call written what a swallowed error undid', async () => {
    const swallowed = work.run(organisation, () => work.rows('select 1 / 0').catch(() => []));
    await expect(swallowed).rejects.toThrow('nothing of it was written');
  });

  it('fails, for a time, when its connection is cut off, and the next one works', async () => {
    const cut = work.run(organisation, async () => {
      const [row] = await work.rows<{ pid: number }>('select pg_backend_pid() as pid');
      await withClient(polku.database.url, (client) => client.query('select pg_terminate_backend($1)', [row?.pid]));
      return work.rows('select pg_sleep(10)');
    });
    const error: unknown = await cut.catch((reason: unknown) => reason);
    expect(isPassingTrouble(error)).toBe(true);
    expect(await work.run(organisation, () => work.rows('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('leaves nothing unheard when it is cut off at its very beginning', async () => {
    const unheard: unknown[] = [];
    const hear = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', hear);
    const source = polku.app.get(DataSource, { strict: false });
    const createRunner = source.createQueryRunner.bind(source);
    source.createQueryRunner = (mode) => {
      const runner = createRunner(mode);
      const connect = runner.connect.bind(runner);
      runner.connect = async () => {
        const client = (await connect()) as { connection: { stream: Socket } };
        client.connection.stream.destroy();
        return client;
      };
      return runner;
    };
    await expect(work.run(organisation, () => work.rows('select 1'))).rejects.toThrow();
    source.createQueryRunner = createRunner;
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', hear);
    expect(unheard).toEqual([]);
  });
});
