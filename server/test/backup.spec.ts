import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { AttachmentPage } from '#contracts';
import { filesOf } from '../src/backup.js';
import { createApp } from '../src/create-app.js';
import { restoreBackup, writeBackup } from '../src/platform/backup/index.js';
import { actor } from './actors.js';
import { startTestApp, TEST_SECRET, type TestApp } from './app.js';
import { emptyDatabase, scratchDatabase, type ScratchDatabase, withClient } from './database.js';
import { submitted } from './factories.js';
import { findBrokenInvariants } from './invariants.js';
import { scaling } from './path.js';
import { polku as command } from './polku-command.js';

let polku: TestApp;
let folder: string;
let file: string;

beforeAll(async () => {
  polku = await startTestApp();
  await scaling(polku);
  await submitted(await polku.as('elin'), { title: 'Ławki „w cieniu”\n\\ "quoted"' });
  await attach();
  await polku.settle();
  folder = mkdtempSync(join(tmpdir(), 'polku-backup-'));
  file = join(folder, 'backup');
  await writeBackup({ databaseUrl: polku.database.url, secret: TEST_SECRET, file, files: filesOf(polku.config) }, () => undefined);
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await polku.close();
});

/** A file over several lines, of an organisation that has others. */
const content = randomBytes(150_001).map((byte) => (byte % 26) + 97);
async function attach(): Promise<void> {
  const { url } = polku;
  const { cookie } = await polku.as('elin');
  const headers = { cookie, 'content-type': 'application/octet-stream' };
  const body = new Uint8Array(content);
  const sent = await fetch(`${url}/api/v1/organisations/lindvik/ideas/1/attachments?name=a.txt`, { method: 'POST', headers, body });
  expect(sent.status).toBe(201);
}

/** The files of another installation. */
const filesElsewhere = () => filesOf({ s3: null, dataFolder: join(folder, 'elsewhere') });
/** Those of one in which nothing is restored. */
const filesNowhere = () => filesOf({ s3: null, dataFolder: join(folder, 'unrestored') });
const keptNowhere = () =>
  existsSync(join(folder, 'unrestored'))
    ? readdirSync(join(folder, 'unrestored'), { recursive: true, withFileTypes: true }).filter((it) => it.isFile())
    : [];

const restoreInto = (database: ScratchDatabase, from: string, secret = TEST_SECRET) =>
  restoreBackup({ databaseUrl: database.url, secret, file: from, files: filesNowhere() }, () => undefined);

const organisationsIn = (database: ScratchDatabase) =>
  withClient(database.url, async (client) => (await client.query('select slug from app.organisation')).rowCount);

describe('a backup', () => {
  it('restored into an empty installation gives the same backup, byte for byte, and an installation that is whole', async () => {
    const elsewhere = await scratchDatabase();
    const said: string[] = [];
    const rows = await restoreBackup({ databaseUrl: elsewhere.url, secret: TEST_SECRET, file, files: filesElsewhere() }, (line) =>
      said.push(line),
    );
    expect(rows).toBeGreaterThan(100);
    expect(said).toContain('idea: 2 rows');
    const again = join(folder, 'again');
    await writeBackup({ databaseUrl: elsewhere.url, secret: TEST_SECRET, file: again, files: filesElsewhere() }, () => undefined);
    expect(readFileSync(again).equals(readFileSync(file))).toBe(true);
    expect(await withClient(elsewhere.url, (client) => findBrokenInvariants(client, TEST_SECRET))).toEqual([]);
    const app = await createApp({ ...polku.config, databaseUrl: elsewhere.url, dataFolder: join(folder, 'elsewhere') }, polku.clock);
    await app.listen(0, '127.0.0.1');
    // Who was signed in still is.
    const elin = actor(await app.getUrl(), 'elin', (await polku.as('elin')).cookie, 'lindvik');
    expect((await elin.get('/ideas?q=lawki')).body.items.map(({ number }: { number: number }) => number)).toEqual([1]);
    const { items } = (await elin.get('/ideas/1/attachments')).body as AttachmentPage;
    expect((await elin.get(`/attachments/${items[0]?.id}`)).text).toBe(content.toString());
    expect((await submitted(elin, { title: 'One more' })).number).toBe(2);
    await app.close();
    await elsewhere.drop();
  });

  it('is for its owner’s eyes', () => {
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is refused by an installation that is not empty, and changes nothing there', async () => {
    await expect(restoreInto(polku.database, file)).rejects.toThrow('not empty');
    expect((await (await polku.as('elin')).get('/ideas')).body.items).toHaveLength(1);
  });

  it('that was cut off, is of another secret or version, or is none, restores nothing', async () => {
    const elsewhere = await scratchDatabase();
    const whole = readFileSync(file);
    const lines = gunzipSync(whole).toString().trimEnd().split('\n');
    const written = (name: string, content: Buffer | string) => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const packed = (name: string, text: string) => written(name, gzipSync(text));
    const cut = written('cut', whole.subarray(0, whole.length - 200));
    await expect(restoreInto(elsewhere, cut)).rejects.toThrow('cut off');
    await expect(restoreInto(elsewhere, packed('shorter', lines.slice(0, -1).join('\n')))).rejects.toThrow('cut off');
    await expect(restoreInto(elsewhere, packed('one-less', lines.toSpliced(-2, 1).join('\n')))).rejects.toThrow('cut off');
    await expect(restoreInto(elsewhere, file, 'another secret of thirty-two characters')).rejects.toThrow('another POLKU_SECRET');
    const older = (lines[0] ?? '').replace(/"migration":"[^"]+"/, '"migration":"Older1"');
    await expect(restoreInto(elsewhere, packed('older', [older, ...lines.slice(1)].join('\n')))).rejects.toThrow('another version (Older1');
    await expect(restoreInto(elsewhere, written('none', 'a,b\n1,2\n'))).rejects.toThrow('no backup');
    await expect(restoreInto(elsewhere, packed('other', '{"a":1}\n'))).rejects.toThrow('no backup');
    await expect(restoreInto(elsewhere, join(folder, 'nowhere'))).rejects.toThrow('There is no file');
    expect([await organisationsIn(elsewhere), keptNowhere()]).toEqual([0, []]);
    expect(await restoreInto(elsewhere, file)).toBeGreaterThan(100);
    await elsewhere.drop();
  });

  it('is written and restored from the command line', async () => {
    const typed = join(folder, 'typed');
    const made = await command(polku.database.url, '', 'backup', typed);
    expect([made.code, made.err]).toEqual([0, '']);
    expect(made.out).toMatch(/\d+ rows, and the files that belong to them, are in .*typed\. Keep POLKU_SECRET with it/);
    expect(await command(polku.database.url, '', 'backup', typed)).toMatchObject({
      code: 1,
      err: expect.stringContaining('there already'),
    });
    const database = await emptyDatabase();
    expect(await command(database, '', 'restore', typed)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/\d+ rows are restored, and the files that belong to them\.\n$/),
    });
    expect(await command(database, '', 'verify-audit')).toMatchObject({ code: 0 });
    expect(await command(database, '', 'restore', typed)).toMatchObject({ code: 1, err: expect.stringContaining('not empty') });
    expect(await command(database, '', 'restore')).toMatchObject({ code: 1, err: 'Name one file.\n' });
  });
});
