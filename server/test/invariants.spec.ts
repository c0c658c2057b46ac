import { startTestApp, TEST_SECRET, type TestApp } from './app.js';
import { withClient } from './database.js';
import { moved, submitted } from './factories.js';
import { findBrokenInvariants, type Told } from './invariants.js';
import { inUse, MEASURED, piloting, planned, rolledOut, steered } from './path.js';

let polku: TestApp;
let number: number;

beforeAll(async () => {
  polku = await startTestApp();
  const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  const idea = await submitted(maja);
  number = idea.number;
  await moved(hanna, idea, 'explore-idea', { reason: 'Worth a look.' });
  await submitted(maja);
  await polku.settle();
});

afterAll(() => polku.close());

const check = (told: Told = {}) => withClient(polku.database.url, (client) => findBrokenInvariants(client, TEST_SECRET, told));

/** What the checker says when this is done to the database; undone afterwards. */
const checkAfter = (sabotage: string) =>
  withClient(polku.database.url, async (client) => {
    await client.query('begin');
    await client.query(sabotage);
    const found = await findBrokenInvariants(client, TEST_SECRET);
    await client.query('rollback');
    return found.join('; ');
  });

describe('the invariant checker', () => {
  it('finds nothing wrong where nothing is', async () => {
    expect(
      await check({
        moved: [{ organisation: 'aleksandrow', number, version: 2, to: 'explore-idea' }],
        refused: [{ organisation: 'aleksandrow', number, version: 2, to: 'pilot' }],
      }),
    ).toEqual([]);
  });

  it('misses what was acknowledged and is not there, and finds what was refused and is', async () => {
    const found = await check({
      moved: [{ organisation: 'aleksandrow', number, version: 3, to: 'pilot' }],
      submitted: [{ organisation: 'aleksandrow', number: 999, title: 'Lost' }],
      refused: [{ organisation: 'aleksandrow', number, version: 2, to: 'explore-idea' }],
    });
    expect(found).toHaveLength(3);
  });

  it.each([
    ['a changed event', `update app.domain_event set to_state = 'pilot' where kind = 'idea-moved'`, 'the chain is broken'],
    [
      'a removed event',
      `delete from app.delivery; delete from app.notification; delete from app.event_text; delete from app.domain_event where place = 2`,
      'the published order has',
    ],
    [
      'a cut-off tail',
      `delete from app.delivery; delete from app.notification; delete from app.event_text; delete from app.domain_event where place = 3`,
      'the head of the chain',
    ],
    ['a lost move', `delete from app.transition`, 'that was not made'],
    ['an idea put elsewhere', `update app.idea set step = 'pilot' where step = 'explore-idea'`, 'its last move led to'],
    ['a wrong count', `update app.column_count set total = total + 1 where step = 'submitted'`, 'the board counts'],
    ['a raised version', `update app.idea set version = version + 1`, 'its moves and edits make'],
    ['a forgotten event', `update app.domain_event set place = null where place = 3`, 'was never published'],
  ])('notices %s', async (_, sabotage, sentence) => {
    expect(await checkAfter(sabotage)).toContain(sentence);
  });
});

describe('the invariant checker, of what is under way', () => {
  beforeAll(async () => {
    const maja = await polku.as('maja');
    const pilot = await piloting(polku);
    await steered(maja, await planned(polku, pilot), 'running');
    await steered(maja, await planned(polku, pilot, { endsOn: '2026-12-31' }), 'running');
    await inUse(polku, { followUpOn: '2026-04-01' });
    await inUse(polku);
    await rolledOut(maja, await inUse(polku), 3, 'followed-up', { measuredEffect: MEASURED });
    polku.clock.moveTo(new Date('2026-04-13T08:00:00Z'));
    await polku.poll();
    polku.clock.moveTo(new Date('2026-06-01T08:00:00Z'));
    await polku.poll();
  });

  it('finds nothing wrong where it is watched, or the last was said', async () => {
    const last = await polku.sql(
      `select 1 from app.domain_event where kind = 'follow-up-late' or (kind = 'experiment-late' and data ->> 'stage' = '2')`,
    );
    expect([last.length, await check()]).toEqual([2, []]);
  });

  const aNotification = (kind: string) =>
    `delete from app.delivery where notification_id in (select id from app.notification where kind = '${kind}');
     delete from app.notification where kind = '${kind}'`;

  it.each([
    ['a lost watch over an experiment', `delete from app.timer where kind = 'experiment-watch'`, 'nobody watches its end'],
    ['a lost watch over a rollout', `delete from app.timer where kind = 'follow-up'`, 'nobody watches its follow-up'],
    [
      'an end that moved while its watch stood still',
      `update app.experiment set card = card || '{"endsOn": "2026-05-01"}' where card ->> 'endsOn' = '2026-04-10' and state = 'running'`,
      'nobody watches its end',
    ],
    [
      'a follow-up that moved while its watch stood still',
      `update app.rollout set follow_up_on = '2026-05-01' where follow_up_on = '2026-04-01'`,
      'nobody watches its follow-up',
    ],
    ['a watch over what is over', `update app.experiment set state = 'stopped'`, 'watches what is over'],
    ['a watch over what is withdrawn', `update app.rollout set state = 'withdrawn'`, 'watches what is over'],
    [
      'a follow-up without its effect',
      `update app.rollout set measured_value = null, measured_on = null`,
      'was followed up without a measured effect',
    ],
    ['an untold end', aNotification('experiment-ended'), 'experiment-ended of event'],
    ['an untold lateness', aNotification('experiment-late'), 'experiment-late of event'],
    ['an untold start', aNotification('experiment-started'), 'experiment-started of event'],
    ['an untold follow-up', aNotification('follow-up-due'), 'follow-up-due of event'],
    [
      'what was said twice',
      `insert into app.domain_event (id, organisation_id, at, kind, idea_id, idea_number, idea_version, data)
       select gen_random_uuid(), organisation_id, at, kind, idea_id, idea_number, idea_version, data
       from app.domain_event where kind = 'experiment-ended' limit 1`,
      'experiment-ended was said 2 times',
    ],
  ])('notices %s', async (_, sabotage, sentence) => {
    expect(await checkAfter(sabotage)).toContain(sentence);
  });
});
