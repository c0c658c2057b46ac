import type { DecisionView } from '#contracts';
import { startTestApp, type TestApp } from './app.js';
import { brokenAfter, brokenIn } from './sabotage.js';
import { asked, decided, exploring } from './path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
  const oskar = await polku.as('oskar');
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

describe('the invariant checker, of who decides', () => {
  it('finds nothing wrong where everybody who decided was asked, and the rest is watched', async () => {
    expect(await brokenIn(polku)).toEqual([]);
  });

  it.each([
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
    expect(await brokenAfter(polku, sabotage)).toContain(sentence);
  });
});
