import { startTestApp, type TestApp } from '../../../test/app.js';
import { moved, submitted } from '../../../test/factories.js';
import { eventually } from '../../../test/eventually.js';
import { seen } from '../../../test/path.js';
import { warningsDuring } from '../../../test/warnings.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { PublishedOrder, Relay } from '../../platform/outbox/index.js';
import { TimerPoller } from '../../platform/timers/index.js';
import { CheckCounts } from './check-counts.js';

let polku: TestApp;
let organisation: string;
let check: () => Promise<void>;

beforeAll(async () => {
  polku = await startTestApp({ env: { POLKU_LOG: 'silent' } });
  organisation = polku.founded.organisations.aleksandrow;
  const checking = polku.app.get(CheckCounts, { strict: false });
  check = () => checking.check(organisation);
});

afterAll(() => polku.close());

async function counts(): Promise<Record<string, number>> {
  const rows = await polku.sql<{ step: string; total: number }>(
    `select step, total from app.column_count where organisation_id = $1 and total <> 0 order by step`,
    [organisation],
  );
  return Object.fromEntries(rows.map(({ step, total }) => [step, total]));
}

describe('the counts of the board', () => {
  it('are compared every night at three in the organisation’s time zone, mended where they are wrong, and that is said', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const [, second] = [await submitted(maja), await submitted(maja), await submitted(maja)];
    await moved(hanna, second, 'explore-idea');
    await polku.settle();
    const right = { 'explore-idea': 1, submitted: 2 };
    expect(await counts()).toEqual(right);
    await polku.app.get(TimerPoller, { strict: false }).sweepAll();
    const due = async () =>
      (await polku.sql<{ due: Date }>(`select due from app.timer where kind = 'counts-check' and organisation_id = $1`, [organisation]))[0]
        ?.due;
    expect(await due()).toEqual(new Date('2026-03-03T02:00:00Z'));
    const spoil = async () => {
      await polku.sql(`update app.column_count set total = total + 4 where organisation_id = $1 and step = 'submitted'`, [organisation]);
      await polku.sql(`delete from app.column_count where organisation_id = $1 and step = 'explore-idea'`, [organisation]);
      await polku.sql(`insert into app.column_count values ($1, 'helsingborg', 'pilot', 7)`, [organisation]);
    };
    await spoil();
    polku.clock.moveTo(new Date('2026-03-03T01:59:59Z'));
    expect(await warningsDuring(polku, () => polku.poll())).toEqual([]);
    polku.clock.moveTo(new Date('2026-03-03T02:00:00Z'));
    expect(await warningsDuring(polku, () => polku.poll())).toEqual([
      'The board helsingborg of aleksandrow counted 0 on explore-idea, where 1 stand. The count is mended.',
      'The board helsingborg of aleksandrow counted 7 on pilot, where 0 stand. The count is mended.',
      'The board helsingborg of aleksandrow counted 6 on submitted, where 2 stand. The count is mended.',
    ]);
    expect(await counts()).toEqual(right);
    expect(await due()).toEqual(new Date('2026-03-04T02:00:00Z'));
    expect(await warningsDuring(polku, check)).toEqual([]);
  });

  it('are not wrong because events wait for their place in the published order; what is wrong beside them is mended', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    await polku.settle();
    const before = await counts();
    const order = polku.app.get(PublishedOrder, { strict: false });
    const tryHold = order.tryHold.bind(order);
    // As for a relay whose place is always taken.
    order.tryHold = async () => false;
    try {
      const [one] = [await submitted(maja), await submitted(maja)];
      await moved(hanna, one, 'explore-idea');
      await moved(hanna, await seen(hanna, one), 'submitted', { reason: 'Too early.' });
      await moved(hanna, await seen(hanna, one), 'explore-idea');
      expect(await warningsDuring(polku, check)).toEqual([]);
      expect(await counts()).toEqual(before);
      await polku.sql(`update app.column_count set total = 0 where organisation_id = $1 and step = 'submitted'`, [organisation]);
      expect(await warningsDuring(polku, check)).toHaveLength(1);
      expect(await counts()).toEqual(before);
    } finally {
      order.tryHold = tryHold;
    }
    await polku.settle();
    expect(await counts()).toEqual({
      ...before,
      'explore-idea': (before['explore-idea'] ?? 0) + 1,
      submitted: (before['submitted'] ?? 0) + 1,
    });
  });

  it('are compared only while no relay is at work on them', async () => {
    const work = polku.app.get(UnitOfWork, { strict: false });
    const order = polku.app.get(PublishedOrder, { strict: false });
    let letGo: () => void = () => undefined;
    const done = new Promise<void>((resolve) => (letGo = resolve));
    let checking: Promise<void> = Promise.resolve();
    const held = work.run(organisation, async () => {
      await order.hold();
      await done;
    });
    const locks = (granted: boolean) =>
      polku.sql(
        `select 1 from pg_locks where locktype = 'advisory' and granted = $1 and database = (select oid from pg_database where datname = current_database())`,
        [granted],
      );
    try {
      await eventually(async () => (await locks(true)).length === 1);
      checking = check();
      await eventually(async () => (await locks(false)).length === 1);
    } finally {
      letGo();
      await held;
    }
    await checking;
  });

  it('raise no false alarm while the board is busy', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const relay = polku.app.get(Relay, { strict: false });
    const ideas = await Promise.all(Array.from({ length: 12 }, () => submitted(maja)));
    let busy = true;
    let checks = 0;
    const shuttle = async (number: number) => {
      // On and on until it has been looked at often enough meanwhile.
      for (let version = 1; version <= 6 || checks <= 10; version += 1) {
        const to = version % 2 === 1 ? 'explore-idea' : 'submitted';
        const { status } = await hanna.post(`/ideas/${number}/transitions`, { to, version, reason: 'To and fro.' });
        expect(status).toBe(201);
      }
    };
    const warnings = await warningsDuring(polku, async () => {
      const watching = (async () => {
        while (busy) {
          await Promise.all([check(), relay.round()]);
          checks += 1;
        }
      })();
      await Promise.all(ideas.map(({ number }) => shuttle(number)));
      busy = false;
      await watching;
    });
    expect([warnings, checks > 10]).toEqual([[], true]);
    await polku.settle();
    expect(await warningsDuring(polku, check)).toEqual([]);
  });
});
