import type { DecisionView } from '#contracts';
import { startTestApp, TEST_SECRET, type TestApp } from './app.js';
import { withClient } from './database.js';
import { moved, submitted } from './factories.js';
import { asked, decided, exploring } from './path.js';
import { findBrokenInvariants, type Told } from './invariants.js';

let polku: TestApp;
let number: number;

beforeAll(async () => {
  polku = await startTestApp();
  const [maja, hanna, oskar] = [await polku.as('maja'), await polku.as('hanna'), await polku.as('oskar')];
  const idea = await submitted(maja);
  number = idea.number;
  await moved(hanna, idea, 'explore-idea', { reason: 'Worth a look.' });
  await submitted(maja);
  const irena = polku.founded.members.irena;
  await decided(polku, await asked(polku, await exploring(polku), 'time'), 'adapt');
  await asked(polku, await exploring(polku), 'time', { deadline: '2026-03-06' });
  const handed = await asked(polku, await exploring(polku), 'time');
  await done(oskar.post(`/decisions/${handed.id}/delegation`, { to: irena, reason: 'She knows the schools.' }));
  const covered: DecisionView = await asked(polku, await exploring(polku), 'time');
  await done(oskar.put('/absence', { from: '2026-03-02', until: '2026-03-02', delegate: irena }));
  await polku.poll();
  await done((await polku.as('irena')).post(`/decisions/${covered.id}/outcome`, { outcome: 'yes', reason: 'The need is real.' }));
  // Reminded of one deadline.
  polku.clock.moveTo(new Date('2026-03-04T11:00:00Z'));
  await polku.poll();
});

afterAll(() => polku.close());

/** Expects that it works. */
async function done(sent: PromiseLike<{ status: number; text: string }>): Promise<void> {
  const { status, text } = await sent;
  if (status >= 300) throw new Error(`It was refused: ${status} ${text}`);
}

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
      `delete from app.delivery; delete from app.notification; delete from app.event_text;
       delete from app.domain_event where place = (select max(place) from app.domain_event)`,
      'the head of the chain',
    ],
    ['a lost move', `delete from app.transition`, 'that was not made'],
    ['an idea put elsewhere', `update app.idea set step = 'pilot' where step = 'explore-idea'`, 'its last move led to'],
    ['a wrong count', `update app.column_count set total = total + 1 where step = 'submitted'`, 'the board counts'],
    ['a raised version', `update app.idea set version = version + 1`, 'its moves and edits make'],
    [
      'a forgotten event',
      `update app.domain_event set place = null where place = (select max(place) from app.domain_event)`,
      'was never published',
    ],
    ['a decision that nothing watches', `delete from app.timer where kind = 'decision-watch'`, 'is not watched'],
    [
      'a decision that is watched for ever',
      `update app.decision set state = 'decided', decided_by = decider_id where state <> 'decided'`,
      'is made and still watched',
    ],
    [
      'a stage that was said twice',
      `insert into app.domain_event (id, organisation_id, at, kind, idea_id, idea_number, idea_version, data)
       select gen_random_uuid(), organisation_id, at, kind, idea_id, idea_number, idea_version, data from app.domain_event
       where kind = 'decision-due-soon'`,
      'was said 2 times',
    ],
    ['a reminder that nobody got', `delete from app.delivery; delete from app.notification where kind = 'decision-due-soon'`, 'is owed to'],
    ['a stand-in that nobody told', `delete from app.delivery; delete from app.notification where kind = 'decision-covered'`, 'is owed to'],
    ['a decision that nobody made', `update app.decision set decided_by = null`, 'nobody has made decision'],
    [
      'a decision that somebody made who was not asked',
      `update app.decision set decided_by = asked_by where decided_by = decider_id`,
      'without a trace of why',
    ],
    ['a stand-in without an absence', `delete from app.absence`, 'made decision'],
    ['an absence that had ended', `update app.absence set ended_at = set_at - interval '1 second'`, 'made decision'],
    ['an absence of other days', `update app.absence set from_day = from_day + 1, until_day = until_day + 1`, 'made decision'],
    ['a decision that was handed on without a trace', `delete from app.delegation`, 'belongs to'],
    [
      'a trace that begins with somebody else',
      `update app.delegation set from_member = (select asked_by from app.decision where id = decision_id)`,
      'who did not have it',
    ],
  ])('notices %s', async (_, sabotage, sentence) => {
    expect(await checkAfter(sabotage)).toContain(sentence);
  });
});
