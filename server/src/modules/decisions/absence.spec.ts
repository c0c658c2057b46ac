import type { AbsenceView, DecisionPage, DecisionView, NotificationPage } from '#contracts';
import type { CastName } from '../../../seeds/cast.js';
import { MONDAY_NOON, startTestApp, TEST_SECRET, type TestApp } from '../../../test/app.js';
import { withClient } from '../../../test/database.js';
import { moved, submitted } from '../../../test/factories.js';
import { findBrokenInvariants } from '../../../test/invariants.js';
import { asked, decided, exploring, refusedFor } from '../../../test/path.js';

let polku: TestApp;

// Ideas up to this number belong to the tests before.
let before: number;

beforeAll(async () => {
  polku = await startTestApp();
});

beforeEach(async () => {
  polku.clock.moveTo(MONDAY_NOON);
  const [row] = await polku.sql<{ last: number }>(`select coalesce(max(number), 0) as last from app.idea`);
  before = row?.last ?? 0;
});

afterEach(async () => {
  await polku.sql(`update app.absence set ended_at = $1 where ended_at is null`, [polku.clock.now()]);
});

afterAll(async () => {
  await polku.settle();
  expect(await withClient(polku.database.url, (client) => findBrokenInvariants(client, TEST_SECRET))).toEqual([]);
  await polku.close();
});

const LATER_THAT_WEEK = new Date('2026-03-05T10:00:00Z');
const AFTER = new Date('2026-03-16T10:00:00Z');

/** Somebody is away for the next two weeks, or as said, and leaves another to decide. */
async function isAway(name: CastName, delegate: CastName, days: object = {}): Promise<AbsenceView> {
  const response = await (
    await polku.as(name)
  ).put('/absence', { from: '2026-03-02', until: '2026-03-13', delegate: polku.founded.members[delegate], ...days });
  if (response.status !== 200) throw new Error(`The absence was not set: ${response.status} ${response.text}`);
  await polku.poll();
  return response.body as AbsenceView;
}

async function told(name: CastName): Promise<string[]> {
  const page = (await (await polku.as(name)).get('/notifications?limit=100')).body as NotificationPage;
  return page.items
    .filter(({ number }) => number > before)
    .map(({ kind }) => kind as string)
    .filter((kind) => kind.startsWith('decision-') || kind === 'decided')
    .toReversed();
}

async function queue(name: CastName): Promise<DecisionView[]> {
  const page = (await (await polku.as(name)).get('/decisions?mine=true&limit=100')).body as DecisionPage;
  return page.items.filter(({ idea }) => idea.number > before);
}

const decide = async (name: CastName, decision: { id: string }) =>
  (await polku.as(name)).post(`/decisions/${decision.id}/outcome`, { outcome: 'yes', reason: 'The need is real.' });

