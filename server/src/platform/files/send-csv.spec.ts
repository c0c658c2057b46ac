import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import { eventually } from '../../../test/eventually.js';
import type { Cell } from './csv-line.js';
import { sendCsv } from './send-csv.js';

type Rows = () => AsyncGenerator<readonly Cell[]>;

const servers: Server[] = [];

/** The address of a server that sends these rows; an error before the first row is a 500. */
async function serving(rows: Rows, failed: (error: unknown) => void = () => undefined): Promise<string> {
  const app = express();
  app.get('/', async (_, response) => sendCsv(response, 'log.csv', rows()));
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    failed(error);
    if (!response.headersSent) response.status(500).send('failed');
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  servers.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

afterAll(async () => {
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve).closeAllConnections())));
});

describe('sending a CSV file', () => {
  it('marks it as UTF-8 and names it', async () => {
    const address = await serving(async function* () {
      yield ['Idea'];
      yield ['Łódź'];
    });
    const response = await fetch(address);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="log.csv"');
    expect([...new Uint8Array(await response.clone().arrayBuffer())].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
    expect(await response.text()).toBe('"Idea"\r\n"Łódź"\r\n');
  });

  it('leaves an error before the first row, or between it and its head, to be answered', async () => {
    const errors: unknown[] = [];
    for (const head of [[], [['Idea']]]) {
      const address = await serving(
        async function* () {
          yield* head;
          throw new Error('no rows');
        },
        (error) => errors.push(error),
      );
      expect((await fetch(address)).status).toBe(500);
    }
    expect(errors).toEqual([new Error('no rows'), new Error('no rows')]);
  });

  it('has a head without rows, and may have none', async () => {
    const texts = [];
    for (const rows of [[], [['Idea']]]) {
      const address = await serving(async function* () {
        yield* rows;
      });
      texts.push(await (await fetch(address)).text());
    }
    expect(texts).toEqual(['', '"Idea"\r\n']);
  });

  it('breaks off rather than end a half file as if it were whole', async () => {
    const errors: unknown[] = [];
    const address = await serving(
      async function* () {
        yield ['Idea'];
        yield ['Łódź'];
        throw new Error('the database is gone');
      },
      (error) => errors.push(error),
    );
    await expect(fetch(address).then((response) => response.text())).rejects.toThrow();
    expect(errors).toEqual([new Error('the database is gone')]);
  });

  it('asks for no more rows than the client takes, and stops when it goes', async () => {
    let made = 0;
    let ended = false;
    const errors: unknown[] = [];
    const address = await serving(
      async function* () {
        try {
          for (;;) {
            made += 1;
            yield ['x'.repeat(10_000)];
          }
        } finally {
          ended = true;
        }
      },
      (error) => errors.push(error),
    );
    const stop = new AbortController();
    const response = await fetch(address, { signal: stop.signal });
    await response.body?.getReader().read();
    let before = -1;
    // Nobody reads on: once all buffers are full, nothing more is made.
    await eventually(async () => {
      const still = made === before;
      before = made;
      return still;
    });
    expect(made).toBeLessThan(5_000);
    stop.abort();
    await eventually(() => Promise.resolve(ended));
    expect(errors).toEqual([]);
  });
});
