import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { startTestApp, type TestApp } from './app.js';
import { submitted } from './factories.js';
import { polku as command } from './polku-command.js';
import { freePort } from './polku-process.js';

let polku: TestApp;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'polku-doctor-'));
  polku = await startTestApp();
  await submitted(await polku.as('maja'));
  await polku.settle();
  await polku.sql(`update app.timer set due = now() + interval '1 day'`);
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await polku.close();
});

const doctor = (env: Record<string, string> = {}) =>
  command({ DATABASE_URL: polku.database.url, POLKU_DATA: folder, ...env }, '', 'doctor');

describe('the doctor', () => {
  it('says of each part how it is', async () => {
    const { code, out, err } = await doctor({ PUBLIC_URL: 'https://ideas.example.org' });
    expect([code, err]).toEqual([0, '']);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0]),
    ).toEqual([
      '✓ settings',
      '✓ disk',
      '✓ files',
      '! virus scanner',
      '✓ database',
      '✓ relay',
      '✓ timers',
      '✓ mails that wait',
      '✓ queue',
      '! mail',
    ]);
  });

  it('finds that nobody works, and what waits because of that, and that the folder of the files is none', async () => {
    await polku.sql(`insert into app.relay_pending (event_id, organisation_id) values ($1, $2)`, [
      uuid({ msecs: Date.now() - 120_000 }),
      polku.founded.organisations.aleksandrow,
    ]);
    await polku.sql(`update app.timer set due = now() - interval '1 hour'`);
    rmSync(join(folder, 'files'), { recursive: true, force: true });
    writeFileSync(join(folder, 'files'), 'This is no folder.');
    const { code, out } = await doctor({ POLKU_SCANNER: 'true' });
    rmSync(join(folder, 'files'));
    expect(code).toBe(1);
    expect(out).toMatch(/✗ relay: the oldest event waits for 1\d\d s: no worker runs/);
    expect(out).toMatch(/✗ timers: \d+ should have run/);
    expect(out).toContain('! settings: PUBLIC_URL is not set');
    expect(out).toContain(`✗ files: they cannot be kept in ${join(folder, 'files')}: `);
    expect(out).toContain('✓ virus scanner: true lets in a file');
    await polku.sql('delete from app.relay_pending');
  });

  it('finds a file store that lets nobody in, and a virus scanner that lets in nothing', async () => {
    const asked: string[] = [];
    const bucket = createHttpServer((request, response) => {
      asked.push(String(request.method));
      request.resume();
      response.writeHead(403).end();
    });
    await once(bucket.listen(0, '127.0.0.1'), 'listening');
    const { port } = bucket.address() as { port: number };
    const keys = { S3_BUCKET: 'polku', S3_ACCESS_KEY: 'a-key', S3_SECRET_KEY: 'hidden' };
    const refused = await doctor({ S3_ENDPOINT: `http://127.0.0.1:${port}`, ...keys, POLKU_SCANNER: 'false' });
    bucket.close();
    expect(refused.code).toBe(1);
    expect(refused.out).toContain(
      `✗ files: they cannot be kept in the bucket polku of http://127.0.0.1:${port}: The file store answered 403 to PUT`,
    );
    expect(refused.out).toContain('✗ virus scanner: false refuses even a file in which nothing is (it ended with 1)');
    expect([asked, refused.out.includes('hidden')]).toEqual([['PUT'], false]);
  });

  it('finds a Redis, a file store and a mail server that do not answer, and keeps their passwords to itself', async () => {
    const nobody = await freePort();
    const gruff = createServer((socket) => socket.end('554 Go away\r\n'));
    await once(gruff.listen(0, '127.0.0.1'), 'listening');
    const { port } = gruff.address() as { port: number };
    const { code, out, err } = await doctor({
      REDIS_URL: `redis://:hidden@127.0.0.1:${nobody}`,
      SMTP_URL: `smtp://polku:hidden@127.0.0.1:${port}`,
      ...{ S3_ENDPOINT: `http://127.0.0.1:${nobody}`, S3_BUCKET: 'polku', S3_ACCESS_KEY: 'a-key', S3_SECRET_KEY: 'hidden' },
      POLKU_SCANNER: '/nowhere/scanner',
    });
    gruff.close();
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('✗ queue: Redis of REDIS_URL cannot be reached');
    expect(out).toMatch(/✗ files: .* \(connect ECONNREFUSED/);
    expect(out).toContain('✗ virus scanner: /nowhere/scanner: spawn /nowhere/scanner ENOENT. No file comes in');
    expect(out).toContain('✗ mail: the mail server of SMTP_URL says no');
    expect(out).not.toContain('hidden');
  });
});
