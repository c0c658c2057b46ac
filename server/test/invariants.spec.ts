import type { ExperimentView } from '#contracts';
import { startTestApp, type TestApp } from './app.js';
import { moved, submitted } from './factories.js';
import type { Told } from './invariants.js';
import {
  asked,
  decided,
  exploring,
  inUse,
  MEASURED,
  measured,
  piloting,
  planned,
  ROLLOUT,
  rolledOut,
  rolloutPlanned,
  scored,
  steered,
  steppedOut,
  wholeCard,
} from './path.js';
import { brokenAfter, brokenIn } from './sabotage.js';

let polku: TestApp;
let number: number;
let experiment: ExperimentView;

beforeAll(async () => {
  polku = await startTestApp();
  const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  const idea = await submitted(maja);
  number = idea.number;
  await moved(hanna, idea, 'explore-idea', { reason: 'Worth a look.' });
  await submitted(maja);
  experiment = await amendedAndCorrected();
  const { irena, tomek, hanna: hub } = polku.founded.members;
  const decision = await asked(polku, await exploring(polku), 'time', { panel: [irena, tomek, hub] });
  await scored(await polku.as('irena'), decision, 4);
  await scored(await polku.as('tomek'), decision, null);
  await steppedOut(hanna, decision, 'A friend of mine wrote it.');
  await decided(polku, decision, 'yes');
  await polku.settle();
});

/** An experiment whose card was amended twice, of whose three measurements one was corrected twice and one withdrawn. */
async function amendedAndCorrected(): Promise<ExperimentView> {
  const maja = await polku.as('maja');
  const running = await steered(maja, await planned(polku, await piloting(polku)), 'running');
  for (const [position, threshold] of [0.25, 0.2].entries()) {
    const version = running.version + position;
    const card = wholeCard(polku, { threshold });
    await maja.post(`/experiments/${running.id}/amendments`, { version, card, reason: 'Fewer came.' });
  }
  for (const successes of [10, 20]) await measured(maja, running, successes, 100);
  const { measurements } = await measured(maja, running, 30, 100, { note: 'School 40' });
  const correct = async (index: number, body: object) => {
    const path = `/experiments/${running.id}/measurements/${measurements[index]?.id}/corrections`;
    expect((await maja.post(path, { reason: 'Counted twice.', ...body })).status).toBe(201);
  };
  await correct(0, { on: '2026-03-02', successes: 9, total: 100 });
  await correct(0, { on: '2026-03-02', successes: 9, total: 90 });
  await correct(1, { withdrawn: true });
  return (await maja.get(`/experiments/${running.id}`)).body as ExperimentView;
}

afterAll(() => polku.close());

const check = (told: Told = {}) => brokenIn(polku, told);
const checkAfter = (sabotage: string) => brokenAfter(polku, sabotage);

