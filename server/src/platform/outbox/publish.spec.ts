import { startTestApp, TEST_SECRET, type TestApp } from '../../../test/app.js';
import { withClient } from '../../../test/database.js';
import { submitted } from '../../../test/factories.js';
import { findBrokenInvariants } from '../../../test/invariants.js';
import { UnitOfWork } from '../database/index.js';
import { canonical, chainKey, commitmentTo } from './chain.js';
import { EventLog } from './event-log.js';
import { Relay } from './relay.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

describe('the published order', () => {
  it('gives a slow transaction a later place, so that no reader misses it', async () => {
    const organisation = polku.founded.organisations.aleksandrow;
    const maja = await polku.as('maja');
    const numbers = [(await submitted(maja)).number, (await submitted(maja)).number];
    const ideas = await polku.sql<{ id: string; number: number }>(`select id, number from app.idea where number = any($1)`, [numbers]);
    const work = polku.app.get(UnitOfWork, { strict: false });
    const log = polku.app.get(EventLog, { strict: false });
    const record = (which: number) => {
      const idea = ideas[which];
      if (!idea) throw new Error('There is no such idea.');
      return log.record({ kind: 'idea-placed', idea: { ...idea, version: 1 }, member: null });
    };
    let finish: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (finish = resolve));
    let slowId = '';
    let recorded: () => void = () => undefined;
    const written = new Promise<void>((resolve) => (recorded = resolve));
    const slow = work.run(organisation, async () => {
      slowId = await record(0);
      recorded();
      await held;
    });
    await written;
    const quickId = await work.run(organisation, () => record(1));
    await polku.settle();
    const places = () =>
      polku.sql<{ id: string; seq: string; place: string | null }>(
        `select id, seq, place from app.domain_event where id = any($1) order by place`,
        [[slowId, quickId]],
      );
    expect((await places()).map((it) => it.id)).toEqual([quickId]);
    finish();
    await slow;
    await polku.settle();
    const [first, second] = await places();
    expect([first?.id, second?.id]).toEqual([quickId, slowId]);
    expect(BigInt(first?.seq ?? 0) > BigInt(second?.seq ?? 0)).toBe(true);
  });

  it('stays one order when two relays work at once', async () => {
    const maja = await polku.as('maja');
    const relay = polku.app.get(Relay, { strict: false });
    const submissions = Promise.all(Array.from({ length: 15 }, () => submitted(maja)));
    const rounds = Promise.all(Array.from({ length: 30 }, () => relay.round()));
    await Promise.all([submissions, rounds]);
    await polku.settle();
    expect(await withClient(polku.database.url, (client) => findBrokenInvariants(client, TEST_SECRET))).toEqual([]);
  });
});

describe('the chain', () => {
  it('has a key of its own for every organisation', () => {
    expect(chainKey('one secret', 'a')).not.toEqual(chainKey('one secret', 'b'));
    expect(chainKey('one secret', 'a')).toEqual(chainKey('one secret', 'a'));
  });

  it('reads the same value the same, however its keys are ordered', () => {
    expect(canonical({ b: [1, { d: null, c: 'ł' }], a: undefined })).toBe(canonical({ b: [1, { c: 'ł', d: null }] }));
    expect(canonical({ a: 1 })).not.toBe(canonical({ a: '1' }));
  });

  it('commits to a text without giving it away', () => {
    const salt = Buffer.from('salt');
    expect(commitmentTo(salt, { reason: 'no' })).not.toEqual(commitmentTo(Buffer.from('other'), { reason: 'no' }));
    expect(commitmentTo(salt, { reason: 'no' })).toEqual(commitmentTo(salt, { reason: 'no' }));
  });
});
