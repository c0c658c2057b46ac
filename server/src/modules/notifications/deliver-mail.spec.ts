import { createServer, type AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import request from 'supertest';
import { startTestApp } from '../../../test/app.js';
import { eventually } from '../../../test/eventually.js';
import { submitted } from '../../../test/factories.js';
import { warningsDuring } from '../../../test/warnings.js';
import { FindLostJobs } from './find-lost-jobs.js';

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('mail through a server that is away at first', () => {
  it('waits, counts its attempts, and goes out under its own Message-ID once the server is back', async () => {
    const port = await freePort();
    const polku = await startTestApp({
      env: { SMTP_URL: `smtp://127.0.0.1:${port}`, PUBLIC_URL: 'http://ideas.example.org', POLKU_LOG: 'silent' },
    });
    const received: string[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        let content = '';
        stream.on('data', (part: Buffer) => (content += part.toString('latin1')));
        stream.on('end', () => {
          received.push(content);
          done();
        });
      },
    });
    try {
      // The origin of writes has to be the public address.
      const signedIn = await request(polku.url)
        .post('/api/v1/session')
        .set('Origin', 'http://ideas.example.org')
        .send({ email: 'maja@aleksandrow.example', password: 'polku-demo' });
      expect(signedIn.status).toBe(201);
      const idea = await submitted(await polku.as('maja'));
      const delivery = async () => {
        const [row] = await polku.sql<{
          state: string;
          attempts: number;
          last_error: string | null;
          message_id: string;
          late_said_at: Date | null;
        }>('select * from app.delivery');
        return row;
      };
      const waiting = await eventually(async () => {
        const row = await delivery();
        return row && row.attempts > 0 ? row : null;
      });
      expect(waiting).toMatchObject({ state: 'queued', last_error: expect.stringMatching(/ECONNREFUSED|connect/) });
      expect((await request(polku.url).get('/dev/mail')).status).toBe(404);
      // 1, 2, 4 … minutes, at most six hours; not a moment earlier, and never for the last time.
      const lost = polku.app.get(FindLostJobs, { strict: false });
      for (const [at, minutes] of [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360].entries()) {
        polku.clock.advance(minutes * 60_000 - 1);
        await lost.find();
        expect((await delivery())?.attempts).toBe(at + 1);
        polku.clock.advance(1);
        await lost.find();
        await eventually(async () => (await delivery())?.attempts === at + 2);
      }
      expect(await delivery()).toMatchObject({ state: 'queued', late_said_at: null });
      const warnings = await warningsDuring(polku, async () => {
        polku.clock.advance(6 * 60 * 60_000);
        await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
        await lost.find();
        await polku.settle();
        await lost.find();
      });
      expect(warnings).toEqual([
        'Mails of aleksandrow have waited for more than a day since the last time this was said: 1. Check SMTP_URL.',
      ]);
      expect(await delivery()).toMatchObject({ state: 'sent', last_error: null });
      expect(received).toHaveLength(1);
      expect(received[0]).toContain(`Message-ID: ${waiting.message_id}`);
      expect(received[0]).toContain(`http://ideas.example.org/aleksandrow/ideas/${idea.number}`);
      expect(waiting.message_id).toMatch(/^<[0-9a-f-]{36}@ideas\.example\.org>$/);
    } finally {
      await polku.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    }
  });
});
