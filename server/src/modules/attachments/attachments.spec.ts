import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import type { AttachmentPage, AttachmentView, HistoryPage, IdeaView, NotificationPage } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { eventually } from '../../../test/eventually.js';
import { submitted } from '../../../test/factories.js';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** A zip archive as far as its type is known by: one entry, not compressed. */
function zipOf(name: string, content: string): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name), Buffer.from(content)]);
}

let polku: TestApp;
let maja: Actor;
let tomek: Actor;
let hanna: Actor;
let idea: IdeaView;

beforeAll(async () => {
  polku = await startTestApp({
    env: { POLKU_LIMIT_ATTACHMENT_BYTES: '200000', POLKU_LIMIT_ATTACHMENTS: '4', POLKU_LIMIT_ATTACHMENT_SPACE: '1' },
  });
  [maja, tomek, hanna] = [await polku.as('maja'), await polku.as('tomek'), await polku.as('hanna')];
});

beforeEach(async () => {
  idea = await submitted(maja, { title: 'Shade for the bus stop' });
});

afterAll(() => polku.close());

interface Answer {
  readonly status: number;
  readonly body: AttachmentView & {
    fields?: { path: string; code: string }[];
    code?: string;
    limit?: number;
    refusals?: { code: string }[];
  };
}

async function send(
  who: Actor,
  name: string,
  content: Buffer | string,
  headers: Record<string, string> = {},
  number = idea.number,
): Promise<Answer> {
  const response = await fetch(
    `${polku.url}/api/v1/organisations/aleksandrow/ideas/${number}/attachments?name=${encodeURIComponent(name)}`,
    {
      method: 'POST',
      headers: { cookie: who.cookie, 'content-type': 'application/octet-stream', ...headers },
      body: new Uint8Array(Buffer.from(content)),
    },
  );
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}
const attached = async (who: Actor, name = 'photo.png', content: Buffer | string = PNG): Promise<AttachmentView> => {
  const { status, body } = await send(who, name, content);
  expect([status, body]).toMatchObject([201, {}]);
  return body;
};
const listed = async (who: Actor) => ((await who.get(`/ideas/${idea.number}/attachments`)).body as AttachmentPage).items;
const download = (who: Actor, id: string, headers: Record<string, string> = {}) =>
  fetch(`${polku.url}/api/v1/organisations/aleksandrow/attachments/${id}`, { headers: { cookie: who.cookie, ...headers } });
const folder = (name: string) => join(polku.config.dataFolder, name);
const filesIn = (name: string): string[] =>
  existsSync(folder(name))
    ? readdirSync(folder(name), { recursive: true, withFileTypes: true })
        .filter((it) => it.isFile())
        .map((it) => it.name)
    : [];
const codeOf = ({ status, body }: Answer) => [status, body.fields?.[0]?.code ?? body.code];