describe('the invariant checker', () => {
  it('finds nothing wrong where nothing is', async () => {
    expect(
      await check({
        moved: [{ organisation: 'aleksandrow', number, version: 2, to: 'explore-idea' }],
        refused: [{ organisation: 'aleksandrow', number, version: 2, to: 'pilot' }],
        verdicts: [{ organisation: 'aleksandrow', experiment: experiment.id, size: experiment.verdict.groups.test?.size ?? 0 }],
      }),
    ).toEqual([]);
    expect(experiment.verdict.groups.test?.size).toBe(190);
  });

  it('misses what was acknowledged and is not there, and finds what was refused and is', async () => {
    const found = await check({
      moved: [{ organisation: 'aleksandrow', number, version: 3, to: 'pilot' }],
      submitted: [{ organisation: 'aleksandrow', number: 999, title: 'Lost' }],
      refused: [{ organisation: 'aleksandrow', number, version: 2, to: 'explore-idea' }],
      verdicts: [{ organisation: 'aleksandrow', experiment: experiment.id, size: 290 }],
    });
    expect(found).toHaveLength(4);
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
      `delete from app.delivery; delete from app.notification; delete from app.event_text; delete from app.domain_event where place = (select max(place) from app.domain_event)`,
      'the head of the chain',
    ],
    ['a lost move', `delete from app.transition`, 'that was not made'],
    ['an idea put elsewhere', `update app.idea set step = 'pilot' where step = 'explore-idea'`, 'its last move led to'],
    ['a wrong count', `update app.column_count set total = total + 1 where step = 'submitted'`, 'the board counts'],
    ['a raised version', `update app.idea set version = version + 1`, 'its moves and edits make'],
    [
      'a card changed behind its amendments',
      `update app.experiment set card = card || '{"threshold": 0.1}'`,
      'is not the one its last amendment left',
    ],
    [
      'an amendment changed afterwards',
      `update app.amendment set after = after || '{"threshold": 0.1}' where number = 1`,
      'starts from another card than the one before it left',
    ],
    ['a removed amendment', `delete from app.amendment where number = 1`, 'has an amendment 2 where 1 should be'],
    ['an amendment without its event', `delete from app.amendment where number = 2`, 'has 1 amendments and 2 events'],
    ['an amendment that changes nothing', `update app.amendment set fields = '{}' where number = 2`, 'changes nothing'],
    ['an amendment of an open card', `update app.experiment set locked_at = null`, 'was amended before its card was locked'],
    [
      'values changed behind their corrections',
      `update app.measurement set successes = 8 where successes = 9`,
      'does not say what its last correction left',
    ],
    [
      'a correction changed afterwards',
      `update app.measurement_correction set after = after || '{"successes": 8}' where number = 1 and after is not null`,
      'starts from other values than the one before it left',
    ],
    [
      'a removed correction',
      `delete from app.measurement_correction where number = 1 and after is not null`,
      'has a correction 2 where 1 should be',
    ],
    [
      'a withdrawn measurement that counts again',
      `update app.measurement set withdrawn_at = null`,
      'is withdrawn without a correction that says so',
    ],
    [
      'a measurement withdrawn in silence',
      `update app.measurement set withdrawn_at = at where note is not null`,
      'is withdrawn without a correction',
    ],
    ['a measurement of another kind', `update app.measurement set value = 1 where note is not null`, 'does not fit the kind of its card'],
    [
      'a card of another kind than was measured',
      `update app.experiment set card = card || '{"kind": "checklist"}'; update app.measurement set group_name = 'comparison'`,
      'does not fit the kind of its card',
    ],
    ['a measurement before the lock', `update app.experiment set locked_at = null`, 'was measured before its card was locked'],
    ['an experiment that adapts itself', `update app.experiment set based_on = id`, 'adapts one that is not of its idea, or not over'],
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
    const amended = await inUse(polku);
    for (const [version, value] of [
      [3, 25],
      [4, 20],
    ] as const) {
      const expectedEffect = { ...ROLLOUT.expectedEffect, value };
      const plan = { ...ROLLOUT, owner: polku.founded.members.tomek, expectedEffect };
      await rolloutPlanned(maja, amended, { ...plan, version, reason: 'Two schools closed.' });
    }
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
    expect([last.length, await check()]).toEqual([3, []]);
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
    [
      'an effect changed behind its amendments',
      `update app.rollout set effect_value = 10 where effect_value = 20`,
      'is not what its last amendment left',
    ],
    ['a receiving unit changed behind its amendments', `update app.rollout set unit = 'Parks'`, 'is not what its last amendment left'],
    [
      'a day of follow-up changed behind its amendments',
      `update app.rollout set follow_up_on = '2028-01-01'`,
      'is not what its last amendment left',
    ],
    [
      'an effect amendment changed afterwards',
      `update app.effect_amendment set after = after || '{"value": 10}' where number = 1`,
      'starts from another promise than the one before it left',
    ],
    ['a removed effect amendment', `delete from app.effect_amendment where number = 1`, 'has an amendment 2 where 1 should be'],
    ['an effect amendment without its event', `delete from app.effect_amendment where number = 2`, 'has 1 amendments and 2 events'],
    ['an untold effect amendment', aNotification('rollout-amended'), 'rollout-amended of event'],
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
