import type { BoardView, CardPage, UnitPage } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import type { Actor } from '../../../test/actors.js';
import { countQueries } from '../../../test/count-queries.js';
import { moved, submitted } from '../../../test/factories.js';

const DAY = 24 * 3_600_000;

let polku: TestApp;
let maja: Actor;
let hanna: Actor;
const numbers: number[] = [];

beforeAll(async () => {
  polku = await startTestApp();
  [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  for (let count = 0; count < 7; count += 1) numbers.unshift((await submitted(maja)).number);
});

afterAll(() => polku.close());

const board = async (who: Actor, query = '') => (await who.get(`/boards/helsingborg${query}`)).body as BoardView;
const order = async () => (await board(hanna)).columns[0]?.cards.map((card) => card.number);

describe('the board', () => {
  it('shows the pathway’s columns with counts and first cards, newest first, and what stands aside', async () => {
    await polku.settle();
    const view = await board(maja, '?limit=3');
    expect(view.columns.map(({ step, gate, workingDays }) => [step, gate, workingDays])).toEqual([
      ['submitted', null, 5],
      ['explore-idea', 'time', 20],
      ['explore-set-up', 'money', 20],
      ['pilot', 'scale-up', null],
      ['scale', null, null],
      ['in-use', null, null],
    ]);
    const [first] = view.columns;
    expect([first?.total, first?.cards.map((card) => card.number)]).toEqual([7, numbers.slice(0, 3)]);
    expect(view.aside.map(({ step, total }) => [step, total])).toEqual([
      ['parked', 0],
      ['stopped', 0],
      ['withdrawn', 0],
      ['merged', 0],
    ]);
  });

  it('speaks the language of who asks', async () => {
    const response = await maja.get('/boards/helsingborg');
    const swedish = (await (
      await fetch(`${polku.url}/api/v1/organisations/aleksandrow/boards/helsingborg`, {
        headers: { cookie: maja.cookie, 'accept-language': 'sv' },
      })
    ).json()) as BoardView;
    expect([(response.body as BoardView).columns[0]?.name, swedish.columns[0]?.name]).toEqual(['Submitted', 'Inlämnad']);
  });

  it('pages a column without a gap or a repeat', async () => {
    const seen: number[] = [];
    let next = (await board(maja, '?limit=3')).columns[0]?.next ?? null;
    seen.push(...((await board(maja, '?limit=3')).columns[0]?.cards.map((card) => card.number) ?? []));
    while (next !== null) {
      const page = (await maja.get(`/boards/helsingborg/steps/submitted/cards?limit=3&cursor=${next}`)).body as CardPage;
      seen.push(...page.items.map((card) => card.number));
      next = page.next;
    }
    expect(seen).toEqual(numbers);
  });

  it('does not ask the database more often for more cards', async () => {
    const queries = (limit: number) => countQueries(polku, () => board(maja, `?limit=${limit}`));
    await queries(1);
    const [few, many] = [await queries(1), await queries(7)];
    expect(many).toBe(few);
    // Session and membership; begin, tenant, pathway, place, counts, cards; what five modules know of them, people; commit.
    expect(many).toBeLessThanOrEqual(16);
  });

  it('places a card between the two it was dropped between, and moves one to where it was dropped', async () => {
    const [a, b, c, d] = numbers;
    expect((await hanna.put(`/ideas/${d}/place`, { between: [a, b] })).status).toBe(204);
    expect((await order())?.slice(0, 4)).toEqual([a, d, b, c]);
    expect((await hanna.get(`/ideas/${d}`)).body.version).toBe(1);
    await hanna.put(`/ideas/${d}/place`, { between: [c, null] });
    expect((await order())?.slice(0, 4)).toEqual([a, b, c, d]);
    await moved(hanna, { number: numbers[5] ?? 0, version: 1 }, 'explore-idea');
    await moved(hanna, { number: numbers[6] ?? 0, version: 1 }, 'explore-idea', { between: [numbers[5], null] });
    expect((await board(hanna)).columns[1]?.cards.map((card) => card.number)).toEqual([numbers[5], numbers[6]]);
  });

  it('keeps the order whole when many drop into the same gap at once', async () => {
    const more = await Promise.all(Array.from({ length: 20 }, () => submitted(maja)));
    const [above, below] = [numbers[0], numbers[1]];
    const placed = await Promise.all(more.map((idea) => hanna.put(`/ideas/${idea.number}/place`, { between: [above, below] })));
    expect(placed.map((response) => response.status)).toEqual(more.map(() => 204));
    const all = ((await board(hanna, '?limit=50')).columns[0]?.cards ?? []).map((card) => card.number);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(more.map((idea) => idea.number)));
  });

  it('gets short ranks again, in the same order, when many narrowing drops have made them long', async () => {
    const [one, other] = [await submitted(maja), await submitted(maja)];
    // As hundreds of drops into the same gap would leave it.
    const [place] = await polku.sql<{ rank: string }>(`select rank from app.idea where number = $1`, [one.number]);
    const long = `${place?.rank}${'V'.repeat(60)}`;
    await polku.sql(`update app.idea set rank = $2 where number = $1`, [one.number, long]);
    await polku.sql(`update app.idea set rank = $2 where number = $1`, [other.number, `${long}V`]);
    await hanna.put(`/ideas/${numbers[1]}/place`, { between: [one.number, other.number] });
    const longest = async () => (await polku.sql<{ most: number }>(`select max(char_length(rank)) as most from app.idea`))[0]?.most ?? 0;
    const before = [await longest(), await order()] as const;
    expect(before[0]).toBeGreaterThan(40);
    await polku.poll();
    expect(await longest()).toBeLessThan(20);
    expect(await order()).toEqual(before[1]);
  });

  it('lets only who works on an idea, or the hub, place it', async () => {
    const tomek = await polku.as('tomek');
    const response = await tomek.put(`/ideas/${numbers[0]}/place`, { between: [null, null] });
    expect([response.status, response.body.refusals[0].code]).toEqual([409, 'role-in']);
  });

  it('knows no other pathway and no other step', async () => {
    expect((await maja.get('/boards/nowhere')).status).toBe(404);
    expect((await maja.get('/boards/helsingborg/steps/the-moon/cards')).status).toBe(404);
  });
});

