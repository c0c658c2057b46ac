import type { HomeDuty, HomeView, IdeaView, NotificationPage } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { MONDAY_NOON, startTestApp, type TestApp } from '../../../test/app.js';
import { countQueries } from '../../../test/count-queries.js';
import { LESSON, moved, submitted } from '../../../test/factories.js';
import { asked, decided, exploring, scored, seen } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

// Home counts what there is: each test begins with nothing, on the same Monday.
beforeEach(async () => {
  await polku.settle();
  await polku.sql(
    'truncate app.idea, app.domain_event, app.relay_pending, app.notification, app.column_count, app.timer, app.absence cascade',
  );
  polku.clock.moveTo(MONDAY_NOON);
});

afterAll(() => polku.close());

const home = async (who: Actor) => {
  const response = await who.get('/home');
  if (response.status !== 200) throw new Error(`Home was not read: ${response.status} ${response.text}`);
  return response.body as HomeView;
};
const dayAfter = (days: number) => new Date(MONDAY_NOON.getTime() + days * 24 * 3_600_000);
const brief = ({ kind, number, overdue }: HomeDuty) => [kind, number, overdue];

/** Gives an idea an owner. */
async function owned(idea: IdeaView, owner: 'maja' | 'tomek' | 'hanna'): Promise<void> {
  const { version } = await seen(await polku.as('hanna'), idea);
  const response = await (await polku.as('hanna')).patch(`/ideas/${idea.number}`, { version, owner: polku.founded.members[owner] });
  expect(response.status).toBe(200);
}

/** Lets an idea fall due, past the machine. */
async function due(idea: { number: number }, at: Date): Promise<void> {
  await polku.sql(`update app.idea set due = $2 where number = $1 and organisation_id = $3`, [
    idea.number,
    at,
    polku.founded.organisations.aleksandrow,
  ]);
}

describe('my ideas at home', () => {
  it('are those that I submitted, own or work on, the newest first, and no others', async () => {
    const [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
    const mine = await submitted(maja, { joinTeam: false });
    const theirs = await submitted(tomek);
    const given = await submitted(tomek);
    await owned(given, 'maja');
    const shared = await submitted(tomek);
    await maja.put(`/ideas/${shared.number}/team/${polku.founded.members.maja}`);
    const { ideas } = await home(maja);
    expect(ideas.total).toBe(3);
    expect(ideas.items.map(({ number }) => number)).toEqual([shared.number, given.number, mine.number]);
    expect((await home(tomek)).ideas.items.map(({ number }) => number)).toEqual([shared.number, given.number, theirs.number]);
    expect((await home(await polku.as('irena'))).ideas).toEqual({ items: [], total: 0 });
  });

  it('stand as stations on their path: where, since when and until when', async () => {
    const maja = await polku.as('maja');
    const idea = await exploring(polku);
    expect((await home(maja)).ideas.items).toEqual([
      {
        number: idea.number,
        title: idea.title,
        language: 'en',
        step: 'explore-idea',
        stepName: 'Explore idea',
        stepSince: idea.stepSince,
        due: idea.due,
        overdue: false,
        path: idea.path.map(({ step, name, state }) => ({ step, name, state })),
      },
    ]);
    await due(idea, dayAfter(-1));
    expect((await home(maja)).ideas.items[0]).toMatchObject({ overdue: true });
  });

  it('say where they left the path', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await exploring(polku);
    await moved(hanna, idea, 'stopped', { reason: 'Nobody came.', fields: { lesson: LESSON } });
    const [stopped] = (await home(maja)).ideas.items;
    expect(stopped).toMatchObject({ step: 'stopped', stepName: 'Stopped', due: null, overdue: false });
    expect(stopped?.path.map(({ state }) => state)).toEqual(['done', 'left', 'ahead', 'ahead', 'ahead', 'ahead']);
  });

  it('are the newest twelve, and counted all', async () => {
    const maja = await polku.as('maja');
    const numbers: number[] = [];
    for (let index = 0; index < 14; index += 1) numbers.push((await submitted(maja)).number);
    const { ideas } = await home(maja);
    expect([ideas.total, ideas.items.map(({ number }) => number)]).toEqual([14, numbers.slice(2).reverse()]);
  });
});