describe('an attachment', () => {
  it('is added by anybody of the organisation and comes back byte for byte, to be saved and never shown', async () => {
    const { id } = await attached(tomek, 'Zdjęcie „ławki”.png');
    expect(await listed(maja)).toMatchObject([
      { id, name: 'Zdjęcie „ławki”.png', type: 'image/png', bytes: PNG.length, by: { name: 'Tomek' }, mayRemove: false },
    ]);
    const response = await download(maja, id);
    expect(Buffer.from(await response.arrayBuffer()).equals(PNG)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'content-disposition': `attachment; filename="Zdj?cie ??awki?.png"; filename*=UTF-8''${encodeURIComponent('Zdjęcie „ławki”.png')}`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache, no-transform',
    });
    const again = await download(maja, id, { 'if-none-match': response.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it('is kept under an id, for its owner’s eyes, and nothing else of it lies about', async () => {
    const { id } = await attached(maja, '../../etc/passwd.png');
    expect(filesIn('files')).toContain(id);
    expect(readFileSync(join(folder('files'), await organisation(), id)).equals(PNG)).toBe(true);
    expect(filesIn('incoming')).toEqual([]);
    expect((await listed(maja))[0]?.name).toBe('passwd.png');
  });

  it('has its type by what it holds, and a name that says so', async () => {
    const office = zipOf('mimetype', 'application/vnd.oasis.opendocument.text');
    const given: [string, Buffer | string][] = [
      ['invoice.exe', PDF],
      ['letter.odt', office],
      ['numbers.CSV', 'a;b\r\n1;2\r\n'],
    ];
    for (const [name, content] of given) await attached(maja, name, content);
    expect((await listed(maja)).map(({ name, type }) => [name, type])).toEqual([
      ['numbers.CSV', 'text/csv'],
      ['letter.odt', 'application/vnd.oasis.opendocument.text'],
      ['invoice.exe.pdf', 'application/pdf'],
    ]);
  });

  it('is refused when it is a program, a page, a drawing that can run, an archive, or nothing that is known', async () => {
    const given: [string, Buffer | string][] = [
      ['program.png', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
      ['program', Buffer.from('7f454c46020101000000000000000000', 'hex')],
      ['page.txt', '<!doctype html><script>alert(1)</script>'],
      ['drawing.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ['drawing.txt', ' \ufeff\n<svg/>'],
      ['run.txt', '#!/bin/sh\nrm -rf /\n'],
      ['archive.docx', zipOf('a.txt', 'a')],
      ['page.html', 'Just words.'],
      ['noise.csv', Buffer.from([1, 2, 3, 4])],
      ['broken.png', Buffer.from('89504e470d0a1a0a', 'hex')],
      ['old.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ];
    for (const [name, content] of given) expect([name, ...codeOf(await send(maja, name, content))]).toEqual([name, 422, 'file-type']);
    expect(codeOf(await send(maja, 'empty.txt', ''))).toEqual([422, 'too-short']);
    expect([await listed(maja), filesIn('incoming')]).toEqual([[], []]);
  });

  it('is refused when it is too large, whether its length is said or not, and the answer says how large it may be', async () => {
    const huge = Buffer.alloc(200_001, 'a');
    expect(await send(maja, 'huge.txt', huge)).toMatchObject({ status: 413, body: { code: 'too-large', limit: 200_000 } });
    const unsaid = await fetch(`${polku.url}/api/v1/organisations/aleksandrow/ideas/${idea.number}/attachments?name=huge.txt`, {
      method: 'POST',
      headers: { cookie: maja.cookie, 'content-type': 'application/octet-stream' },
      body: new Blob([huge]).stream(),
      duplex: 'half',
    });
    expect([unsaid.status, await unsaid.json()]).toMatchObject([413, { code: 'too-large', limit: 200_000 }]);
    expect(filesIn('incoming')).toEqual([]);
    expect((await send(maja, 'large.txt', huge.subarray(1))).status).toBe(201);
  });

  it('leaves nothing behind when its sending is broken off', async () => {
    const sent = httpRequest(`${polku.url}/api/v1/organisations/aleksandrow/ideas/${idea.number}/attachments?name=a.txt`, {
      method: 'POST',
      headers: { cookie: maja.cookie, 'content-type': 'application/octet-stream', 'content-length': '1000' },
    });
    sent.on('error', () => undefined);
    sent.write('only a part');
    await eventually(async () => filesIn('incoming').length === 1);
    sent.destroy();
    await eventually(async () => filesIn('incoming').length === 0);
    expect(await listed(maja)).toEqual([]);
  });

  it('is a file as it is, with a name', async () => {
    expect(codeOf(await send(maja, 'a.txt', 'a', { 'content-type': 'text/plain' }))).toEqual([415, 'unsupported-media-type']);
    expect(codeOf(await send(maja, 'a.txt', 'a', { 'content-encoding': 'gzip' }))).toEqual([415, 'unsupported-media-type']);
    expect(codeOf(await send(maja, ' ', 'a'))).toEqual([422, 'required']);
    expect(codeOf(await send(maja, 'x'.repeat(201), 'a'))).toEqual([422, 'too-long']);
    expect((await send(maja, 'a.txt', 'a', {}, 999_999)).status).toBe(404);
  });

  it('that was not attached after all is deleted', async () => {
    await polku.poll();
    const before = filesIn('files').length;
    expect((await send(maja, 'a.txt', 'a', {}, 999_999)).status).toBe(404);
    await eventually(async () => {
      await polku.poll();
      return filesIn('files').length === before;
    });
  });

  it('is one of a few', async () => {
    for (let count = 0; count < 4; count += 1) await attached(maja);
    expect(codeOf(await send(maja, 'photo.png', PNG))).toEqual([422, 'too-many']);
  });

  it('has to find space: two who come at once do not both get the last of it, and what is removed is free again', async () => {
    const [used] = await polku.sql<{ bytes: number }>(`select coalesce(sum(bytes), 0)::int as bytes from app.attachment`);
    const ideas = await Promise.all(Array.from({ length: 5 }, () => submitted(maja)));
    const fits = Math.floor((1_000_000 - (used?.bytes ?? 0)) / 190_000);
    const sent = await Promise.all(ideas.map(({ number }) => send(maja, 'a.txt', Buffer.alloc(190_000, 'a'), {}, number)));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(fits);
    const refused = sent.filter(({ status }) => status !== 201);
    expect(new Set(refused.map((it) => String(codeOf(it))))).toEqual(new Set(['422,no-space']));
    expect(fits).toBeLessThan(5);
    for (const { body } of sent.filter(({ status }) => status === 201)) await maja.delete(`/attachments/${body.id}`);
    await attached(maja, 'a.txt', Buffer.alloc(190_000, 'a'));
    await maja.delete(`/attachments/${(await listed(maja))[0]?.id}`);
  });

  it('is told in Polku to those around the idea and who follow it, once and without a mail; the link leads to the files', async () => {
    await hanna.put(`/ideas/${idea.number}/followers/me`);
    await attached(tomek);
    await polku.settle();
    const kinds = async (who: Actor) => {
      const { items } = (await who.get('/notifications')).body as NotificationPage;
      return items.filter(({ kind, link }) => kind === 'attached' && link.endsWith(`/ideas/${idea.number}#attachments`)).length;
    };
    expect([await kinds(maja), await kinds(hanna), await kinds(tomek)]).toEqual([1, 1, 0]);
    const mails = await polku.sql(
      `select d.id from app.delivery d join app.notification n on n.id = d.notification_id where n.kind = 'attached'`,
    );
    expect(mails).toEqual([]);
  });

  it('sent twice with a key is there once; with another content the key is refused', async () => {
    const key = { 'idempotency-key': `twice-${idea.number}` };
    const [one, two] = [await send(maja, 'a.txt', 'a', key), await send(maja, 'a.txt', 'a', key)];
    expect([two.status, two.body.id]).toEqual([201, one.body.id]);
    expect(codeOf(await send(maja, 'a.txt', 'b', key))).toEqual([422, 'idempotency-mismatch']);
    expect(await listed(maja)).toHaveLength(1);
  });

  it('is removed by who added it or the hub: its file is deleted, and the history says who did it', async () => {
    const [one, two] = [await attached(tomek, 'one.png'), await attached(tomek, 'two.png')];
    const refused = await maja.delete(`/attachments/${one.id}`);
    expect([refused.status, refused.body.refusals]).toMatchObject([409, [{ code: 'own-attachment' }]]);
    expect([(await tomek.delete(`/attachments/${one.id}`)).status, (await hanna.delete(`/attachments/${two.id}`)).status]).toEqual([
      204, 204,
    ]);
    expect((await tomek.delete(`/attachments/${one.id}`)).status).toBe(404);
    expect((await download(tomek, one.id)).status).toBe(404);
    await polku.poll();
    expect(filesIn('files').filter((id) => [one.id, two.id].includes(id))).toEqual([]);
    const { items } = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(items.slice(0, 4).map(({ kind, details, by }) => [kind, details['name'], by?.name])).toEqual([
      ['attachment-removed', 'two.png', 'Hanna'],
      ['attachment-removed', 'one.png', 'Tomek'],
      ['attachment-added', 'two.png', 'Tomek'],
      ['attachment-added', 'one.png', 'Tomek'],
    ]);
  });

  it('is unknown elsewhere', async () => {
    const { id } = await attached(maja);
    const elin = await polku.as('elin');
    for (const path of [`/attachments/${id}`, `/ideas/${idea.number}/attachments`]) {
      expect((await elin.get(path)).status).toBe(404);
      expect((await elin.at('aleksandrow').get(path)).status).toBe(404);
    }
    expect((await elin.delete(`/attachments/${id}`)).status).toBe(404);
    expect((await download(await polku.as('sanna'), id)).status).toBe(403);
    expect(await listed(maja)).toHaveLength(1);
  });
});

async function organisation(): Promise<string> {
  const [row] = await polku.sql<{ id: string }>(`select id from app.organisation where slug = 'aleksandrow'`);
  return row?.id ?? '';
}
