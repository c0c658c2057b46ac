import type { DecisionPage, DecisionView, NotificationPage, NotificationView } from '#contracts';
import { MONDAY_NOON, startTestApp, TEST_SECRET, type TestApp } from '../../../test/app.js';
import { withClient } from '../../../test/database.js';
import { findBrokenInvariants } from '../../../test/invariants.js';
import { LESSON, moved } from '../../../test/factories.js';
import { asked, decided, exploring, refusedFor, seen } from '../../../test/path.js';
import type { CastName } from '../../../seeds/cast.js';
import { Timers } from '../../platform/timers/index.js';
import { UnitOfWork } from '../../platform/database/index.js';

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
  await polku.sql(`update app.membership set manager_id = null`);
});

afterAll(async () => {
  await polku.settle();
  expect(await withClient(polku.database.url, (client) => findBrokenInvariants(client, TEST_SECRET))).toEqual([]);
  await polku.close();
});

// A Friday; reminded on Wednesday morning, overdue on Saturday, escalated at the end of Tuesday.
const DEADLINE = '2026-03-13';
const WEDNESDAY = new Date('2026-03-10T23:00:00Z');
const SATURDAY = new Date('2026-03-13T23:00:00Z');
const TUESDAY_NIGHT = new Date('2026-03-17T22:59:59.999Z');
const MONTHS_LATER = new Date('2026-06-01T10:00:00Z');

/** What somebody was told of decisions, but of the asking and the making, the first first. */
async function told(name: CastName): Promise<string[]> {
  return (await notifications(name)).map(({ kind }) => kind).filter((kind) => kind.startsWith('decision-') && kind !== 'decision-asked');
}

async function notifications(name: CastName): Promise<NotificationView[]> {
  const page = (await (await polku.as(name)).get('/notifications?limit=100')).body as NotificationPage;
  return page.items.filter(({ number }) => number > before).toReversed();
}

async function timersOf(decision: { id: string }): Promise<Date[]> {
  const rows = await polku.sql<{ due: Date }>(`select due from app.timer where kind = 'decision-watch' and subject = $1`, [decision.id]);
  return rows.map(({ due }) => due);
}

const ask = async (more: object = {}): Promise<DecisionView> =>
  asked(polku, await exploring(polku), 'time', { deadline: DEADLINE, ...more });

async function moveTo(moment: Date): Promise<void> {
  polku.clock.moveTo(moment);
  await polku.poll();
}

