import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import request, { type Response } from 'supertest';
import type { BoardView, IdeaPage, IdeaView, ImportMapping, ImportView } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { eventually } from '../../../test/eventually.js';
import { moved } from '../../../test/factories.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { JobHandlers, Queues } from '../../platform/queues/index.js';
import { ImportIdeas } from '../ideas/index.js';
import { OrganisationsRepository } from '../organisations/index.js';
import { FindLostImports } from './find-lost-imports.js';
import { ImportsRepository } from './imports.repository.js';
import { ReadFile } from './read-file.js';
import { RunImport } from './run-import.js';

interface Sending {
  readonly mapping?: ImportMapping;
  readonly step?: string;
  readonly dryRun?: boolean;
  readonly delimiter?: ',' | ';' | 'tab';
  readonly fileName?: string;
}

/** Our own proposals: Polish letters, quotation marks, a line break inside a cell, several tags. */
const HEADER = 'external_id,title,need,district,categories,beneficiaries';
const ROWS = [
  'A-1,Zażółć gęślą jaźń na Śródmieściu,"Ławki są ""za gorące"", latem nikt nie siada.",Śródmieście,"zieleń, woda;cień",seniorzy',
  'A-2,Cichy tramwaj,"Pierwsza linia\ndruga linia",Stare Miasto,transport,',
  'A-3,"Książki, gazety, mapy",Czytelnia jest zamknięta o siedemnastej,,,dzieci',
];
const FIXTURE = [HEADER, ...ROWS].join('\r\n');
/** The smallest picture there is: one dot. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
const MAPPING: ImportMapping = {
  externalId: 'external_id',
  title: 'title',
  need: 'need',
  beneficiaries: 'beneficiaries',
  tags: 'categories',
};

let polku: TestApp;
let hanna: Actor;

beforeAll(async () => {
  polku = await startTestApp();
  hanna = await polku.as('hanna');
});

afterAll(() => polku.close());

async function send(
  actor: Actor,
  content: string | Buffer,
  { mapping, step, dryRun, delimiter, fileName = 'ideas.csv' }: Sending = {},
): Promise<Response> {
  const organisation = actor.name === 'elin' ? 'lindvik' : 'aleksandrow';
  const sending = request(polku.url).post(`/api/v1/organisations/${organisation}/imports`).set('Cookie', actor.cookie);
  if (mapping) void sending.field('mapping', JSON.stringify(mapping));
  if (step) void sending.field('step', step);
  if (delimiter) void sending.field('delimiter', delimiter);
  void sending.field('dryRun', String(dryRun ?? false));
  return sending.attach('file', Buffer.from(content), fileName);
}

async function ended(actor: Actor, id: string): Promise<ImportView> {
  return eventually(async () => {
    const { body } = await actor.get(`/imports/${id}`);
    return body.state === 'done' || body.state === 'failed' ? (body as ImportView) : null;
  }, 120_000);
}

async function imported(actor: Actor, content: string | Buffer, sending: Sending = {}): Promise<ImportView> {
  const response = await send(actor, content, sending);
  expect([response.status, response.text]).toEqual([201, expect.any(String)]);
  return ended(actor, response.body.id);
}

async function ideaCalled(title: string): Promise<IdeaView> {
  const [row] = await polku.sql<{ number: number }>('select number from app.idea where title = $1', [title]);
  return (await hanna.get(`/ideas/${row?.number}`)).body as IdeaView;
}

async function ideaCount(): Promise<number> {
  const [row] = await polku.sql<{ count: string }>('select count(*) from app.idea');
  return Number(row?.count);
}

describe('importing a file', () => {
  it('says first what it would do, and writes nothing', async () => {
    const before = await ideaCount();
    const view = await imported(hanna, FIXTURE, { mapping: MAPPING, dryRun: true });
    expect(view).toMatchObject({ state: 'done', dryRun: true, total: 3, processed: 3, created: 3, updated: 0, errors: [], errorCount: 0 });
    expect(view.columns).toEqual(['external_id', 'title', 'need', 'district', 'categories', 'beneficiaries']);
    expect(await ideaCount()).toBe(before);
  });

  it('reads a title as one line, and nothing into signs that nobody sees', async () => {
    const rows = ['B-1,"A quiet\n\u202etram\u202c\tline","Two\nlines",\u3164,"a\nb;\u2800"', 'B-2,\u3164,\ufe0f,,'];
    const file = ['external_id,title,need,beneficiaries,categories', ...rows].join('\n');
    const sending = { mapping: MAPPING, step: 'explore-idea' };
    const view = await imported(hanna, file, sending);
    expect(view.errors.map(({ row, column, code }) => [row, column, code])).toEqual([
      [3, 'title', 'required'],
      [3, 'need', 'required'],
    ]);
    await imported(hanna, file.split('\nB-2')[0] ?? '', sending);
    expect(await ideaCalled('A quiet tram line')).toMatchObject({ need: 'Two\nlines', beneficiaries: null, tags: ['a b'] });
  });

  it('says once that a cell is empty which is both title and need', async () => {
    const view = await imported(hanna, 'title,note\nA bench,\n ,by the stop', { dryRun: true });
    expect(view.mapping).toMatchObject({ title: 'title', need: 'title' });
    expect([view.errorCount, view.errors.map(({ row, column, code }) => [row, column, code])]).toEqual([1, [[3, 'title', 'required']]]);
  });

  it('shows the first rows of a file that is tried, cut, until the next is tried', async () => {
    const long = 'ą'.repeat(250);
    const tried = await imported(hanna, `id,what\n1,${long}\n2,\n3,c\n4,d`, { dryRun: true });
    expect(tried.state).toBe('failed');
    expect(tried.sample).toEqual([
      ['1', `${'ą'.repeat(199)}…`],
      ['2', ''],
      ['3', 'c'],
    ]);
    const { id } = await imported(hanna, FIXTURE, { mapping: MAPPING, dryRun: true });
    expect((await hanna.get(`/imports/${tried.id}`)).body.sample).toEqual([]);
    expect((await hanna.get(`/imports/${id}`)).body.sample[0][1]).toBe('Zażółć gęślą jaźń na Śródmieściu');
  });

  it('brings every letter, quotation mark and line break, with tags, note and who did it', async () => {
    const queued = await send(hanna, FIXTURE, { mapping: MAPPING, fileName: 'zgłoszenia.csv' });
    expect(queued.body).toMatchObject({ state: 'queued', step: 'submitted', fileName: 'zgłoszenia.csv', dryRun: false, processed: 0 });
    expect(await ended(hanna, queued.body.id)).toMatchObject({ state: 'done', total: 3, processed: 3, created: 3, updated: 0 });
    const idea = await ideaCalled('Zażółć gęślą jaźń na Śródmieściu');
    expect(idea).toMatchObject({
      need: 'Ławki są "za gorące", latem nikt nie siada.',
      tags: ['zieleń', 'woda', 'cień'],
      beneficiaries: 'seniorzy',
      language: 'pl',
      step: 'submitted',
      due: '2026-03-09T22:59:59.999Z',
      submitter: { name: 'Hanna' },
      team: [],
      origin: { externalId: 'A-1', note: 'district: Śródmieście' },
    });
    expect((await ideaCalled('Cichy tramwaj')).need).toBe('Pierwsza linia\ndruga linia');
    const { body: history } = await hanna.get(`/ideas/${idea.number}/history`);
    expect(history.items).toEqual([
      expect.objectContaining({ kind: 'idea-imported', to: 'submitted', by: expect.objectContaining({ name: 'Hanna' }) }),
    ]);
    expect(await polku.sql('select 1 from app.import_file')).toEqual([]);
  });

  it('is done only when the counts of the board have it, and keeps the order of the file', async () => {
    const { body: board } = await hanna.get('/boards/helsingborg');
    const column = (board as BoardView).columns.find(({ step }) => step === 'submitted');
    expect(column?.total).toBe(3);
    expect(column?.cards.map(({ title }) => title)).toEqual(['Zażółć gęślą jaźń na Śródmieściu', 'Cichy tramwaj', 'Książki, gazety, mapy']);
  });

  it('updates the second time instead of adding, and touches only what is different', async () => {
    const before = await ideaCount();
    await moved(hanna, await ideaCalled('Cichy tramwaj'), 'explore-idea');
    const changed = [HEADER, ROWS[0], ROWS[1]?.replace('transport', 'cisza'), ROWS[2], 'A-4,Nowy pomysł,Potrzeba,,,'].join('\n');
    expect(await imported(hanna, changed, { mapping: MAPPING, dryRun: true })).toMatchObject({ created: 1, updated: 3 });
    expect(await imported(hanna, changed, { mapping: MAPPING })).toMatchObject({ state: 'done', created: 1, updated: 3 });
    expect(await ideaCount()).toBe(before + 1);
    expect(await ideaCalled('Cichy tramwaj')).toMatchObject({ step: 'explore-idea', version: 3, tags: ['cisza'] });
    expect(await ideaCalled('Książki, gazety, mapy')).toMatchObject({ version: 1 });
    const { body: history } = await hanna.get(`/ideas/${(await ideaCalled('Cichy tramwaj')).number}/history`);
    expect(history.items[0]).toMatchObject({ kind: 'idea-edited', details: { fields: ['tags'] } });
  });

  it('guesses the columns, places on any step, and tells nobody', async () => {
    const view = await imported(hanna, 'Nazwa projektu;Kategoria;Język;E-mail autora\nMokry park;woda;PL;maja@aleksandrow.example\n', {
      step: 'pilot',
      delimiter: ';',
    });
    expect(view).toMatchObject({ state: 'done', created: 1, step: 'pilot' });
    expect(view.mapping).toEqual({
      title: 'Nazwa projektu',
      need: 'Nazwa projektu',
      tags: 'Kategoria',
      language: 'Język',
      submitterEmail: 'E-mail autora',
    });
    expect(await ideaCalled('Mokry park')).toMatchObject({
      step: 'pilot',
      submitter: { name: 'Maja' },
      team: [{ name: 'Maja' }],
      origin: { externalId: null },
    });
    await polku.settle();
    expect(
      await polku.sql(`select 1 from app.notification n join app.domain_event e on e.id = n.event_id where e.kind like 'idea-imported'`),
    ).toEqual([]);
  });

  it('lets two organisations and several files go their own ways', async () => {
    const elin = await polku.as('elin');
    const rows = (name: string) => ['id,title', ...Array.from({ length: 600 }, (_, index) => `X-${index},${name} ${index}`)].join('\n');
    const [one, two, three] = await Promise.all([
      imported(hanna, rows('here')),
      imported(elin, rows('there')),
      imported(elin, rows('there')),
    ]);
    expect(one).toMatchObject({ state: 'done', created: 600, updated: 0 });
    expect([two.created + three.created, two.updated + three.updated]).toEqual([600, 600]);
    expect((await elin.get('/boards/helsingborg')).body.columns[0].total).toBe(600);
  });
});

describe('an import that is interrupted', () => {
  const many = (name: string) =>
    ['id,title', ...Array.from({ length: 1_000 }, (_, index) => `${name}-${index},${name} ${index}`)].join('\n');

  it('goes on where it was, and doubles nothing', async () => {
    const ideas = polku.app.get(ImportIdeas, { strict: false });
    const bringIn = ideas.bringIn.bind(ideas);
    let parts = 0;
    ideas.bringIn = async (batch) => {
      const counts = await bringIn(batch);
      parts += 1;
      if (parts === 3) throw new Error('pulled the plug before the commit');
      return counts;
    };
    try {
      expect(await imported(hanna, many('plug'))).toMatchObject({ state: 'done', processed: 1_000, created: 1_000, updated: 0 });
    } finally {
      ideas.bringIn = bringIn;
    }
    expect(parts).toBe(5);
    const rows = await polku.sql<{ title: string }>(`select title from app.idea where title like 'plug %' order by number`);
    expect(rows.map(({ title }) => title)).toEqual(Array.from({ length: 1_000 }, (_, index) => `plug ${index}`));
  });

  it('is done once, however many workers are at it', async () => {
    const get = <T>(type: abstract new (...parts: never[]) => T): T => polku.app.get(type, { strict: false });
    const worker = () =>
      new RunImport(
        get(UnitOfWork),
        get(ImportsRepository),
        get(ReadFile),
        get(ImportIdeas),
        get(OrganisationsRepository),
        get(JobHandlers),
        polku.clock,
      );
    const [one, two] = [worker(), worker()];
    const { body } = await send(hanna, many('twins'));
    const organisation = polku.founded.organisations.aleksandrow;
    await Promise.all([one.run(organisation, body.id), two.run(organisation, body.id)]);
    expect(await ended(hanna, body.id)).toMatchObject({ state: 'done', processed: 1_000, created: 1_000, updated: 0 });
    const rows = await polku.sql<{ title: string }>(`select title from app.idea where title like 'twins %' order by rank`);
    expect(rows.map(({ title }) => title)).toEqual(Array.from({ length: 1_000 }, (_, index) => `twins ${index}`));
  });

  it('is taken up again when its job was lost', async () => {
    const queues = polku.app.get(Queues, { strict: false });
    const add = queues.add.bind(queues);
    queues.add = async () => undefined;
    const { body } = await send(hanna, 'title\nLost and found');
    queues.add = add;
    expect((await hanna.get(`/imports/${body.id}`)).body.state).toBe('queued');
    await polku.app.get(FindLostImports, { strict: false }).find();
    expect(await ended(hanna, body.id)).toMatchObject({ state: 'done', created: 1 });
  });
});

describe('who may import', () => {
  it('is the hub and administrators', async () => {
    expect((await send(await polku.as('maja'), FIXTURE)).status).toBe(403);
    expect((await send(await polku.as('piotr'), FIXTURE, { dryRun: true })).status).toBe(201);
  });

  it('sees imports of the own organisation only', async () => {
    const { id } = await imported(hanna, FIXTURE, { dryRun: true });
    const elin = await polku.as('elin');
    expect((await elin.get(`/imports/${id}`)).status).toBe(404);
    expect((await elin.at('aleksandrow').get(`/imports/${id}`)).status).toBe(404);
  });
});

describe('a request that cannot be', () => {
  it('has no file, an unknown step, an impossible mapping, or too much', async () => {
    const bare = await request(polku.url)
      .post('/api/v1/organisations/aleksandrow/imports')
      .set('Cookie', hanna.cookie)
      .field('dryRun', 'true');
    expect([bare.status, bare.body.fields[0]]).toEqual([422, expect.objectContaining({ path: 'file', code: 'required' })]);
    const moon = await send(hanna, FIXTURE, { step: 'the-moon' });
    expect([moon.status, moon.body.fields[0]]).toEqual([422, expect.objectContaining({ path: 'step', code: 'unknown-step' })]);
    const broken = await request(polku.url)
      .post('/api/v1/organisations/aleksandrow/imports')
      .set('Cookie', hanna.cookie)
      .field('mapping', '{')
      .attach('file', Buffer.from(FIXTURE), 'x.csv');
    expect([broken.status, broken.body.fields[0]]).toEqual([422, expect.objectContaining({ path: 'mapping', code: 'not-readable' })]);
    const huge = await send(hanna, Buffer.alloc(25_000_001, 'a'));
    expect([huge.status, huge.body.code]).toEqual([413, 'too-large']);
  });
});

describe('a wrong file', () => {
  const wrong: readonly [string, string | Buffer, Sending, object][] = [
    ['is parted by another sign', 'a;b\n1;2', {}, { row: 1, code: 'wrong-delimiter' }],
    ['is parted by tabs', 'a\tb\n1\t2', {}, { row: 1, code: 'wrong-delimiter' }],
    ['lacks a mapped column', FIXTURE, { mapping: { ...MAPPING, need: 'why' } }, { row: 1, column: 'why', code: 'unknown-column' }],
    ['names no title', 'a,b\n1,2', {}, { row: 1, column: null, field: 'title', code: 'no-column' }],
    ['names no need', 'a,b\n1,2', { mapping: { title: 'a' } }, { row: 1, column: null, field: 'need', code: 'no-column' }],
    ['is a picture', PICTURE, {}, { row: null, column: null, code: 'not-csv' }],
    ['is a spreadsheet', Buffer.from('504b03041400000008', 'hex'), {}, { row: null, code: 'not-csv' }],
    ['is no text at all', Buffer.from(Array.from({ length: 512 }, (_, at) => (at * 37) % 256)), {}, { row: null, code: 'not-csv' }],
    ['has no rows', HEADER, {}, { row: null, code: 'no-rows' }],
    ['is empty', '', {}, { row: null, code: 'no-rows' }],
    [
      'has a field of five megabytes',
      `title,need,etc\nx,y,z\nx,y,"${'a'.repeat(5_000_000)}"`,
      {},
      { row: 3, column: 'etc', code: 'too-long' },
    ],
    ['has a title that is too long', `title\n${'a'.repeat(301)}`, {}, { row: 2, column: 'title', code: 'too-long' }],
    ['has an empty title', 'title,need\nx,y\n ,z', {}, { row: 3, column: 'title', code: 'required' }],
    ['has a row with too few columns', 'title,need\nx,y\nz', {}, { row: 3, column: 'need', code: 'wrong-columns' }],
    ['has a row with too many columns', 'title,need\nx,y,z', {}, { row: 2, column: 'need', code: 'wrong-columns' }],
    ['has more columns than anybody reads', `title,need\nx,y\n${','.repeat(1_000_000)}`, {}, { row: 3, code: 'wrong-columns' }],
    ['opens a quotation mark and never closes it', 'title,need\nx,y\n"z,1', {}, { row: 3, code: 'not-readable' }],
    ['has a quotation mark in the middle', 'title,need\nx,y\nz,1 "2" 3', {}, { row: 3, column: 'need', code: 'not-readable' }],
    ['is not UTF-8', Buffer.from('title,need\nx,y\nzażółć,\xb9', 'latin1'), {}, { row: 3, column: 'title', code: 'not-readable' }],
    ['is UTF-16 in Greek', Buffer.from('\u{feff}τίτλος,ανάγκη\nένα,δύο', 'utf16le'), {}, { row: 1, code: 'not-readable' }],
    ['is UTF-16', Buffer.from('title,need\nx,y', 'utf16le'), {}, { row: 1, code: 'not-readable' }],
    ['names two columns alike', 'title,need,need\nx,y,z', {}, { row: 1, column: 'need', code: 'duplicate' }],
    ['names an idea twice', 'id,title\n7,a\n8,b\n7,c', {}, { row: 4, column: 'id', code: 'duplicate' }],
    ['speaks an unknown language', 'title,language\na,pl\nb,xx', {}, { row: 3, column: 'language', code: 'not-a-language' }],
    [
      'names a stranger',
      'title,email\na,maja@aleksandrow.example\nb,nobody@nowhere.example',
      {},
      { row: 3, column: 'email', code: 'not-a-member' },
    ],
    ['names somebody of elsewhere', 'title,email\na,elin@lindvik.example', {}, { row: 2, column: 'email', code: 'not-a-member' }],
    ['has a tag that is too long', `title,tags\na,"b, ${'c'.repeat(61)}"`, {}, { row: 2, column: 'tags', code: 'too-long' }],
    ['holds what cannot be stored', 'title,need\na,b\0c', {}, { row: 2, column: 'need', code: 'bad-character' }],
    ['has too many rows', `title\n${'a\n'.repeat(50_001)}`, {}, { row: 50_002, code: 'too-many-rows' }],
  ];

  it.each(wrong)('%s: says where, and writes nothing', async (_, content, sending, error) => {
    const before = await ideaCount();
    const view = await imported(hanna, content, sending);
    expect(view.state).toBe('failed');
    expect(view.errors[0]).toMatchObject(error);
    expect(view.errorCount).toBeGreaterThan(0);
    expect(await ideaCount()).toBe(before);
  });

  it('lists the first hundred faults and counts the rest', async () => {
    const view = await imported(hanna, `title,need\n${'x,\n'.repeat(150)}`);
    expect([view.state, view.errors.length, view.errorCount]).toEqual(['failed', 100, 150]);
  });

  it('is none for a byte order mark, empty lines, or cells with blanks around them', async () => {
    const view = await imported(hanna, '\u{feff}title,need\r\n\r\n  Blank  ,y\r\n,\r\n', { dryRun: true });
    expect(view).toMatchObject({ state: 'done', total: 1, columns: ['title', 'need'] });
  });
});

const realData = process.env['POLKU_TRY_DATA'] ?? '';

(realData === '' ? describe.skip : describe)('the real proposals of Warsaw’s residents', () => {
  const file = join(realData, 'warszawa-2025.csv');
  const mapping: ImportMapping = {
    externalId: 'external_id',
    title: 'title',
    need: 'title',
    beneficiaries: 'beneficiaries',
    tags: 'categories',
  };

  it('come in with every letter, and a second time double none', async () => {
    expect(existsSync(file)).toBe(true);
    const content = readFileSync(file);
    const first = await imported(hanna, content, { mapping });
    expect(first).toMatchObject({ state: 'done', total: 1097, processed: 1097, created: 1097, updated: 0, errors: [] });
    const count = await ideaCount();
    expect(await imported(hanna, content, { mapping })).toMatchObject({ state: 'done', created: 0, updated: 1097 });
    expect(await ideaCount()).toBe(count);
    const titles = new Set((await polku.sql<{ title: string }>('select title from app.idea')).map(({ title }) => title));
    const lines = content.toString('utf8').split('\n').slice(1, -1);
    expect(lines.filter((line) => !line.includes('"')).filter((line) => !titles.has((line.split(',')[1] ?? '').trim()))).toEqual([]);
    const found = (await hanna.get(`/ideas?q=${encodeURIComponent('książek bemowskiej')}`)).body as IdeaPage;
    expect(found.items.map(({ title }) => title)).toContain('Zakup książek do placówek bemowskiej biblioteki');
  });

  it('of eight further years come in, too', async () => {
    const view = await imported(hanna, readFileSync(join(realData, 'warszawa-2017-2024.csv')), { mapping });
    expect(view).toMatchObject({ state: 'done', total: 11_461, processed: 11_461, created: 11_461, updated: 0, errors: [] });
    const { body: board } = await hanna.get('/boards/helsingborg');
    const [row] = await polku.sql<{ count: string }>(`select count(*) from app.idea where step = 'submitted' and organisation_id = $1`, [
      polku.founded.organisations.aleksandrow,
    ]);
    expect((board as BoardView).columns[0]?.total).toBe(Number(row?.count));
  });
});