describe('placing a card', () => {
  it('needs one of the cards it was dropped between to stand in the column; which one does not matter', async () => {
    const [below, moving, above] = [await submitted(maja), await submitted(maja), await submitted(maja)];
    const elsewhere = await submitted(maja);
    await moved(hanna, elsewhere, 'explore-idea', { reason: 'Worth a look.' });
    const place = (between: unknown) => hanna.put(`/ideas/${moving.number}/place`, { between });
    const first = async () => (await order())?.slice(0, 3);
    for (const between of [
      [999_998, 999_999],
      [elsewhere.number, null],
      [null, 999_999],
      [elsewhere.number, 999_999],
      [moving.number, null],
    ]) {
      const response = await place(between);
      expect([between, response.status, response.body.fields]).toMatchObject([between, 422, [{ path: 'between', code: 'unknown-value' }]]);
    }
    expect(await first()).toEqual([above.number, moving.number, below.number]);
    expect((await place([999_999, above.number])).status).toBe(204);
    expect(await first()).toEqual([moving.number, above.number, below.number]);
    expect((await place([below.number, elsewhere.number])).status).toBe(204);
    expect(await first()).toEqual([above.number, below.number, moving.number]);
    expect((await place([null, null])).status).toBe(204);
    expect(await first()).toEqual([moving.number, above.number, below.number]);
  });

  it('that moves to another column takes its neighbours as hints only', async () => {
    const idea = await submitted(maja);
    await moved(hanna, idea, 'explore-idea', { reason: 'Worth a look.', between: [999_998, 999_999] });
    expect((await board(hanna)).columns[1]?.cards[0]?.number).toBe(idea.number);
  });
});

