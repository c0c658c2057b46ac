import type { BoardView, FollowerPage, HistoryPage, IdeaPage, IdeaView } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import type { Actor } from '../../../test/actors.js';
import { listWaits } from '../../../test/count-queries.js';
import { submitted } from '../../../test/factories.js';

let polku: TestApp;
let maja: Actor;
let tomek: Actor;

beforeAll(async () => {
  polku = await startTestApp();
  [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
});

afterAll(() => polku.close());

const shown = async (who: Actor, number: number) => {
  const { following, supported, followers, supporters } = (await who.get(`/ideas/${number}`)).body as IdeaView;
  return { following, supported, followers, supporters };
};
const names = async (path: string) => ((await maja.get(path)).body as FollowerPage).items.map(({ name }) => name);

const NOBODY = { following: false, supported: false, followers: 0, supporters: 0 };

describe('following an idea, and supporting it', () => {
  it('is shown on the idea, to each as they stand to it, and said twice changes nothing', async () => {
    const { number } = await submitted(maja);
    expect(await shown(maja, number)).toEqual(NOBODY);
    for (let twice = 0; twice < 2; twice += 1) {
      const response = await tomek.put(`/ideas/${number}/followers/me`);
      expect([response.status, response.body]).toEqual([200, { ...NOBODY, following: true, followers: 1 }]);
    }
    const supported = await tomek.put(`/ideas/${number}/supporters/me`);
    expect(supported.body).toEqual({ following: true, supported: true, followers: 1, supporters: 1 });
    expect(await shown(tomek, number)).toEqual(supported.body);
    expect(await shown(maja, number)).toEqual({ ...NOBODY, followers: 1, supporters: 1 });
    for (let twice = 0; twice < 2; twice += 1) {
      const response = await tomek.delete(`/ideas/${number}/followers/me`);
      expect([response.status, response.body]).toEqual([200, { ...NOBODY, supported: true, supporters: 1 }]);
    }
    expect((await tomek.delete(`/ideas/${number}/supporters/me`)).body).toEqual(NOBODY);
  });

  it('comes from nothing but one’s own word: not from submitting, commenting or supporting', async () => {
    const { number } = await submitted(maja);
    await tomek.post(`/ideas/${number}/comments`, { body: 'Good.' });
    expect((await tomek.put(`/ideas/${number}/supporters/me`)).body).toMatchObject({ following: false, followers: 0 });
    expect(await names(`/ideas/${number}/followers`)).toEqual([]);
  });

  it('leaves the idea as it is: no new version, nothing in its history', async () => {
    const { number } = await submitted(maja);
    const before = (await maja.get(`/ideas/${number}/history`)).body as HistoryPage;
    await tomek.put(`/ideas/${number}/followers/me`);
    await tomek.put(`/ideas/${number}/supporters/me`);
    expect((await maja.get(`/ideas/${number}/history`)).body).toEqual(before);
    expect(((await maja.get(`/ideas/${number}`)).body as IdeaView).version).toBe(1);
  });

  it('at the same moment is one follower', async () => {
    const { number } = await submitted(maja);
    const responses = await Promise.all(Array.from({ length: 8 }, () => tomek.put(`/ideas/${number}/followers/me`)));
    expect(responses.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(await shown(tomek, number)).toEqual({ ...NOBODY, following: true, followers: 1 });
  });

  it('is for the members of the organisation, on ideas there are', async () => {
    const { number } = await submitted(maja);
    const [elin, sanna] = [await polku.as('elin'), await polku.as('sanna')];
    for (const path of ['followers/me', 'supporters/me']) {
      expect((await elin.at('aleksandrow').put(`/ideas/${number}/${path}`)).status).toBe(404);
      expect((await sanna.put(`/ideas/${number}/${path}`)).status).toBe(403);
      expect((await tomek.put(`/ideas/999999/${path}`)).status).toBe(404);
      expect((await tomek.delete(`/ideas/999999/${path}`)).status).toBe(404);
    }
    expect((await maja.get('/ideas/999999/followers')).status).toBe(404);
    expect((await elin.at('aleksandrow').get(`/ideas/${number}/supporters`)).status).toBe(404);
    expect(await shown(maja, number)).toEqual(NOBODY);
  });

  it('does not make the page of an idea wait for the database once more', async () => {
    const { number } = await submitted(maja);
    const waits = await listWaits(polku, () => maja.get(`/ideas/${number}`));
    const together = waits.find((statements) => statements.some((text) => text.includes('app.idea_follower')));
    expect(together?.some((text) => text.includes('app.idea_origin'))).toBe(true);
  });
});

describe('those who follow an idea, and those who support it', () => {
  it('are named page by page, who came last first', async () => {
    const { number } = await submitted(maja);
    for (const who of ['tomek', 'hanna', 'oskar', 'maja'] as const) {
      const actor = await polku.as(who);
      await actor.put(`/ideas/${number}/followers/me`);
      if (who !== 'maja') await actor.put(`/ideas/${number}/supporters/me`);
      polku.clock.advance(1_000);
    }
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = (await tomek.get(`/ideas/${number}/followers?limit=1${next && `&cursor=${next}`}`)).body as FollowerPage;
      seen.push(...page.items.map(({ name }) => name));
      ({ next } = page);
    }
    expect(seen).toEqual(['Maja', 'Oskar', 'Hanna', 'Tomek']);
    expect(await names(`/ideas/${number}/supporters`)).toEqual(['Oskar', 'Hanna', 'Tomek']);
    expect((await maja.get(`/ideas/${number}/followers?cursor=nonsense`)).status).toBe(422);
  });
});

describe('the ideas that somebody follows', () => {
  it('are all that a list, a board, one of its columns and an export show, when asked for', async () => {
    const [followed, other] = [await submitted(maja), await submitted(maja)];
    await tomek.put(`/ideas/${followed.number}/followers/me`);
    await tomek.put(`/ideas/${other.number}/supporters/me`);
    const mine = ((await tomek.get('/ideas?limit=100')).body as IdeaPage).items.map(({ number }) => number);
    expect(mine).toEqual(expect.arrayContaining([followed.number, other.number]));
    const list = ((await tomek.get('/ideas?followed=true&q=children')).body as IdeaPage).items.map(({ number }) => number);
    expect(list.filter((number) => number >= followed.number)).toEqual([followed.number]);
    const board = (await tomek.get('/boards/helsingborg?followed=true')).body as BoardView;
    const column = (await tomek.get('/boards/helsingborg/steps/submitted/cards?followed=true')).body as IdeaPage;
    const cards = board.columns.flatMap((it) => it.cards.map(({ number }) => number));
    expect(cards).toEqual(column.items.map(({ number }) => number));
    expect([cards.includes(followed.number), cards.includes(other.number)]).toEqual([true, false]);
    expect(board.columns[0]?.total).toBe(cards.length);
    const exported = (await tomek.get('/exports/ideas.json?followed=true')).body as { number: number }[];
    expect(exported.map(({ number }) => number).sort()).toEqual([...cards].sort());
    expect(((await maja.get('/ideas?followed=true')).body as IdeaPage).items.filter(({ number }) => number === followed.number)).toEqual(
      [],
    );
  });
});