describe('what waits for me at home', () => {
  it('are decisions to score while there is time, and to make', async () => {
    const [oskar, irena, maja] = [await polku.as('oskar'), await polku.as('irena'), await polku.as('maja')];
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time', { deadline: '2026-03-13', panel: [polku.founded.members.irena] });
    const duty = {
      kind: 'decide',
      decision: 'time',
      number: idea.number,
      title: idea.title,
      language: 'en',
      due: decision.deadline,
      overdue: false,
      link: `/aleksandrow/decisions/${decision.id}`,
    };
    expect((await home(oskar)).waiting).toEqual({ items: [duty], total: 1 });
    expect((await home(irena)).waiting).toEqual({ items: [{ ...duty, kind: 'score' }], total: 1 });
    expect((await home(maja)).waiting).toEqual({ items: [], total: 0 });
    await scored(irena, decision, 4);
    expect((await home(irena)).waiting.total).toBe(0);
    polku.clock.moveTo(dayAfter(20));
    expect((await home(oskar)).waiting.items).toEqual([{ ...duty, overdue: true }]);
    await decided(polku, decision, 'yes');
    expect((await home(oskar)).waiting.total).toBe(0);
  });

  it('are the decisions of the absent in whose place I decide', async () => {
    const [oskar, irena] = [await polku.as('oskar'), await polku.as('irena')];
    await asked(polku, await exploring(polku), 'time');
    expect((await home(irena)).waiting.total).toBe(0);
    const absence = { from: '2026-03-02', until: '2026-03-06', delegate: polku.founded.members.irena };
    expect((await oskar.put('/absence', absence)).status).toBe(200);
    expect((await home(irena)).waiting.items.map(({ kind }) => kind)).toEqual(['decide']);
  });

  it('are ideas that I own and are overdue or due within a week', async () => {
    const tomek = await polku.as('tomek');
    const [late, soon, later, open, others] = [
      await submitted(tomek),
      await submitted(tomek),
      await submitted(tomek),
      await submitted(tomek),
      await submitted(tomek),
    ];
    for (const idea of [late, soon, later, open]) await owned(idea, 'maja');
    await due(soon, dayAfter(6.9));
    await due(late, dayAfter(-3));
    await due(later, dayAfter(7.1));
    await due(others, dayAfter(-4));
    await polku.sql(`update app.idea set due = null where number = $1 and organisation_id = $2`, [
      open.number,
      polku.founded.organisations.aleksandrow,
    ]);
    const { waiting } = await home(await polku.as('maja'));
    expect(waiting.items.map(brief)).toEqual([
      ['own', late.number, true],
      ['own', soon.number, false],
    ]);
    expect(waiting.items[0]).toMatchObject({ decision: null, due: dayAfter(-3).toISOString(), link: `/aleksandrow/ideas/${late.number}` });
    expect((await home(tomek)).waiting.total).toBe(0);
  });

  it('are for the hub the ideas that wait too long for triage, each once', async () => {
    const [maja, hanna, piotr] = [await polku.as('maja'), await polku.as('hanna'), await polku.as('piotr')];
    const [first, second, fresh] = [await submitted(maja), await submitted(maja), await submitted(maja)];
    const explored = await exploring(polku);
    await owned(second, 'hanna');
    for (const [index, idea] of [first, second, explored].entries()) await due(idea, dayAfter(index - 5));
    await due(fresh, dayAfter(1));
    expect((await home(hanna)).waiting.items.map(brief)).toEqual([
      ['triage', first.number, true],
      ['own', second.number, true],
    ]);
    expect((await home(piotr)).waiting.items.map(brief)).toEqual([
      ['triage', first.number, true],
      ['triage', second.number, true],
    ]);
    expect((await home(maja)).waiting.total).toBe(0);
  });

  it('come in one list, the oldest due first, twenty of them and counted all', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const decision = await asked(polku, await exploring(polku), 'time', { decider: polku.founded.members.hanna, deadline: '2026-03-03' });
    const numbers: number[] = [];
    for (let index = 0; index < 22; index += 1) {
      const idea = await submitted(maja);
      await due(idea, dayAfter(index - 25));
      numbers.push(idea.number);
    }
    const soon = await submitted(maja);
    await owned(soon, 'hanna');
    await due(soon, dayAfter(3));
    const { waiting } = await home(hanna);
    expect([waiting.total, waiting.items.map(({ number }) => number)]).toEqual([24, numbers.slice(0, 20)]);
    for (const number of numbers.slice(1)) await due({ number }, dayAfter(5));
    expect((await home(hanna)).waiting.items.map(({ kind, number }) => [kind, number])).toEqual([
      ['triage', numbers[0]],
      ['decide', decision.idea.number],
      ['own', soon.number],
    ]);
  });
});

