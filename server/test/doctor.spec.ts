import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
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
    ).toEqual(['✓ settings', '✓ disk', '✓ database', '✓ relay', '✓ timers', '✓ mails that wait', '✓ queue', '! mail']);
  });

  it('finds that nobody works, and what waits because of that', async () => {
    await polku.sql(`insert into app.relay_pending (event_id, organisation_id) values ($1, $2)`, [
      uuid({ msecs: Date.now() - 120_000 }),
      polku.founded.organisations.aleksandrow,
    ]);
    await polku.sql(`update app.timer set due = now() - interval '1 hour'`);
    const { code, out } = await doctor();
    expect(code).toBe(1);
    expect(out).toMatch(/✗ relay: the oldest event waits for 12\d s: no worker runs/);
    expect(out).toMatch(/✗ timers: \d+ should have run/);
    expect(out).toContain('! settings: PUBLIC_URL is not set');
    await polku.sql('delete from app.relay_pending');
  });

  it('finds a Redis and a mail server that do not answer, and keeps their passwords to itself', async () => {
    const nobody = await freePort();
    const gruff = createServer((socket) => socket.end('554 Go away\r\n'));
    await once(gruff.listen(0, '127.0.0.1'), 'listening');
    const { port } = gruff.address() as { port: number };
    const { code, out, err } = await doctor({
      REDIS_URL: `redis://:hidden@127.0.0.1:${nobody}`,
      SMTP_URL: `smtp://polku:hidden@127.0.0.1:${port}`,
    });
    gruff.close();
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('✗ queue: Redis of REDIS_URL cannot be reached');
    expect(out).toContain('✗ mail: the mail server of SMTP_URL says no');
    expect(out).not.toContain('hidden');
  });
});
