import type { QueryRunner } from 'typeorm';
import { startTestApp, TEST_SECRET, type TestApp } from '../../../test/app.js';
import { withClient } from '../../../test/database.js';
import { findBrokenInvariants } from '../../../test/invariants.js';
import { asked, decided, exploring } from '../../../test/path.js';
import { DecisionWatch1763700000025 } from './migrations/1763700000025-decision-watch.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

/** As the tables were before this migration, with what has happened since left in them. */
const BEFORE = `
  drop table app.delegation, app.absence;
  drop index app.decision_asked;
  alter table app.decision drop column decided_by, drop column against_verdict;
  delete from app.timer where kind = 'decision-watch';
`;

describe('the migration to watched decisions', () => {
  it('knows who decided, and watches what waits already, by the clock', async () => {
    const made = await decided(polku, await asked(polku, await exploring(polku), 'time'), 'adapt');
    const late = await asked(polku, await exploring(polku), 'time', { deadline: '2026-03-06' });
    const near = await asked(polku, await exploring(polku), 'time', { deadline: '2026-03-26' });
    const far = await asked(polku, await exploring(polku), 'time', { deadline: '2026-06-30' });
    await withClient(polku.database.url, async (client) => {
      await client.query(BEFORE);
      const runner = { query: (sql: string) => client.query(sql) } as unknown as QueryRunner;
      await new DecisionWatch1763700000025().up(runner);
    });
    polku.clock.moveTo(new Date('2026-03-25T10:00:00Z'));
    await polku.poll();
    const events = await polku.sql<{ kind: string; decision: string }>(
      `select kind, data ->> 'decisionId' as decision from app.domain_event
       where kind in ('decision-due-soon', 'decision-overdue', 'decision-escalated') order by kind`,
    );
    expect(events).toEqual([
      { kind: 'decision-due-soon', decision: near.id },
      { kind: 'decision-escalated', decision: late.id },
    ]);
    const timers = await polku.sql<{ subject: string; due: Date }>(
      `select subject, due from app.timer where kind = 'decision-watch' order by due`,
    );
    expect(timers.map(({ subject }) => subject)).toEqual([near.id, far.id]);
    expect(timers.every(({ due }) => due > polku.clock.now())).toBe(true);
    expect(await polku.sql(`select decided_by from app.decision where id = $1`, [made.id])).toEqual([
      { decided_by: polku.founded.members.oskar },
    ]);
    expect(await withClient(polku.database.url, (client) => findBrokenInvariants(client, TEST_SECRET))).toEqual([]);
  });
});
