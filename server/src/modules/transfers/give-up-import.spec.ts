import request from 'supertest';
import type { ImportView } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { Queues } from '../../platform/queues/index.js';
import { ImportIdeas } from '../ideas/index.js';
import { MOST_ATTEMPTS, PART, RunImport } from './run-import.js';

const ROWS = 2 * PART;

let polku: TestApp;
let hanna: Actor;
let organisation: string;
let running: RunImport;
let ideas: ImportIdeas;
let bringIn: ImportIdeas['bringIn'];

beforeAll(async () => {
  polku = await startTestApp({ env: { POLKU_LOG: 'silent' } });
  hanna = await polku.as('hanna');
  organisation = polku.founded.organisations.aleksandrow;
  running = polku.app.get(RunImport, { strict: false });
  ideas = polku.app.get(ImportIdeas, { strict: false });
  bringIn = ideas.bringIn.bind(ideas);
});

afterEach(() => {
  ideas.bringIn = bringIn;
});

afterAll(() => polku.close());

/** Sends a file whose job nobody does by itself; gives its import's id. */
async function waiting(name: string): Promise<string> {
  const queues = polku.app.get(Queues, { strict: false });
  const add = queues.add.bind(queues);
  queues.add = async () => undefined;
  const content = ['id,title', ...Array.from({ length: ROWS }, (_, index) => `${name}-${index},${name} ${index}`)].join('\n');
  const response = await request(polku.url)
    .post('/api/v1/organisations/aleksandrow/imports')
    .set('Cookie', hanna.cookie)
    .attach('file', Buffer.from(content), 'ideas.csv');
  queues.add = add;
  expect(response.status).toBe(201);
  return response.body.id;
}

const viewOf = async (id: string) => (await hanna.get(`/imports/${id}`)).body as ImportView;

/** Lets every part but the first fail. */
function failAfterFirstPart(error: () => Error): void {
  ideas.bringIn = async (batch) => {
    if (batch.ideas[0]?.externalId?.endsWith('-0') !== true) throw error();
    return bringIn(batch);
  };
}

describe('an import that does not get on', () => {
  it('has failed after a bounded number of attempts, says what to do, and a repeat doubles nothing', async () => {
    const id = await waiting('bounded');
    failAfterFirstPart(() => new Error('the same every time'));
    // The first attempt gets on: it does not count.
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      await expect(running.run(organisation, id)).rejects.toThrow('the same every time');
    }
    expect((await viewOf(id)).state).toBe('running');
    await running.run(organisation, id);
    const failed = await viewOf(id);
    expect(failed).toMatchObject({ state: 'failed', processed: PART, created: PART, total: ROWS, errorCount: 1 });
    expect(failed.errors).toEqual([
      { row: null, column: null, code: 'given-up', message: expect.stringContaining(`${PART} of ${ROWS} rows`) },
    ]);
    expect(failed.finishedAt).not.toBeNull();
    expect(await polku.sql('select 1 from app.import_file')).toEqual([]);
    ideas.bringIn = bringIn;
    const again = await waiting('bounded');
    await running.run(organisation, again);
    expect(await viewOf(again)).toMatchObject({ state: 'done', created: ROWS - PART, updated: PART });
    expect(await polku.sql(`select 1 from app.idea where title like 'bounded %'`)).toHaveLength(ROWS);
  });

  it('has failed also when every attempt took its process along', async () => {
    const id = await waiting('deadly');
    await polku.sql(`update app.import set state = 'running', attempts = $2 where id = $1`, [id, MOST_ATTEMPTS]);
    await running.run(organisation, id);
    expect(await viewOf(id)).toMatchObject({ state: 'failed', processed: 0, errors: [{ code: 'given-up' }] });
  });

  it('goes on for as long as it is only the database that is away', async () => {
    const id = await waiting('away');
    failAfterFirstPart(() => Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }));
    for (let attempt = 0; attempt < 2 * MOST_ATTEMPTS; attempt += 1)
      await expect(running.run(organisation, id)).rejects.toThrow('terminating');
    ideas.bringIn = bringIn;
    await running.run(organisation, id);
    expect(await viewOf(id)).toMatchObject({ state: 'done', processed: ROWS, created: ROWS, updated: 0 });
    expect(await polku.sql(`select 1 from app.idea where title like 'away %'`)).toHaveLength(ROWS);
  });
});
