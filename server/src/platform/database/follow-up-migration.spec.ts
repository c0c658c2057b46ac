import type { QueryRunner } from 'typeorm';
import type { LessonPage } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { withClient } from '../../../test/database.js';
import { inUse, piloting, planned, steered, tested } from '../../../test/path.js';
import { FollowUp1763700000030 } from './migrations/1763700000030-follow-up.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

/** As the tables were before this migration, with what has happened since left in them. */
const BEFORE = `
  drop index app.rollout_newest, app.rollout_urgent;
  alter table app.rollout drop column milestones, drop column effect_direction, drop column measured_value, drop column measured_on,
    drop column measured_note;
  alter table app.lesson drop column search, drop column language, drop column about;
  drop index app.lesson_newest;
  delete from app.timer where kind in ('experiment-watch', 'follow-up');
`;

describe('the migration to watches and searchable lessons', () => {
  it('watches what is already under way, by the clock, and makes old lessons searchable in their language', async () => {
    const maja = await polku.as('maja');
    const pilot = await piloting(polku);
    const running = await steered(maja, await planned(polku, pilot), 'running');
    await planned(polku, pilot);
    const later = await steered(maja, await planned(polku, pilot, { endsOn: '2027-06-30' }), 'running');
    const used = await inUse(polku, { followUpOn: '2026-04-01' });
    await tested(polku);
    await withClient(polku.database.url, async (client) => {
      await client.query(BEFORE);
      const runner = { query: (sql: string) => client.query(sql) } as unknown as QueryRunner;
      await new FollowUp1763700000030().up(runner);
    });
    polku.clock.moveTo(new Date('2026-04-13T08:00:00Z'));
    await polku.poll();
    const events = await polku.sql<{ kind: string; subject: string }>(
      `select kind, coalesce(data ->> 'experiment', idea_number::text) as subject from app.domain_event
       where kind like 'follow-up-%' or kind in ('experiment-ends-soon', 'experiment-ended', 'experiment-late') order by kind`,
    );
    expect(events).toEqual([
      { kind: 'experiment-ended', subject: running.id },
      { kind: 'follow-up-due', subject: String(used.number) },
    ]);
    const timers = await polku.sql<{ subject: string }>(
      `select subject from app.timer where kind in ('experiment-watch', 'follow-up') and due > $1`,
      [polku.clock.now()],
    );
    expect(timers).toHaveLength(3);
    expect(timers.map(({ subject }) => subject)).toContain(later.id);
    const found = (await maja.get('/lessons?q=maps+school')).body as LessonPage;
    expect(found.items.map(({ experiment }) => experiment?.title)).toEqual(['The map at two schools', 'The map at two schools']);
  });
});
