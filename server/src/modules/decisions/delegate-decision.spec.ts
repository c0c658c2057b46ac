import type { DecisionPage, DecisionView, HistoryPage, NotificationPage } from '#contracts';
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

const REASON = 'Irena knows the schools.';

const hand = async (name: CastName, decision: { id: string }, to: CastName, reason = REASON) =>
  (await polku.as(name)).post(`/decisions/${decision.id}/delegation`, { to: polku.founded.members[to], reason });

const ask = async (more: object = {}): Promise<DecisionView> => asked(polku, await exploring(polku), 'time', more);

async function told(name: CastName): Promise<{ kind: string; text: string; reason: string | null }[]> {
  const page = (await (await polku.as(name)).get('/notifications?limit=100')).body as NotificationPage;
  return page.items.filter(({ kind, number }) => number > before && (kind === 'decision-delegated' || kind === 'decision-covered'));
}

async function mailTo(name: CastName): Promise<string> {
  const rows = await polku.sql<{ id: string }>(
    `select d.id from app.delivery d join app.notification n on n.id = d.notification_id where n.member_id = $1 order by n.id desc limit 1`,
    [polku.founded.members[name]],
  );
  return (await fetch(`${polku.url}/dev/mail/${rows[0]?.id}`)).text();
}

describe('handing a decision on', () => {
  it('makes it the other’s, who is told why, and leaves a trace', async () => {
    const decision = await ask();
    const response = await hand('oskar', decision, 'irena');
    expect(response.status).toBe(201);
    expect(response.body).toMatchObject({
      decider: { name: 'Irena' },
      deadline: decision.deadline,
      mayDelegate: false,
      delegations: [{ from: { name: 'Oskar' }, to: { name: 'Irena' }, by: { name: 'Oskar' }, reason: REASON }],
    });
    await polku.settle();
    const [news] = await told('irena');
    expect(news).toMatchObject({ kind: 'decision-delegated', reason: REASON });
    expect(news?.text).toMatch(/has been handed to you\. Please decide by 31 March 2026/);
    expect(await mailTo('irena')).toContain('because the decision is yours');
    expect(await told('oskar')).toEqual([]);
    expect(
      refusedFor(await (await polku.as('oskar')).post(`/decisions/${decision.id}/outcome`, { outcome: 'yes', reason: 'Fine.' })),
    ).toEqual([409, 'role-in']);
    const made = await (await polku.as('irena')).post(`/decisions/${decision.id}/outcome`, { outcome: 'yes', reason: 'The need is real.' });
    expect(made.body).toMatchObject({ decider: { name: 'Irena' }, decidedBy: { name: 'Irena' } });
    const history = (await (await polku.as('maja')).get(`/ideas/${decision.idea.number}/history`)).body as HistoryPage;
    expect(history.items.find(({ kind }) => kind === 'decision-delegated')).toMatchObject({
      by: { name: 'Oskar' },
      reason: REASON,
      details: { member: { name: 'Irena' } },
    });
  });

  it('goes on from hand to hand', async () => {
    const decision = await ask();
    await hand('oskar', decision, 'irena');
    const back = (await hand('irena', decision, 'hanna', 'Not mine.')).body as DecisionView;
    expect(back.delegations.map(({ from, to }) => [from?.name, to?.name])).toEqual([
      ['Irena', 'Hanna'],
      ['Oskar', 'Irena'],
    ]);
    const [listed] = ((await (await polku.as('hanna')).get('/decisions?mine=true')).body as DecisionPage).items;
    expect(listed).toMatchObject({ id: decision.id, mayDelegate: true });
  });

  it('is for the decider; the hub may when the deadline has passed', async () => {
    const decision = await ask({ deadline: '2026-03-06' });
    expect(refusedFor(await hand('irena', decision, 'hanna'))).toEqual([409, 'role-in']);
    expect(refusedFor(await hand('hanna', decision, 'irena'))).toEqual([409, 'decider-away']);
    expect((await hand('maja', decision, 'irena')).status).toBe(403);
    polku.clock.moveTo(new Date('2026-03-06T23:00:00Z'));
    const [seen] = ((await (await polku.as('hanna')).get(`/ideas/${decision.idea.number}/decisions`)).body as DecisionPage).items;
    expect(seen?.mayDelegate).toBe(true);
    expect((await hand('hanna', decision, 'irena')).body).toMatchObject({ delegations: [{ by: { name: 'Hanna' } }] });
    await polku.settle();
    expect((await told('oskar'))[0]?.text).toMatch(/handed to somebody else/);
    expect(await mailTo('oskar')).toContain('because the decision was yours');
  });

  it('is for the hub too while the decider is away', async () => {
    const decision = await ask();
    await (await polku.as('oskar')).put('/absence', { from: '2026-03-02', until: '2026-03-04', delegate: polku.founded.members.irena });
    // Who stands in decides, or leaves it.
    expect(refusedFor(await hand('irena', decision, 'hanna'))).toEqual([409, 'role-in']);
    // Who hands it on does not take it.
    expect(refusedFor(await hand('hanna', decision, 'hanna'))).toEqual([409, 'not-taken']);
    expect((await hand('hanna', decision, 'piotr')).body).toMatchObject({ decider: { name: 'Piotr' }, away: null });
    await polku.settle();
    expect(await told('hanna')).toEqual([]);
  });

  it('tells who stands in for the new decider', async () => {
    const decision = await ask();
    await (await polku.as('irena')).put('/absence', { from: '2026-03-02', until: '2026-03-04', delegate: polku.founded.members.hanna });
    expect((await hand('oskar', decision, 'irena')).body).toMatchObject({ away: { delegate: { name: 'Hanna' } } });
    await polku.settle();
    expect((await told('hanna')).map(({ kind }) => kind)).toEqual(['decision-covered']);
  });

  it('goes to nobody who may not decide on it', async () => {
    const [irena, hanna] = [await polku.as('irena'), await polku.as('hanna')];
    const idea = await submitted(irena);
    await moved(hanna, idea, 'explore-idea');
    const body = { kind: 'time', decider: polku.founded.members.oskar, deadline: '2026-03-31' };
    const decision = (await hanna.post(`/ideas/${idea.number}/decisions`, body)).body as DecisionView;
    expect(refusedFor(await hand('oskar', decision, 'irena'))).toEqual([409, 'not-own-idea']);
    for (const [to, code] of [
      ['oskar', 'unknown-value'],
      ['maja', 'not-a-member'],
      ['elin', 'not-a-member'],
    ] as const) {
      const response = await hand('oskar', decision, to);
      expect([response.status, (response.body as { fields: unknown }).fields]).toEqual([
        422,
        [expect.objectContaining({ path: 'to', code })],
      ]);
    }
    const empty = await hand('oskar', decision, 'hanna', ' ');
    expect([empty.status, (empty.body as { fields: unknown }).fields]).toEqual([
      422,
      [expect.objectContaining({ path: 'reason', code: 'required' })],
    ]);
  });

  it('is over once it is decided, and knows no other decision', async () => {
    const decision = await ask();
    await decided(polku, decision, 'yes');
    expect(refusedFor(await hand('oskar', decision, 'irena'))).toEqual([409, 'decision-undecided']);
    expect((await hand('oskar', { id: '019ab000-0000-7000-8000-000000000000' }, 'irena')).status).toBe(404);
  });

  it('happens once, also when many do it at the same moment', async () => {
    const decision = await ask();
    const answers = await Promise.all([hand('oskar', decision, 'irena'), hand('oskar', decision, 'hanna')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await polku.sql(`select from app.delegation where decision_id = $1`, [decision.id])).toHaveLength(1);
  });
});
