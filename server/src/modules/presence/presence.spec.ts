import { randomUUID } from 'node:crypto';
import { type LivePresence, type MeView, PRESENCE, type PresenceView } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { eventually } from '../../../test/eventually.js';
import { submitted } from '../../../test/factories.js';
import { follow } from '../../../test/follow.js';
import { TimerPoller } from '../../platform/timers/index.js';
import { TellWhoLooks } from './tell-who-looks.js';

let polku: TestApp;
let maja: Actor;
let tomek: Actor;
let hanna: Actor;
let number: number;

beforeAll(async () => {
  polku = await startTestApp();
  [maja, tomek, hanna] = [await polku.as('maja'), await polku.as('tomek'), await polku.as('hanna')];
});

beforeEach(async () => {
  await polku.sql('delete from app.presence');
  ({ number } = await submitted(maja));
});

afterAll(() => polku.close());

const TABS = new Map<Actor, string>();
const tabOf = (who: Actor): string => {
  const tab = TABS.get(who) ?? randomUUID();
  TABS.set(who, tab);
  return tab;
};
const at = (idea: number, tab: string) => `/ideas/${idea}/presence/${tab}`;
/** Looks at an idea; the names of the others who do. */
const looks = async (who: Actor, idea = number, tab = tabOf(who)) =>
  ((await who.put(at(idea, tab))).body as PresenceView).people.map(({ name }) => name);
const leaves = (who: Actor, idea = number, tab = tabOf(who)) => who.delete(at(idea, tab));
const chooses = (who: Actor, showsPresence: boolean) =>
  fetch(`${polku.url}/api/v1/me`, {
    method: 'PATCH',
    headers: { cookie: who.cookie, origin: polku.url, 'content-type': 'application/json' },
    body: JSON.stringify({ showsPresence }),
  });

describe('who looks at an idea', () => {
  it('sees the others who do, and never themselves, in whatever tabs', async () => {
    expect(await looks(maja)).toEqual([]);
    expect(await looks(tomek)).toEqual(['Maja']);
    expect(await looks(maja)).toEqual(['Tomek']);
    expect(await looks(maja, number, randomUUID())).toEqual(['Tomek']);
    expect(await looks(hanna)).toEqual(['Maja', 'Tomek']);
    expect((await hanna.put(at(number, tabOf(hanna)))).body).toMatchObject({ total: 2, people: [{ name: 'Maja' }, { name: 'Tomek' }] });
  });

  it('is gone on leaving, and by looking at another idea in the same tab; a late word about the first one changes nothing', async () => {
    await looks(maja);
    expect((await leaves(maja)).status).toBe(204);
    expect((await leaves(maja)).status).toBe(204);
    expect(await looks(tomek)).toEqual([]);

    const other = (await submitted(maja)).number;
    await looks(maja);
    await looks(maja, other);
    await leaves(maja, number);
    expect([await looks(tomek), await looks(hanna, other)]).toEqual([[], ['Maja']]);
  });

  it('is gone when nothing is heard of them for a while, and then swept away', async () => {
    await looks(maja);
    polku.clock.advance(PRESENCE.lasts - 1);
    expect(await looks(tomek)).toEqual(['Maja']);
    polku.clock.advance(1);
    expect(await looks(tomek)).toEqual([]);
    await polku.app.get(TimerPoller, { strict: false }).sweepAll();
    expect(await polku.sql('select tab from app.presence')).toEqual([{ tab: tabOf(tomek) }]);
  });

  it('is not shown who does not want it, at once; they see the others all the same', async () => {
    await looks(maja);
    expect(((await (await chooses(maja, false)).json()) as MeView).showsPresence).toBe(false);
    expect([await looks(tomek), await looks(maja), await looks(tomek)]).toEqual([[], ['Tomek'], []]);
    await polku.sql('delete from app.presence');
    await looks(maja);
    expect(await polku.sql('select tab from app.presence')).toEqual([]);
    expect(((await (await chooses(maja, true)).json()) as MeView).showsPresence).toBe(true);
    await looks(maja);
    expect(await looks(tomek)).toEqual(['Maja']);
  });

  it('is for the members of the organisation, on ideas there are, from tabs that are some', async () => {
    await looks(maja);
    const [elin, sanna] = [await polku.as('elin'), await polku.as('sanna')];
    const own = (await submitted(elin)).number;
    expect((await elin.at('aleksandrow').put(at(number, randomUUID()))).status).toBe(404);
    expect(await looks(elin, own)).toEqual([]);
    expect((await sanna.put(at(number, randomUUID()))).status).toBe(403);
    expect((await tomek.put(at(999_999, randomUUID()))).status).toBe(404);
    expect((await tomek.put(at(number, 'some-tab'))).status).toBe(422);
    expect((await tomek.delete(at(number, 'some-tab'))).status).toBe(422);
    expect(await looks(tomek)).toEqual(['Maja']);
  });

  it('is named up to a number, and counted beyond', async () => {
    for (const name of ['maja', 'tomek', 'hanna', 'oskar', 'irena', 'piotr'] as const) await looks(await polku.as(name));
    const sees = (await tomek.put(at(number, tabOf(tomek)))).body as PresenceView;
    expect([sees.people.length, sees.total]).toEqual([5, 5]);
    await looks(maja, number, randomUUID());
    expect(((await tomek.put(at(number, tabOf(tomek)))).body as PresenceView).total).toBe(5);
  });

  it('leaves the idea as it is: no event, no new version', async () => {
    await polku.settle();
    const events = () => polku.sql('select id from app.domain_event');
    const before = (await events()).length;
    await looks(tomek);
    await leaves(tomek);
    expect((await events()).length).toBe(before);
  });
});

