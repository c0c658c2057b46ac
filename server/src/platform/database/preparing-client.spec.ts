import type pg from 'pg';
import { type ScratchDatabase, scratchDatabase } from '../../../test/database.js';
import { PreparingClient } from './preparing-client.js';

let database: ScratchDatabase;
let client: PreparingClient;

beforeAll(async () => {
  database = await scratchDatabase();
});

beforeEach(async () => {
  client = new PreparingClient(database.url);
  await client.connect();
});

afterEach(() => client.end());
afterAll(() => database.drop());

const ask = (text: string, values?: unknown[]) => (client as pg.Client).query<{ n: number }>(text, values);

async function prepared(): Promise<number> {
  const { rows } = await ask('select count(*)::int as n from pg_prepared_statements');
  return rows[0]?.n ?? -1;
}

describe('a connection that prepares its statements', () => {
  it('prepares each that has values once, and answers as ever', async () => {
    for (const n of [1, 2, 3]) expect((await ask('select $1::int as n', [n])).rows).toEqual([{ n }]);
    await expect(ask('select 1 / $1::int as n', [0])).rejects.toMatchObject({ code: '22012' });
    expect((await ask('select 1 / $1::int as n', [1])).rows).toEqual([{ n: 1 }]);
    expect(await prepared()).toBe(2);
  });

  it('answers through callbacks too', async () => {
    const rows = await new Promise((resolve, reject) =>
      (client as pg.Client).query('select $1::int as n', [7], (error, result) => (error ? reject(error) : resolve(result.rows))),
    );
    expect(rows).toEqual([{ n: 7 }]);
    expect(await prepared()).toBe(1);
  });

  it('leaves alone what was made for one occasion, and keeps no more than so many', async () => {
    await ask(`select $1::int as n /* ${'x'.repeat(4_000)} */`, [1]);
    expect(await prepared()).toBe(0);
    for (let at = 0; at < 420; at += 1) await ask(`select $1::int + ${at} as n`, [1]);
    expect(await prepared()).toBe(400);
  });
});