describe('a narrowed board', () => {
  const told = async (who: Actor, query: string) => {
    const { columns, aside } = await board(who, query);
    return {
      cards: columns.filter(({ total }) => total > 0).map(({ step, total, cards }) => [step, total, cards.map(({ number }) => number)]),
      aside: aside.filter(({ total }) => total > 0).map(({ step, total }) => [step, total]),
    };
  };
  let [bus, bench, shade] = [0, 0, 0];

  beforeAll(async () => {
    const tomek = await polku.as('tomek');
    [bus, bench, shade] = [
      (await submitted(maja, { title: 'Autobus z Łodzi', tags: ['transport'] })).number,
      (await submitted(tomek, { title: 'A bench at the stop', tags: ['transport'] })).number,
      (await submitted(tomek, { title: 'Shade for the bench' })).number,
    ];
    await moved(hanna, { number: bench, version: 1 }, 'explore-idea', { reason: 'Worth a look.' });
  });

  it('shows what matches words, without accents, and a number, and counts it', async () => {
    expect(await told(maja, '?q=lodzi')).toEqual({ cards: [['submitted', 1, [bus]]], aside: [] });
    expect(await told(maja, '?q=bench')).toEqual({
      cards: [
        ['submitted', 1, [shade]],
        ['explore-idea', 1, [bench]],
      ],
      aside: [],
    });
    expect((await told(maja, `?q=${bus}`)).cards).toEqual([['submitted', 1, [bus]]]);
  });

  it('shows what is mine, of a tag, of nobody, and of a unit', async () => {
    expect((await told(await polku.as('tomek'), '?mine=true')).cards).toEqual([
      ['submitted', 1, [shade]],
      ['explore-idea', 1, [bench]],
    ]);
    expect((await told(maja, '?tag=transport')).cards).toEqual([
      ['submitted', 1, [bus]],
      ['explore-idea', 1, [bench]],
    ]);
    await hanna.patch(`/ideas/${bench}`, { version: 2, owner: polku.founded.members.tomek });
    expect((await told(maja, `?owner=${polku.founded.members.tomek}`)).cards).toEqual([['explore-idea', 1, [bench]]]);
    const { items } = (await maja.get('/units')).body as UnitPage;
    const roads = items.find(({ name }) => name === 'Roads');
    expect((await told(maja, `?unit=${roads?.id}`)).cards).toEqual([
      ['submitted', 1, [shade]],
      ['explore-idea', 1, [bench]],
    ]);
    expect((await told(maja, '?owner=nobody&tag=transport')).cards).toEqual([['submitted', 1, [bus]]]);
  });

  it('shows what is overdue, or due within a week', async () => {
    expect((await told(maja, '?due=week')).cards).toEqual([]);
    polku.clock.advance(3 * DAY);
    expect((await told(maja, '?due=overdue')).cards).toEqual([]);
    expect((await told(maja, '?due=week&tag=transport')).cards).toEqual([['submitted', 1, [bus]]]);
    polku.clock.advance(6 * DAY);
    expect((await told(maja, '?due=overdue&tag=transport')).cards).toEqual([['submitted', 1, [bus]]]);
  });

  it('pages a column without leaving the filter', async () => {
    const { columns } = await board(maja, '?limit=1&due=week');
    const [column] = columns;
    const page = (await maja.get(`/boards/helsingborg/steps/submitted/cards?limit=50&due=week&cursor=${column?.next}`)).body as CardPage;
    expect([column?.cards.length, page.items.length]).toEqual([1, (column?.total ?? 0) - 1]);
    const rest = (await maja.get(`/boards/helsingborg/steps/submitted/cards?limit=50&q=lodzi`)).body as CardPage;
    expect(rest.items.map(({ number }) => number)).toEqual([bus]);
  });

  it('refuses what is no filter, and names it', async () => {
    const response = await maja.get('/boards/helsingborg?due=never&owner=me');
    expect([response.status, response.body.fields.map(({ path }: { path: string }) => path)]).toEqual([422, ['owner', 'due']]);
  });
});