describe('what is new at home', () => {
  it('is what I was told and have not read, the newest eight, as the notifications show it', async () => {
    const maja = await polku.as('maja');
    for (let index = 0; index < 10; index += 1) await submitted(maja);
    await polku.settle();
    const page = (await maja.get('/notifications?unread=true&limit=8')).body as NotificationPage;
    const { news } = await home(maja);
    expect(news.items).toHaveLength(8);
    expect(news).toEqual({ items: page.items, total: page.unread });
    await maja.post('/notifications/read', {});
    expect((await home(maja)).news).toEqual({ items: [], total: 0 });
  });
});

describe('home', () => {
  it('names nobody: neither who submitted an idea nor who has scored', async () => {
    const [maja, tomek, hanna, oskar] = [await polku.as('maja'), await polku.as('tomek'), await polku.as('hanna'), await polku.as('oskar')];
    const idea = await exploring(polku);
    await tomek.put(`/ideas/${idea.number}/team/${polku.founded.members.tomek}`);
    await asked(polku, idea, 'time', { deadline: '2026-03-05', panel: [polku.founded.members.irena] });
    await due(await submitted(maja), dayAfter(-1));
    for (const who of [tomek, hanna, oskar]) {
      const { ideas, waiting } = await home(who);
      expect(ideas.total + waiting.total).toBeGreaterThan(0);
      const text = JSON.stringify({ ideas, waiting });
      for (const [name, member] of Object.entries(polku.founded.members)) {
        expect(text).not.toContain(member);
        expect(text.toLowerCase()).not.toContain(`"${name}"`);
      }
    }
  });

  it('shows nothing of another organisation, is for its members, and not for guests', async () => {
    const [maja, elin, sanna] = [await polku.as('maja'), await polku.as('elin'), await polku.as('sanna')];
    await due(await submitted(maja), dayAfter(-1));
    const nothing = { items: [], total: 0 };
    expect(await home(elin)).toEqual({ ideas: nothing, waiting: nothing, news: nothing });
    expect((await elin.at('aleksandrow').get('/home')).status).toBe(404);
    expect((await sanna.get('/home')).status).toBe(403);
  });

  it('speaks the language of who asks', async () => {
    const [elin, nikos] = [await polku.as('elin'), await polku.as('nikos')];
    await submitted(nikos);
    const names = async (who: Actor) => (await home(who)).ideas.items[0]?.stepName;
    expect(await names(nikos)).toBe('Υποβολή');
    await submitted(elin);
    expect(await names(elin)).not.toBe('Υποβολή');
  });

  it('asks the database as often for many as for one', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const fill = async (count: number) => {
      for (let index = 0; index < count; index += 1) {
        const idea = await submitted(maja);
        await owned(idea, 'hanna');
        await due(idea, dayAfter(1));
        await asked(polku, await exploring(polku), 'time', { decider: polku.founded.members.hanna, panel: [polku.founded.members.tomek] });
        await due(await submitted(maja), dayAfter(-1));
      }
      await polku.settle();
    };
    await fill(1);
    await home(hanna);
    const few = await countQueries(polku, () => home(hanna));
    await fill(5);
    const many = await countQueries(polku, () => home(hanna));
    expect((await home(hanna)).waiting.total).toBe(18);
    expect(many).toBe(few);
    // Session and membership; begin; ideas, absences, decisions, panels, promises, notifications, unread; commit.
    expect(many).toBeLessThanOrEqual(12);
  });
});
