import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { MovableClock } from '../clock/index.js';
import { loadConfig, type RunningConfig } from '../config/index.js';
import { Metrics } from '../metrics/index.js';
import { KeptMail } from './kept-mail.js';
import type { Letter } from './letter.js';
import { AddressRefused, Mail } from './mail.js';
import { parseMessage } from './message.js';

const LETTER: Letter = {
  id: '0190a5b0-0000-7000-8000-000000000001',
  messageId: '<0190a5b0-0000-7000-8000-000000000001@polku.localhost>',
  to: { name: 'Maja', address: 'maja@aleksandrow.example' },
  subject: 'Mamy Twój pomysł:\nCichy tramwaj',
  text: 'Dzień dobry, Maja!\n',
  html: '<p>Dzień dobry, Maja!</p>',
  language: 'pl',
};

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'polku-mail-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function mailWith(env: Record<string, string>): { mail: Mail; kept: KeptMail } {
  const settings = loadConfig({
    DATABASE_URL: 'postgres://nobody@localhost/none',
    POLKU_SECRET: 'x'.repeat(32),
    POLKU_DATA: folder,
    ...env,
  });
  const config = settings as RunningConfig;
  const kept = new KeptMail(config);
  return { mail: new Mail(kept, new MovableClock(new Date('2026-03-02T11:00:00Z')), config, new Metrics(config)), kept };
}

describe('without a mail server', () => {
  it('keeps each mail as a file, and a repeat in its place', async () => {
    const { mail, kept } = mailWith({});
    await mail.send(LETTER);
    await mail.send(LETTER);
    mail.onApplicationShutdown();
    expect(readdirSync(join(folder, 'mail'))).toEqual([`${LETTER.id}.eml`]);
    const file = readFileSync(join(folder, 'mail', `${LETTER.id}.eml`), 'latin1');
    expect(file).toContain('Auto-Submitted: auto-generated\r\n');
    expect(await kept.read(LETTER.id)).toEqual({
      id: LETTER.id,
      to: 'Maja <maja@aleksandrow.example>',
      subject: 'Mamy Twój pomysł: Cichy tramwaj',
      date: '2026-03-02T11:00:00.000Z',
      messageId: LETTER.messageId,
      text: expect.stringContaining('Dzień dobry, Maja!'),
      html: expect.stringContaining('<p>Dzień dobry, Maja!</p>'),
    });
  });

  it('lists the newest first, and reads nothing but mails', async () => {
    const { mail, kept } = mailWith({});
    expect(await kept.list()).toEqual([]);
    for (const last of ['1', '3', '2']) await mail.send({ ...LETTER, id: LETTER.id.slice(0, -1) + last, subject: last });
    mail.onApplicationShutdown();
    expect((await kept.list()).map(({ subject }) => subject)).toEqual(['3', '2', '1']);
    expect(await kept.read('../secret')).toBeNull();
    expect(await kept.read(`../mail/${LETTER.id}`)).toBeNull();
  });
});

describe('with a mail server', () => {
  interface Received {
    readonly from: string;
    readonly to: readonly string[];
    readonly content: Buffer;
  }

  async function serverThat(options: SMTPServerOptions): Promise<{ url: string; received: Received[]; close: () => Promise<void> }> {
    const received: Received[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          received.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            content: Buffer.concat(parts),
          });
          done();
        });
      },
      ...options,
    });
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    return { url: `smtp://127.0.0.1:${port}`, received, close: () => new Promise((resolve) => server.close(() => resolve())) };
  }

  it('sends text and HTML under the same Message-ID at every attempt, and keeps no file', async () => {
    const server = await serverThat({});
    const { mail } = mailWith({ SMTP_URL: server.url, PUBLIC_URL: 'https://ideas.example.org' });
    await mail.send(LETTER);
    await mail.send(LETTER);
    mail.onApplicationShutdown();
    await server.close();
    expect(server.received.map(({ from, to }) => [from, to])).toEqual([
      ['polku@ideas.example.org', ['maja@aleksandrow.example']],
      ['polku@ideas.example.org', ['maja@aleksandrow.example']],
    ]);
    const messages = server.received.map(({ content }) => parseMessage(content));
    expect(messages.map(({ headers }) => headers.get('message-id'))).toEqual([LETTER.messageId, LETTER.messageId]);
    expect(messages[0]?.headers.get('content-language')).toBe('pl');
    expect(messages[0]?.text.trim()).toBe('Dzień dobry, Maja!');
    expect(messages[0]?.html).toContain('<p>Dzień dobry, Maja!</p>');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('tells an address that is refused for good from a server that is away', async () => {
    const server = await serverThat({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('No such mailbox'), { responseCode: 550 })),
    });
    const { mail } = mailWith({ SMTP_URL: server.url });
    await expect(mail.send(LETTER)).rejects.toThrow(AddressRefused);
    await server.close();
    await expect(mail.send(LETTER)).rejects.not.toThrow(AddressRefused);
    mail.onApplicationShutdown();
  });

  it('does not blame the address when it is the sender who is refused', async () => {
    const server = await serverThat({
      onMailFrom: (_address, _session, done) => done(Object.assign(new Error('Sender not allowed'), { responseCode: 550 })),
    });
    const { mail } = mailWith({ SMTP_URL: server.url });
    await expect(mail.send(LETTER)).rejects.not.toThrow(AddressRefused);
    mail.onApplicationShutdown();
    await server.close();
  });
});