describe('a sorted board', () => {
  const all = async (query: string) => {
    const [first] = (await board(maja, `?limit=2&${query}`)).columns;
    const seen = (first?.cards ?? []).map(({ number }) => number);
    for (let next = first?.next ?? null; next !== null;) {
      const page = (await maja.get(`/boards/helsingborg/steps/submitted/cards?limit=3&${query}&cursor=${next}`)).body as CardPage;
      seen.push(...page.items.map(({ number }) => number));
      next = page.next;
    }
    return seen;
  };
  it.each([
    ['the whole board', ''],
    ['a narrowed one', '&owner=nobody'],
  ])('pages what is due first, what waits longest and what is newest without a gap or a repeat: %s', async (_, narrow) => {
    for (let count = 0; count < 3; count += 1) {
      polku.clock.advance(DAY);
      await submitted(maja);
    }
    await polku.sql(`update app.idea set due = null where number % 3 = 0`);
    const rows = await polku.sql<{ number: number; due: Date | null; since: Date }>(
      `select number, due, step_since as since from app.idea where step = 'submitted' order by rank`,
    );
    const by = (valueOf: (row: (typeof rows)[number]) => number) =>
      rows.toSorted((one, other) => valueOf(one) - valueOf(other)).map(({ number }) => number);
    expect(await all(`sort=due${narrow}`)).toEqual(by(({ due }) => due?.getTime() ?? Number.MAX_SAFE_INTEGER));
    expect(await all(`sort=age${narrow}`)).toEqual(by(({ since }) => since.getTime()));
    expect(await all(`sort=newest${narrow}`)).toEqual(by(({ number }) => -number));
  });

  it('refuses the cursor of another order, and an order it does not know', async () => {
    const next = (await board(maja, '?limit=1&sort=newest')).columns[0]?.next;
    expect((await maja.get(`/boards/helsingborg/steps/submitted/cards?sort=due&cursor=${next}`)).status).toBe(422);
    expect((await maja.get('/boards/helsingborg?sort=luck')).status).toBe(422);
    const made = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
    for (const [sort, key] of [
      ['newest', [9_999_999_999]],
      ['due', ['0000-01-01T00:00:00Z', 'V']],
      ['age', ['infinity', 'V']],
    ] as const) {
      expect((await maja.get(`/boards/helsingborg/steps/submitted/cards?sort=${sort}&cursor=${made(key)}`)).status).toBe(422);
    }
  });
});

