import request, { type Response } from 'supertest';
import type { ImportView } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { eventually } from '../../../test/eventually.js';

const ADDRESS = '/api/v1/organisations/aleksandrow/imports';

let polku: TestApp;
let hanna: Actor;

beforeAll(async () => {
  polku = await startTestApp();
  hanna = await polku.as('hanna');
});

afterAll(() => polku.close());

function send(content: string, headers: Record<string, string> = {}, fields: Record<string, string> = {}): Promise<Response> {
  const sending = request(polku.url)
    .post(ADDRESS)
    .set({ Cookie: hanna.cookie, ...headers });
  return sending.field(fields).attach('file', Buffer.from(content), 'ideas.csv');
}

function ended(id: string): Promise<ImportView> {
  return eventually(async () => {
    const { body } = await hanna.get(`/imports/${id}`);
    return body.state === 'done' || body.state === 'failed' ? (body as ImportView) : null;
  }, 20_000);
}

describe('an import that is sent again', () => {
  it('with its key is the same one, and with another file under this key none', async () => {
    const key = { 'Idempotency-Key': 'of the first file' };
    const first = await send('title,need\nBenches,Nobody sits.\n', key);
    const again = await send('title,need\nBenches,Nobody sits.\n', key);
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
    const other = await send('title,need\nBridges,Nobody sits.\n', key); // as long as the first
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-mismatch']);
    const otherStep = await send('title,need\nBenches,Nobody sits.\n', key, { step: 'parked' });
    expect([otherStep.status, otherStep.body.code]).toEqual([422, 'idempotency-mismatch']);
    expect(await ended(first.body.id)).toMatchObject({ state: 'done', created: 1 });
    expect(await polku.sql('select 1 from app.import')).toHaveLength(1);
  });
});

describe('a file whose faults are told', () => {
  it('is over also when a sign of two halves stands where the telling is cut', async () => {
    const cut = `${'a'.repeat(19)}😀`;
    const language = await send(`title,need,language\nBenches,Nobody sits.,${cut}\n`);
    expect((await ended(language.body.id)).errors).toMatchObject([{ row: 2, column: 'language', code: 'not-a-language' }]);
    const name = `${'b'.repeat(58)}😀bbbb`;
    const column = await send(`title,need,${name},${name}\nBenches,Nobody sits.,,\n`);
    expect((await ended(column.body.id)).errors).toMatchObject([{ row: 1, column: name, code: 'duplicate' }]);
  });

  it('may end its lines as old Macs do, however many they are', async () => {
    const lines = Array.from({ length: 1_200 }, (_, n) => `Idea ${n},Room.`);
    const { body } = await send(['title,need', ...lines].join('\r'), {}, { dryRun: 'true' });
    expect(await ended(body.id)).toMatchObject({ state: 'done', total: 1_200 });
  });
});
