import type { DecisionPage, DecisionView } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { asked, exploring } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const NOBODY = '019ab000-0000-7000-8000-000000000000';

describe('listing decisions', () => {
  it('shows what waits for me by its deadline, page by page, and what I decided', async () => {
    const [irena, oskar] = [await polku.as('irena'), await polku.as('oskar')];
    const decider = polku.founded.members.irena;
    const before = ((await irena.get('/decisions?mine=true&limit=100')).body as DecisionPage).items.map((it) => it.id);
    const ids: string[] = [];
    for (const deadline of ['2026-03-20', '2026-03-10', '2026-03-15', '2026-03-10']) {
      ids.push((await asked(polku, await exploring(polku), 'time', { decider, deadline })).id);
    }
    const paged: DecisionView[] = [];
    let next: string | null = '';
    while (next !== null) {
      const response = await irena.get(`/decisions?mine=true&limit=2&cursor=${next}`);
      expect(response.status).toBe(200);
      const page = response.body as DecisionPage;
      paged.push(...page.items);
      next = page.next;
    }
    expect(paged.map((it) => it.id).filter((id) => !before.includes(id))).toEqual([ids[1], ids[3], ids[2], ids[0]]);
    expect(new Set(paged.map((it) => it.id)).size).toBe(paged.length);
    expect(paged.every((it) => it.decider?.name === 'Irena' && it.refusals.length === 0)).toBe(true);
    await irena.post(`/decisions/${ids[1]}/outcome`, { outcome: 'adapt', reason: 'Not yet.', mustChange: 'Ask the schools.' });
    const mine = ((await irena.get('/decisions?mine=true&limit=100')).body as DecisionPage).items.map((it) => it.id);
    expect(mine).not.toContain(ids[1]);
    const done = ((await irena.get('/decisions?mine=true&state=decided')).body as DecisionPage).items.map((it) => it.id);
    expect(done).toEqual([ids[1]]);
    const all = ((await oskar.get('/decisions?limit=100')).body as DecisionPage).items;
    expect(all.slice(0, 4).map((it) => it.id)).toEqual([...ids].reverse());
    expect(all.find((it) => it.id === ids[0])?.refusals.map((it) => it.code)).toEqual(['role-in']);
    const open = ((await oskar.get('/decisions?state=requested&limit=100')).body as DecisionPage).items;
    expect(open.every((it) => it.state === 'requested')).toBe(true);
  });

  it('pages what is newest first without a gap or a repeat', async () => {
    const maja = await polku.as('maja');
    const all = ((await maja.get('/decisions?limit=100')).body as DecisionPage).items.map((it) => it.id);
    const paged: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page: DecisionPage = (await maja.get(`/decisions?limit=3&cursor=${next}`)).body as DecisionPage;
      paged.push(...page.items.map((it) => it.id));
      next = page.next;
    }
    expect(paged).toEqual(all);
  });

  it('knows its own cursors only', async () => {
    const maja = await polku.as('maja');
    for (const cursor of [
      'x',
      Buffer.from('[1,2]').toString('base64url'),
      Buffer.from(`["0000-01-01T00:00:00Z","${NOBODY}"]`).toString('base64url'),
    ]) {
      expect((await maja.get(`/decisions?cursor=${cursor}`)).status).toBe(422);
    }
    expect((await maja.get('/decisions?state=lost')).status).toBe(422);
  });
});