describe('a board in lanes', () => {
  const told = async (who: Actor, query: string) => {
    const { columns, lanes } = await board(who, query);
    return {
      columns: columns.every(({ cards, next }) => cards.length === 0 && next === null),
      lanes: (lanes?.items ?? []).map(({ name, total, cells }) => [name, total, cells.map((it) => [it.step, it.total, it.cards.length])]),
      next: lanes?.next ?? null,
    };
  };

  it('has a lane for each owner, and one for what nobody owns', async () => {
    const { tomek, maja: herself } = polku.founded.members;
    const [mine, his] = [await submitted(maja, { tags: ['lanes'] }), await submitted(maja, { tags: ['lanes'] })];
    await submitted(maja, { tags: ['lanes'] });
    await hanna.patch(`/ideas/${mine.number}`, { version: 1, owner: herself });
    await hanna.patch(`/ideas/${his.number}`, { version: 1, owner: tomek });
    await moved(hanna, { number: his.number, version: 2 }, 'explore-idea', { reason: 'Worth a look.' });
    const shown = await told(maja, '?lanes=owner&tag=lanes');
    expect(shown).toEqual({
      columns: true,
      lanes: [
        [expect.stringMatching(/^Maja/), 1, [['submitted', 1, 1]]],
        [expect.stringMatching(/^Tomek/), 1, [['explore-idea', 1, 1]]],
        [null, 1, [['submitted', 1, 1]]],
      ],
      next: null,
    });
    // What is counted in the heads is counted in the lanes.
    const whole = await board(maja, '?lanes=owner&tag=lanes');
    expect(whole.columns.reduce((sum, { total }) => sum + total, 0)).toBe(3);
  });

  it('has a lane for each challenge, by what it asks, and one for what answers none', async () => {
    const period = { about: 'In July it is hot.', opensOn: '2026-01-01', closesOn: '2026-12-31' };
    const [shadeIn, noise] = await Promise.all(
      ['Where is shade?', 'What is too loud?'].map(async (question) => (await hanna.post('/challenges', { ...period, question })).body.id),
    );
    for (const challenge of [shadeIn, shadeIn, noise, undefined]) await submitted(maja, { challenge, tags: ['asked'] });
    expect((await told(maja, '?lanes=challenge&tag=asked')).lanes).toEqual([
      ['What is too loud?', 1, [['submitted', 1, 1]]],
      ['Where is shade?', 2, [['submitted', 2, 2]]],
      [null, 1, [['submitted', 1, 1]]],
    ]);
    const { columns } = await board(maja, `?challenge=${shadeIn}`);
    expect(columns.map(({ total }) => total)).toContain(2);
    const rest = (await maja.get(`/boards/helsingborg/steps/submitted/cards?limit=50&challenge=none&tag=asked`)).body as CardPage;
    expect(rest.items).toHaveLength(1);
  });

  it('lays ideas of no owner into the lane of their submitter’s unit, and asks for the rest of a cell by its lane', async () => {
    const { lanes } = await board(maja, '?lanes=unit&limit=2');
    const lane = lanes?.items.find(({ cells }) => cells.some(({ next }) => next !== null));
    const cell = lane?.cells.find(({ next }) => next !== null);
    const address = `/boards/helsingborg/steps/${cell?.step}/cards?limit=50&unit=${lane?.key ?? 'none'}&cursor=${cell?.next}`;
    const rest = (await maja.get(address)).body as CardPage;
    expect([cell?.cards.length, rest.items.length]).toEqual([2, (cell?.total ?? 0) - 2]);
  });

  it('finds what belongs to no unit', async () => {
    await polku.sql(`update app.membership set unit_id = null where id = $1`, [polku.founded.members.maja]);
    const { items } = (await board(maja, '?lanes=unit')).lanes ?? { items: [] };
    const none = items.find(({ key }) => key === null);
    const { columns } = await board(maja, '?unit=none');
    expect(none?.total).toBeGreaterThan(0);
    expect(columns.reduce((sum, { total }) => sum + total, 0)).toBe(none?.total);
  });

  it('comes twelve lanes at a time, in order of name', async () => {
    await polku.sql(
      `with people as (
         insert into app.person (id, language, created_at) select gen_random_uuid(), 'en', $2::timestamptz from generate_series(1, 14) returning id
       ), named as (
         insert into app.person_identity (person_id, name, email)
         select id, 'Owner ' || row_number() over (), id || '@aleksandrow.example' from people
       ), members as (
         insert into app.membership (id, organisation_id, person_id, roles, created_at)
         select gen_random_uuid(), $1::uuid, id, array['employee'], $2::timestamptz from people returning id
       )
       update app.idea i set owner_id = o.id, tags = array['owned']
       from (select id, row_number() over () as place from members) o
       join (select id, row_number() over (order by number desc) as place from app.idea where step = 'submitted') n using (place)
       where i.id = n.id`,
      [polku.founded.organisations.aleksandrow, polku.clock.now()],
    );
    const first = await told(maja, '?lanes=owner&tag=owned');
    const rest = await told(maja, `?lanes=owner&tag=owned&cursor=${first.next}`);
    const names = [...first.lanes, ...rest.lanes].map(([name]) => name as string);
    expect([first.lanes.length, rest.lanes.length, rest.next, names]).toEqual([12, 2, null, names.toSorted()]);
    expect(new Set(names).size).toBe(14);
  });

  it('asks as often for many lanes as for one, and refuses a cursor of something else', async () => {
    const queries = (query: string) => countQueries(polku, () => board(maja, query));
    await queries('?lanes=owner&tag=owned');
    expect(await queries('?lanes=owner&tag=owned')).toBe(await queries('?lanes=owner&tag=lanes'));
    const next = (await board(maja, '?limit=1')).columns[0]?.next;
    expect((await maja.get(`/boards/helsingborg?lanes=owner&cursor=${next}`)).status).toBe(422);
  });
});
