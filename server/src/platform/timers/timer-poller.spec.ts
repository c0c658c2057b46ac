import { v7 as uuid } from 'uuid';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { submitted } from '../../../test/factories.js';
import { UnitOfWork } from '../database/index.js';
import { TimerPoller } from './timer-poller.js';
import { Timers } from './timers.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

describe('timers', () => {
  it('run once, also when many poll at the same moment', async () => {
    const maja = await polku.as('maja');
    for (let count = 0; count < 8; count += 1) await submitted(maja);
    polku.clock.moveTo(new Date('2026-04-01T00:00:00Z'));
    const poller = polku.app.get(TimerPoller, { strict: false });
    const ran = await Promise.all(Array.from({ length: 5 }, () => poller.poll()));
    expect(ran.reduce((sum, count) => sum + count, 0)).toBe(8);
    const [overdue] = await polku.sql<{ count: string }>(`select count(*) from app.domain_event where kind = 'step-overdue'`);
    expect(Number(overdue?.count)).toBe(8);
  });

  it('are tried again later when their handler fails, and hold up nothing else', async () => {
    const organisation = polku.founded.organisations.aleksandrow;
    const timers = polku.app.get(Timers, { strict: false });
    const poller = polku.app.get(TimerPoller, { strict: false });
    const handler = timers.handlers.get('park-return');
    let failing = true;
    const seen: string[] = [];
    timers.handlers.set('park-return', async ({ subject }) => {
      if (failing && subject === bad) throw new Error('not today');
      seen.push(subject);
    });
    const [bad, good] = [uuid(), uuid()];
    const past = new Date(polku.clock.now().getTime() - 1_000);
    await polku.app.get(UnitOfWork, { strict: false }).run(organisation, () =>
      timers.setAll('park-return', [
        { subject: bad, due: past },
        { subject: good, due: past },
      ]),
    );
    await poller.poll();
    expect(seen).toEqual([good]);
    failing = false;
    await poller.poll();
    expect(seen).toEqual([good]);
    polku.clock.advance(2_000);
    await poller.poll();
    expect(seen).toEqual([good, bad]);
    if (handler) timers.handlers.set('park-return', handler);
  });
});