describe('watching a decision', () => {
  it('reminds the decider, tells the hub when it is overdue, and then the administrators', async () => {
    const decision = await ask();
    expect(await timersOf(decision)).toEqual([WEDNESDAY]);
    await moveTo(new Date(WEDNESDAY.getTime() - 1));
    expect(await told('oskar')).toEqual([]);
    await moveTo(WEDNESDAY);
    expect([await told('oskar'), await told('hanna'), await told('maja')]).toEqual([['decision-due-soon'], [], []]);
    expect(await timersOf(decision)).toEqual([SATURDAY]);
    await moveTo(SATURDAY);
    expect([await told('oskar'), await told('hanna')]).toEqual([['decision-due-soon', 'decision-overdue'], ['decision-overdue']]);
    expect(await told('piotr')).toEqual([]);
    await moveTo(TUESDAY_NIGHT);
    expect(await told('piotr')).toEqual(['decision-escalated']);
    expect(await told('hanna')).toEqual(['decision-overdue']);
    expect(await timersOf(decision)).toEqual([]);
    await moveTo(MONTHS_LATER);
    expect([await told('oskar'), await told('piotr')]).toEqual([['decision-due-soon', 'decision-overdue'], ['decision-escalated']]);
  });

  it('is quiet while the idea stands elsewhere, and speaks again when it is back', async () => {
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time', { deadline: DEADLINE });
    const parked = await moved(await polku.as('hanna'), await seen(await polku.as('hanna'), idea), 'parked', {
      reason: 'The schools are closed.',
      fields: { returnOn: '2026-03-19' },
    });
    const oskar = await polku.as('oskar');
    expect((await oskar.get(`/decisions?mine=true`)).body.items.map(({ id }: DecisionView) => id)).not.toContain(decision.id);
    const refused = await oskar.post(`/decisions/${decision.id}/outcome`, { outcome: 'adapt', reason: 'Wait.', mustChange: 'The time.' });
    expect(refusedFor(refused)).toEqual([409, 'decision-fits-step']);
    for (const moment of [WEDNESDAY, SATURDAY, TUESDAY_NIGHT]) await moveTo(moment);
    expect([await told('oskar'), await told('hanna'), await told('piotr')]).toEqual([[], [], []]);
    expect((await oskar.get(`/decisions/${decision.id}`)).body.overdue).toBe(false);
    await moveTo(new Date('2026-03-19T10:00:00Z'));
    expect((await seen(oskar, parked)).step).toBe('explore-idea');
    await moveTo(new Date('2026-03-20T10:00:00Z'));
    expect(await told('piotr')).toEqual(['decision-escalated']);
    expect((await oskar.get(`/decisions?mine=true`)).body.items.map(({ id }: DecisionView) => id)).toContain(decision.id);
  });

  it('is over when the idea has left its path', async () => {
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time', { deadline: DEADLINE });
    const hanna = await polku.as('hanna');
    await moved(hanna, await seen(hanna, idea), 'stopped', { reason: 'Somebody else does it.', fields: { lesson: LESSON } });
    for (const moment of [WEDNESDAY, SATURDAY, MONTHS_LATER]) await moveTo(moment);
    expect([await told('oskar'), await timersOf(decision)]).toEqual([[], []]);
  });

  it('is escalated to the manager of the decider, where there is one', async () => {
    const { oskar, irena } = polku.founded.members;
    await polku.sql(`update app.membership set manager_id = $2 where id = $1`, [oskar, irena]);
    await ask();
    await moveTo(WEDNESDAY);
    await moveTo(SATURDAY);
    await moveTo(TUESDAY_NIGHT);
    expect([await told('irena'), await told('piotr')]).toEqual([['decision-escalated'], []]);
  });

  it('knows no manager who is the decider, or of nobody', async () => {
    const { oskar } = polku.founded.members;
    await polku.sql(`update app.membership set manager_id = $1 where id = $1`, [oskar]);
    await ask();
    await moveTo(SATURDAY);
    await moveTo(TUESDAY_NIGHT);
    expect(await told('piotr')).toEqual(['decision-escalated']);
  });

  it('says only the most severe when the clock has passed several, to all who should have heard', async () => {
    await ask();
    await moveTo(MONTHS_LATER);
    expect([await told('oskar'), await told('hanna'), await told('piotr'), await told('maja')]).toEqual([
      ['decision-escalated'],
      ['decision-escalated'],
      ['decision-escalated'],
      [],
    ]);
  });

  it('says each stage once, however often its timer comes', async () => {
    const decision = await ask();
    await moveTo(SATURDAY);
    const timers = polku.app.get(Timers, { strict: false });
    const work = polku.app.get(UnitOfWork, { strict: false });
    for (let count = 0; count < 3; count += 1) {
      await work.run(polku.founded.organisations.aleksandrow, () => timers.set('decision-watch', decision.id, WEDNESDAY));
      await polku.poll();
    }
    expect([await told('oskar'), await told('hanna')]).toEqual([['decision-overdue'], ['decision-overdue']]);
    expect(await timersOf(decision)).toEqual([TUESDAY_NIGHT]);
  });

  it('ends when it is decided, however it ends', async () => {
    for (const outcome of ['yes', 'adapt'] as const) {
      const decision = await ask();
      await decided(polku, decision, outcome);
      expect(await timersOf(decision)).toEqual([]);
    }
    await moveTo(MONTHS_LATER);
    expect(await told('oskar')).toEqual([]);
  });

  it('watches decisions that were asked for before anybody watched them', async () => {
    const decision = await ask();
    // As the migration leaves them.
    await polku.sql(`update app.timer set due = $2 where kind = 'decision-watch' and subject = $1`, [decision.id, decision.askedAt]);
    await polku.poll();
    expect(await told('oskar')).toEqual([]);
    expect(await timersOf(decision)).toEqual([WEDNESDAY]);
  });

  it('writes mails that say why, with the deadline', async () => {
    await ask();
    await moveTo(MONTHS_LATER);
    const [last] = (await notifications('piotr')).slice(-1);
    expect(last).toMatchObject({
      kind: 'decision-escalated',
      text: expect.stringContaining('was due by 13 March 2026') as string,
      link: expect.stringMatching(/\/aleksandrow\/decisions\/[0-9a-f-]{36}$/) as string,
    });
    const mail = async (name: CastName): Promise<string> => {
      const rows = await polku.sql<{ id: string }>(
        `select d.id from app.delivery d join app.notification n on n.id = d.notification_id
         where n.member_id = $1 and n.kind = 'decision-escalated' order by n.id desc limit 1`,
        [polku.founded.members[name]],
      );
      return (await fetch(`${polku.url}/dev/mail/${rows[0]?.id}`)).text();
    };
    expect(await mail('piotr')).toContain('because you administer this organisation');
    expect(await mail('hanna')).toContain('because you belong to the innovation hub');
    expect(await mail('oskar')).toContain('because the decision is yours');
  });

  it('stands in the idea’s history', async () => {
    const decision = await ask();
    await moveTo(SATURDAY);
    const maja = await polku.as('maja');
    const history = (await maja.get(`/ideas/${decision.idea.number}/history`)).body as { items: { kind: string }[] };
    expect(history.items.map(({ kind }) => kind)).toContain('decision-overdue');
    expect(((await maja.get('/decisions')).body as DecisionPage).items[0]?.overdue).toBe(true);
  });
});
