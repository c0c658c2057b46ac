import request from 'supertest';
import type { LessonPage, UnitPage } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { countQueries } from '../../../test/count-queries.js';
import { LESSON, moved, submitted } from '../../../test/factories.js';
import { piloting, planned, steered, tested } from '../../../test/path.js';

let polku: TestApp;
let maja: Actor;
let hanna: Actor;

/** Hanna stops an idea with its lesson; a minute passes. */
async function stopped(idea: { number: number; version: number }, lesson: object, who: Actor = hanna): Promise<void> {
  await moved(who, idea, 'stopped', { reason: 'We know why.', fields: { lesson: { ...LESSON, ...lesson } } });
  polku.clock.advance(60_000);
}

beforeAll(async () => {
  polku = await startTestApp();
  [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  await tested(polku);
  polku.clock.advance(60_000);
  const pilot = await piloting(polku);
  await steered(maja, await planned(polku, pilot), 'stopped', { lesson: { ...LESSON, learned: 'The map was wrong.' } });
  polku.clock.advance(60_000);
  await stopped(await submitted(maja, { title: 'Heated benches' }), { observed: 'Nobody sat down in the frost.' });
  await stopped(await submitted(await polku.as('tomek'), { title: 'Lämpimät pysäkit', language: 'fi' }), {
    observed: 'Pysäkeillä ei odotettu.',
    learned: 'Aikataulut näkyvät puhelimessa.',
  });
  await stopped(await submitted(await polku.as('tomek'), { title: 'Ciepłe przystanki', language: 'pl' }), {
    observed: 'Nikt nie czekał na przystanku.',
  });
});

afterAll(() => polku.close());

const lessons = async (query = '', who: Actor = maja) => (await who.get(`/lessons${query}`)).body as LessonPage;
const titles = ({ items }: LessonPage) => items.map(({ idea, experiment }) => experiment?.title ?? idea.title);
const found = async (q: string) => titles(await lessons(`?q=${encodeURIComponent(q)}`));

describe('the list of lessons', () => {
  it('shows those of ideas and of experiments, the newest first, with what they were learned from', async () => {
    const page = await lessons();
    expect(titles(page)).toEqual([
      'Ciepłe przystanki',
      'Lämpimät pysäkit',
      'Heated benches',
      'The map at two schools',
      'The map at two schools',
    ]);
    expect(page.items[2]).toMatchObject({
      ...LESSON,
      observed: 'Nobody sat down in the frost.',
      by: { name: 'Hanna' },
      idea: { title: 'Heated benches', step: 'stopped', stepName: 'Stopped' },
      experiment: null,
      unit: 'Education',
    });
    expect(page.items[4]?.experiment).toMatchObject({ number: 1, kind: 'proportion', verdict: 'met', state: 'concluded' });
    expect(page.items[3]?.experiment).toMatchObject({ number: 1, kind: 'proportion', verdict: 'no-data', state: 'stopped' });
    expect([page.items[0]?.unit, page.next]).toEqual(['Roads', null]);
  });

  it('is searched by words of the lesson and by what it was learned from, in its own language, by their beginnings too', async () => {
    expect(await found('frosts')).toEqual(['Heated benches']);
    expect(await found('bench')).toEqual(['Heated benches']);
    expect(await found('nob')).toEqual(expect.arrayContaining(['Heated benches']));
    expect(await found('pysäkki')).toEqual(['Lämpimät pysäkit']);
    expect(await found('puhelimet')).toEqual(['Lämpimät pysäkit']);
    expect(await found('przystan')).toEqual(['Ciepłe przystanki']);
    expect(await found('"the map was wrong"')).toEqual(['The map at two schools']);
    expect(await found('maps schools')).toEqual(['The map at two schools', 'The map at two schools']);
    expect(await found('zeppelin')).toEqual([]);
    for (const odd of [`' or 1=1 --`, '- - -', '&|!():*', '   ', '"', '-'])
      expect((await maja.get(`/lessons?q=${encodeURIComponent(odd)}`)).status).toBe(200);
  });

  it('is narrowed by unit, by what was measured, and by how it ended', async () => {
    const units = ((await maja.get('/units')).body as UnitPage).items;
    const of = (name: string) => units.find((unit) => unit.name === name)?.id ?? '';
    expect(titles(await lessons(`?unit=${of('Roads')}`))).toEqual(['Ciepłe przystanki', 'Lämpimät pysäkit']);
    expect(titles(await lessons(`?unit=${of('Finance')}`))).toEqual([]);
    expect(titles(await lessons('?kind=proportion'))).toHaveLength(2);
    expect(titles(await lessons('?kind=paired'))).toEqual([]);
    expect((await lessons('?ended=concluded')).items.map(({ experiment }) => experiment?.state)).toEqual(['concluded']);
    expect(titles(await lessons('?ended=stopped'))).toHaveLength(4);
    expect(titles(await lessons('?ended=stopped&kind=proportion&q=wrong'))).toEqual(['The map at two schools']);
  });

  it('belongs to the unit of the owner, and without one to that of the submitter', async () => {
    const idea = await submitted(maja, { title: 'Owned by Irena' });
    const owned = await hanna.patch(`/ideas/${idea.number}`, { version: 1, owner: polku.founded.members.irena });
    await stopped({ ...idea, version: owned.body.version as number }, {});
    const [first] = (await lessons('?q=irena')).items;
    expect([first?.idea.title, first?.unit]).toEqual(['Owned by Irena', 'Finance']);
  });

  it('pages without a gap or a repeat', async () => {
    const whole = (await lessons('?limit=100')).items.map(({ id }) => id);
    const seen: string[] = [];
    for (let cursor = '', first = true; first || cursor !== ''; first = false) {
      const page = await lessons(`?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? '';
    }
    expect(seen).toEqual(whole);
  });

  it('asks the database as often for many as for one', async () => {
    const queries = (limit: number) => countQueries(polku, () => lessons(`?limit=${limit}`));
    await queries(1);
    const [few, many] = [await queries(1), await queries(100)];
    expect(many).toBe(few);
    // Session and membership; begin, tenant, lessons, people, measurements; commit.
    expect(many).toBeLessThanOrEqual(9);
  });

  it('speaks the language of the screen where it names steps', async () => {
    const response = await request(polku.url)
      .get('/api/v1/organisations/aleksandrow/lessons?limit=1')
      .set('Cookie', maja.cookie)
      .set('Accept-Language', 'sv');
    expect((response.body as LessonPage).items[0]?.idea.stepName).toBe('Stoppad');
  });

  it('says what is wrong with a query', async () => {
    const fault = async (query: string) => (await maja.get(`/lessons?${query}`)).body.fields?.[0] as { path: string; code: string };
    expect(await fault('kind=guess')).toMatchObject({ path: 'kind', code: 'unknown-value' });
    expect(await fault('ended=running')).toMatchObject({ path: 'ended', code: 'unknown-value' });
    expect(await fault('unit=Roads')).toMatchObject({ path: 'unit' });
    expect(await fault('cursor=nonsense')).toMatchObject({ path: 'cursor', code: 'unknown-value' });
  });

  it('is for members of the organisation, and shows nothing of another', async () => {
    const [elin, sanna] = [await polku.as('elin'), await polku.as('sanna')];
    expect(await lessons('', elin)).toEqual({ items: [], next: null });
    expect((await elin.at('aleksandrow').get('/lessons')).status).toBe(404);
    expect((await sanna.get('/lessons')).status).toBe(403);
  });
});