describe('a live stream', () => {
  const presenceIn = (stream: ReturnType<typeof follow>): LivePresence[] =>
    stream.heard.filter(({ event }) => event === 'presence').map(({ data }) => data);
  const named = ({ whole, ideas }: LivePresence) => ({
    whole,
    ideas: ideas.map((it) => [it.number, it.people.map(({ name }) => name), it.total]),
  });

  it('begins with who looks, tells who comes and goes without a place, and nobody of another organisation', async () => {
    await looks(maja);
    const [seenByTomek, seenByMaja] = [follow(polku.url, tomek, 'aleksandrow'), follow(polku.url, maja, 'aleksandrow')];
    const seenByElin = follow(polku.url, await polku.as('elin'), 'lindvik');
    for (const stream of [seenByTomek, seenByMaja, seenByElin]) await eventually(() => presenceIn(stream).length === 1);
    expect(presenceIn(seenByTomek).map(named)).toEqual([{ whole: true, ideas: [[number, ['Maja'], 1]] }]);
    expect(presenceIn(seenByMaja).map(named)).toEqual([{ whole: true, ideas: [] }]);

    await looks(hanna);
    for (const stream of [seenByTomek, seenByMaja]) await eventually(() => presenceIn(stream).length === 2);
    await looks(hanna);
    expect(presenceIn(seenByTomek).map(named).at(-1)).toEqual({ whole: false, ideas: [[number, ['Hanna', 'Maja'], 2]] });
    expect(presenceIn(seenByMaja).map(named).at(-1)).toEqual({ whole: false, ideas: [[number, ['Hanna'], 1]] });

    await leaves(maja);
    await eventually(() => presenceIn(seenByTomek).length === 3);
    expect(presenceIn(seenByTomek).map(named).at(-1)).toEqual({ whole: false, ideas: [[number, ['Hanna'], 1]] });

    polku.clock.advance(PRESENCE.lasts);
    polku.app.get(TellWhoLooks, { strict: false }).lookAgain();
    for (const [stream, told] of [
      [seenByTomek, 4],
      [seenByMaja, 3],
    ] as const) {
      await eventually(() => presenceIn(stream).length === told);
      expect(presenceIn(stream).map(named).at(-1)).toEqual({ whole: false, ideas: [[number, [], 0]] });
    }
    expect([seenByTomek, seenByMaja].flatMap(({ heard }) => heard.filter(({ event, id }) => event === 'presence' && id !== null))).toEqual(
      [],
    );
    expect(presenceIn(seenByElin).map(named)).toEqual([{ whole: true, ideas: [] }]);
    for (const stream of [seenByTomek, seenByMaja, seenByElin]) stream.close();
  });
});
