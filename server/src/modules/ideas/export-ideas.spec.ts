import request from 'supertest';
import type { IdeaExport, IdeaView } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { moved, submitted } from '../../../test/factories.js';
import type { CastName } from '../../../seeds/cast.js';

let polku: TestApp;
const ideas: IdeaView[] = [];

beforeAll(async () => {
  polku = await startTestApp();
  const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  ideas.push(await submitted(maja, { title: 'Shade for the bus stop', tags: ['roads', 'heat'], proposal: 'A tree,\n"or two".' }));
  ideas.push(await submitted(maja, { title: '=HYPERLINK("http://elsewhere.example")', need: '+1' }));
  await moved(hanna, ideas[0] ?? { number: 0, version: 0 }, 'explore-idea', { reason: 'Worth a look.' });
});

afterAll(() => polku.close());

const file = async (name: CastName, address: string, headers: Record<string, string> = {}) => {
  const { cookie } = await polku.as(name);
  return request(polku.url)
    .get(`/api/v1/organisations/aleksandrow/exports/${address}`)
    .set({ Cookie: cookie, ...headers })
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks).toString('utf8')));
    });
};

describe('ideas as a file', () => {
  it('are refused, not broken off, when what is asked for cannot be', async () => {
    for (const address of ['ideas.csv?step=%00', 'ideas.json?step=%00']) {
      const { status, headers } = await file('maja', address);
      expect([status, headers['content-type']]).toEqual([422, 'application/problem+json; charset=utf-8']);
    }
  });

  it('are rows for a spreadsheet, in the language of who asks, and no cell is a formula', async () => {
    const { headers, body } = await file('maja', 'ideas.csv');
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="ideas-aleksandrow.csv"',
      'cache-control': 'no-store',
    });
    const text = String(body);
    expect(text.slice(0, 40)).toMatch(/^\ufeff?"?Number/);
    expect(text).toContain('Shade for the bus stop');
    expect(text).toContain('"roads, heat"');
    expect(text).toContain('"A tree,\n""or two""."');
    expect(text).toContain(`"'=HYPERLINK(""http://elsewhere.example"")"`);
    expect(text).toContain(`'+1`);
    expect(text).toContain('Explore idea');
    expect(String((await file('maja', 'ideas.csv', { 'accept-language': 'fi' })).body)).toContain('"Numero","Otsikko","Vaihe"');
  });

  it('are whole for a program, newest first, with people by name', async () => {
    const { headers, body } = await file('tomek', 'ideas.json');
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    const items = JSON.parse(String(body)) as IdeaExport[];
    expect(items.map(({ number }) => number)).toEqual([ideas[1]?.number, ideas[0]?.number]);
    expect(items[1]).toMatchObject({
      title: 'Shade for the bus stop',
      step: 'explore-idea',
      stepName: 'Explore idea',
      submitter: { name: 'Maja' },
      owner: null,
      tags: ['roads', 'heat'],
      proposal: 'A tree,\n"or two".',
      createdAt: polku.clock.now().toISOString(),
    });
  });

  it('are those that the list would show', async () => {
    const titles = async (name: CastName, query: string) =>
      (JSON.parse(String((await file(name, `ideas.json?${query}`)).body)) as IdeaExport[]).map(({ title }) => title);
    expect(await titles('maja', 'q=shade')).toEqual(['Shade for the bus stop']);
    expect(await titles('maja', 'step=explore-idea&tag=heat')).toEqual(['Shade for the bus stop']);
    expect(await titles('tomek', 'mine=true')).toEqual([]);
    expect((await file('maja', 'ideas.json?limit=1')).status).toBe(422);
  });

  it('come whole also when there are more than are read at once', async () => {
    await polku.sql(
      `insert into app.idea (id, organisation_id, number, pathway, pathway_version, step, step_since, rank, version, language, title, need,
         tags, past_owners, created_at, updated_at)
       select gen_random_uuid(), organisation_id, 100000 + n, pathway, pathway_version, step, step_since, rank || 'x' || lpad(n::text, 5, '0'),
         1, language, 'One of many ' || n, need, tags, past_owners, created_at, updated_at
       from app.idea, generate_series(1, 1234) n where id = (select id from app.idea where number = $1 and organisation_id = $2)`,
      [ideas[0]?.number, polku.founded.organisations.aleksandrow],
    );
    const items = JSON.parse(String((await file('maja', 'ideas.json?q=many')).body)) as IdeaExport[];
    expect(new Set(items.map(({ number }) => number)).size).toBe(1_234);
    expect(String((await file('maja', 'ideas.csv?q=many')).body).split('One of many').length).toBe(1_235);
  });

  it('are not for others', async () => {
    for (const address of ['ideas.csv', 'ideas.json']) {
      expect((await file('elin', address)).status).toBe(404);
      expect((await request(polku.url).get(`/api/v1/organisations/aleksandrow/exports/${address}`)).status).toBe(401);
    }
  });
});