describe('an absence', () => {
  it('is announced, shown to both, replaced and taken back', async () => {
    const [oskar, irena] = [await polku.as('oskar'), await polku.as('irena')];
    expect((await oskar.get('/absence')).body).toEqual({ absence: null, standsInFor: [] });
    const set = await isAway('oskar', 'irena');
    expect(set.absence).toMatchObject({ from: '2026-03-02', until: '2026-03-13', delegate: { name: 'Irena' }, away: true });
    expect((await oskar.get('/absence')).body).toEqual(set);
    expect((await irena.get('/absence')).body).toMatchObject({
      absence: null,
      standsInFor: [{ member: { name: 'Oskar' }, until: '2026-03-13' }],
    });
    const later = await isAway('oskar', 'hanna', { from: '2026-03-09' });
    expect(later.absence).toMatchObject({ away: false, delegate: { name: 'Hanna' } });
    expect(((await irena.get('/absence')).body as AbsenceView).standsInFor).toEqual([]);
    expect((await oskar.delete('/absence')).status).toBe(204);
    expect((await oskar.delete('/absence')).status).toBe(204);
    expect((await oskar.get('/absence')).body).toEqual({ absence: null, standsInFor: [] });
    expect(await polku.sql(`select from app.timer where kind = 'absence-start'`)).toEqual([]);
    expect(await polku.sql(`select from app.absence where ended_at is null`)).toEqual([]);
  });

  it('is over after its last day, in the organisation’s time zone', async () => {
    await isAway('oskar', 'irena');
    polku.clock.moveTo(new Date('2026-03-13T22:59:59Z'));
    expect(((await (await polku.as('irena')).get('/absence')).body as AbsenceView).standsInFor).toHaveLength(1);
    polku.clock.moveTo(new Date('2026-03-13T23:00:00Z'));
    expect(((await (await polku.as('irena')).get('/absence')).body as AbsenceView).standsInFor).toEqual([]);
    expect((await (await polku.as('oskar')).get('/absence')).body).toMatchObject({ absence: null });
    expect((await isAway('oskar', 'irena', { from: '2026-03-14', until: '2026-03-14' })).absence).toMatchObject({ away: true });
  });

  it('is set by many at once without a trace of two', async () => {
    const oskar = await polku.as('oskar');
    const delegate = polku.founded.members.irena;
    const answers = await Promise.all(
      ['2026-03-10', '2026-03-11', '2026-03-12', '2026-03-13'].map((until) =>
        oskar.put('/absence', { from: '2026-03-02', until, delegate }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(await polku.sql(`select from app.absence where ended_at is null`)).toHaveLength(1);
  });

  it('needs days that can be and somebody else who decides', async () => {
    const oskar = await polku.as('oskar');
    const { irena, maja, sanna, elin, oskar: self } = polku.founded.members;
    const problem = async (body: object) => {
      const response = await oskar.put('/absence', { from: '2026-03-02', until: '2026-03-13', delegate: irena, ...body });
      const { fields } = response.body as { fields?: { path: string; code: string }[] };
      return [response.status, ...(fields ?? []).map(({ path, code }) => `${path} ${code}`)];
    };
    expect(await problem({ until: '2026-03-01' })).toEqual([422, 'until before-start']);
    expect(await problem({ from: '2026-02-02', until: '2026-03-01' })).toEqual([422, 'until in-the-past']);
    expect(await problem({ from: 'soon' })).toEqual([422, 'from not-a-date']);
    expect(await problem({ delegate: self })).toEqual([422, 'delegate unknown-value']);
    for (const delegate of [maja, sanna, elin]) expect(await problem({ delegate })).toEqual([422, 'delegate not-a-member']);
    expect(await problem({ more: 1 })).toEqual([422, 'more unknown-field']);
  });
});

describe('while a decider is away', () => {
  it('the delegate is asked, has it in the queue and decides, and it is seen who did', async () => {
    const waiting = await asked(polku, await exploring(polku), 'time');
    await isAway('oskar', 'irena');
    const asking = await asked(polku, await exploring(polku), 'time');
    await polku.settle();
    expect(await told('irena')).toEqual(['decision-covered', 'decision-covered']);
    expect((await told('oskar')).filter((kind) => kind !== 'decided')).toEqual(['decision-asked', 'decision-asked']);
    const mine = await queue('irena');
    expect(mine.map(({ id, actingFor, refusals }) => [id, actingFor?.name, refusals])).toEqual([
      [waiting.id, 'Oskar', []],
      [asking.id, 'Oskar', []],
    ]);
    expect(mine[0]).toMatchObject({ decider: { name: 'Oskar' }, away: { until: '2026-03-13', delegate: { name: 'Irena' } } });
    expect((await queue('oskar')).map(({ actingFor, refusals }) => [actingFor, refusals])).toEqual([
      [null, []],
      [null, []],
    ]);
    const made = await decide('irena', waiting);
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ decider: { name: 'Oskar' }, decidedBy: { name: 'Irena' }, actingFor: null, away: null });
    await polku.settle();
    expect((await told('oskar')).at(-1)).toBe('decided');
    // He may still decide himself.
    expect(await decided(polku, asking, 'yes')).toMatchObject({ decider: { name: 'Oskar' }, decidedBy: { name: 'Oskar' } });
    const done = ((await (await polku.as('irena')).get('/decisions?mine=true&state=decided')).body as DecisionPage).items;
    expect(done.map(({ id }) => id)).toEqual([waiting.id]);
  });

  it('nobody else may, and the delegate neither before nor afterwards', async () => {
    const decision = await asked(polku, await exploring(polku), 'time');
    await isAway('oskar', 'irena', { from: '2026-03-05' });
    expect(await told('irena')).toEqual([]);
    expect(refusedFor(await decide('irena', decision))).toEqual([409, 'role-in']);
    expect(await queue('irena')).toEqual([]);
    polku.clock.moveTo(LATER_THAT_WEEK);
    await polku.poll();
    expect(await told('irena')).toEqual(['decision-covered']);
    expect(refusedFor(await decide('hanna', decision))).toEqual([409, 'role-in']);
    expect(await queue('irena')).toHaveLength(1);
    polku.clock.moveTo(AFTER);
    expect(await queue('irena')).toEqual([]);
    expect(refusedFor(await decide('irena', decision))).toEqual([409, 'role-in']);
  });

  it('ends for the delegate when it is taken back', async () => {
    const decision = await asked(polku, await exploring(polku), 'time');
    await isAway('oskar', 'irena');
    await (await polku.as('oskar')).delete('/absence');
    expect(refusedFor(await decide('irena', decision))).toEqual([409, 'role-in']);
    expect(await queue('irena')).toEqual([]);
  });

  it('says so once for each decision, also when the days change', async () => {
    await asked(polku, await exploring(polku), 'time');
    await isAway('oskar', 'irena');
    await isAway('oskar', 'irena', { until: '2026-03-20' });
    expect(await told('irena')).toEqual(['decision-covered']);
    await isAway('oskar', 'hanna');
    expect([await told('irena'), await told('hanna')]).toEqual([['decision-covered'], ['decision-covered']]);
  });

  it('leaves a decision on the delegate’s own idea with the absent, and tells the hub', async () => {
    const [irena, hanna] = [await polku.as('irena'), await polku.as('hanna')];
    const idea = await submitted(irena);
    await moved(hanna, idea, 'explore-idea');
    const body = { kind: 'time', decider: polku.founded.members.oskar, deadline: '2026-03-11' };
    const first = (await hanna.post(`/ideas/${idea.number}/decisions`, body)).body as DecisionView;
    await isAway('oskar', 'irena');
    expect([await told('irena'), await told('hanna')]).toEqual([[], ['decision-uncovered']]);
    expect(await queue('irena')).toEqual([]);
    expect(refusedFor(await decide('irena', first))).toEqual([409, 'role-in', 'not-own-idea']);
    const seen = ((await hanna.get(`/ideas/${idea.number}/decisions`)).body as DecisionPage).items[0];
    expect(seen).toMatchObject({ away: { until: '2026-03-13', delegate: null }, mayDelegate: true });
    expect(await decided(polku, first, 'adapt')).toMatchObject({ decidedBy: { name: 'Oskar' } });
  });

  it('has no chains: the delegate of an absent delegate decides nothing', async () => {
    const decision = await asked(polku, await exploring(polku), 'time');
    await isAway('oskar', 'irena');
    await isAway('irena', 'hanna');
    expect(await queue('hanna')).toEqual([]);
    expect(refusedFor(await decide('hanna', decision))).toEqual([409, 'role-in']);
    expect(await told('hanna')).toEqual([]);
    expect((await decide('irena', decision)).status).toBe(201);
  });

  it('counts a delegate who decides no more as nobody', async () => {
    const decision = await asked(polku, await exploring(polku), 'time');
    await polku.sql(`update app.membership set roles = array['hub'] where id = $1`, [polku.founded.members.irena]);
    await isAway('oskar', 'irena');
    await polku.sql(`update app.membership set roles = array['employee'] where id = $1`, [polku.founded.members.irena]);
    expect((await decide('irena', decision)).status).toBe(403);
    const seen = ((await (await polku.as('hanna')).get(`/ideas/${decision.idea.number}/decisions`)).body as DecisionPage).items[0];
    await polku.sql(`update app.membership set roles = array['manager'] where id = $1`, [polku.founded.members.irena]);
    expect(seen?.away).toEqual({ until: '2026-03-13', delegate: null });
  });

  it('reminds the delegate of deadlines too', async () => {
    await asked(polku, await exploring(polku), 'time', { deadline: '2026-03-12' });
    await isAway('oskar', 'irena');
    polku.clock.moveTo(new Date('2026-03-10T10:00:00Z'));
    await polku.poll();
    expect([await told('irena'), (await told('oskar')).at(-1)]).toEqual([['decision-covered', 'decision-due-soon'], 'decision-due-soon']);
    const mails = await polku.sql<{ id: string }>(
      `select d.id from app.delivery d join app.notification n on n.id = d.notification_id where n.member_id = $1
         and n.idea_id in (select id from app.idea where number > $2) order by n.id`,
      [polku.founded.members.irena, before],
    );
    for (const { id } of mails) {
      expect(await (await fetch(`${polku.url}/dev/mail/${id}`)).text()).toContain('because you decide for somebody who is away');
    }
    expect(mails).toHaveLength(2);
  });

  it('keeps a decision and its taking back in their order', async () => {
    const decision = await asked(polku, await exploring(polku), 'time');
    await isAway('oskar', 'irena');
    const oskar = await polku.as('oskar');
    const [made, ended] = await Promise.all([decide('irena', decision), oskar.delete('/absence')]);
    expect([201, 409]).toContain(made.status);
    expect(ended.status).toBe(204);
    expect(polku.clock.now()).toEqual(MONDAY_NOON);
  });
});
