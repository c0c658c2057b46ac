import type { DecisionView } from '#contracts';
import { startTestApp, TEST_SECRET, type TestApp } from './app.js';
import { withClient } from './database.js';
import { moved, submitted } from './factories.js';
import { findBrokenInvariants, type Told } from './invariants.js';
import { asked, decided, exploring, scored, steppedOut } from './path.js';

let polku: TestApp;
let number: number;

beforeAll(async () => {
  polku = await startTestApp();
  const [maja, hanna, oskar] = [await polku.as('maja'), await polku.as('hanna'), await polku.as('oskar')];
  const idea = await submitted(maja);
  number = idea.number;
  await moved(hanna, idea, 'explore-idea', { reason: 'Worth a look.' });
  await submitted(maja);
  const { irena, tomek, hanna: hub } = polku.founded.members;
  const decision = await asked(polku, await exploring(polku), 'time', { panel: [irena, tomek, hub] });
  await scored(await polku.as('irena'), decision, 4);
  await scored(await polku.as('tomek'), decision, null);
  await steppedOut(hanna, decision, 'A friend of mine wrote it.');
  await decided(polku, decision, 'yes');
  await polku.settle();
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
    ['a decision without its reason', `update app.decision set reason = ' '`, 'is decided without outcome, reason or time'],
    ['a decision without its time', `update app.decision set decided_at = null`, 'is decided without outcome, reason or time'],
    ['a decision without its outcome', `update app.decision set outcome = null`, 'is decided without outcome, reason or time'],
    ['an outcome before its time', `update app.decision set state = 'scoring'`, 'is not decided and has an outcome'],
    ['a yes that is not used up', `update app.decision set used_at = null`, 'is used by'],
    ['a yes that moved nothing', `delete from app.transition where to_step = 'explore-set-up'`, 'is used by 0 moves'],
    ['a move that no decision made', `update app.decision set outcome = 'adapt'`, 'which did not'],
    ['an adapt without what must change', `update app.decision set outcome = 'adapt'`, 'not what must change'],
    ['a decision against the verdict without a word', `update app.decision set against_verdict = true`, 'not explained'],
    [
      'a decision that nobody told of',
      `update app.domain_event set kind = 'idea-placed' where kind = 'decision-made'`,
      'has 0 events of being made',
    ],
    [
      'a scorecard of somebody who was not asked',
      `alter table app.scorecard drop constraint scorecard_decision_id_member_id_fkey; delete from app.panel_member where conflict is null`,
      'is not on its panel',
    ],
    [
      'a scorecard of somebody who has stepped out',
      `update app.panel_member set conflict = 'Mine', conflict_at = deadline from app.decision d where d.id = decision_id`,
      'left a scorecard',
    ],
    [
      'two scorecards of one member',
      `alter table app.scorecard drop constraint scorecard_pkey; insert into app.scorecard select * from app.scorecard`,
      'has 2 scorecards for decision',
    ],
    ['a scorecard before the scoring', `update app.decision set state = 'requested'`, 'was never scored'],
    [
      'a criterion that nobody knows',
      `update app.scorecard set scores = replace(scores::text, 'feasibility', 'beauty')::jsonb`,
      'does not speak of each criterion once',
    ],
    ['a criterion left out', `update app.scorecard set scores = scores - 0`, 'does not speak of each criterion once'],
    [
      'a score of six',
      `update app.scorecard set scores = replace(scores::text, '"score": 4', '"score": 6')::jsonb`,
      'a score that is none',
    ],
    [
      'a panel that was not told',
      `delete from app.delivery d using app.notification n where n.id = d.notification_id and n.kind = 'panel-asked';
       delete from app.notification where kind = 'panel-asked'`,
      'panel-asked of event',
    ],
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
