import type { IdeaView, NotificationView, RolloutView } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { MONDAY_NOON, startTestApp, type TestApp } from '../../../test/app.js';
import { inUse, MEASURED, ROLLOUT, rolledOut, rolloutPlanned } from '../../../test/path.js';
import type { CastName } from '../../../seeds/cast.js';
import { TimerPoller } from '../../platform/timers/index.js';

let polku: TestApp;
let maja: Actor;

beforeAll(async () => {
  polku = await startTestApp();
  maja = await polku.as('maja');
});

afterAll(() => polku.close());

// Each test has an idea and a year of its own.
beforeEach(async () => {
  await polku.sql(`delete from app.timer`);
  polku.clock.moveTo(MONDAY_NOON);
});

async function at(moment: string): Promise<void> {
  polku.clock.moveTo(new Date(moment));
  await polku.poll();
}

/** Whose follow-up was asked for, as `kind: names`, in the order in which it happened. */
async function told(idea: IdeaView): Promise<string[]> {
  await polku.settle();
  const rows = await polku.sql<{ kind: string; members: string[] }>(
    `select e.kind, array_agg(n.member_id::text) as members from app.domain_event e left join app.notification n on n.event_id = e.id
     where e.idea_number = $1 and e.organisation_id = $2 and e.kind like 'follow-up-%' group by e.seq, e.kind order by e.seq`,
    [idea.number, polku.founded.organisations.aleksandrow],
  );
  const names = new Map(Object.entries(polku.founded.members).map(([name, id]) => [id, name as CastName]));
  return rows.map(
    ({ kind, members }) =>
      `${kind}: ${members
        .map((id) => names.get(id))
        .sort()
        .join(' ')}`,
  );
}

async function timer(idea: IdeaView): Promise<string | null> {
  const [row] = await polku.sql<{ due: Date }>(
    `select t.due from app.timer t join app.rollout r on r.id = t.subject join app.idea i on i.id = r.idea_id
     where t.kind = 'follow-up' and i.number = $1`,
    [idea.number],
  );
  return row?.due.toISOString() ?? null;
}

const overdue = async (idea: IdeaView) => ((await maja.get(`/ideas/${idea.number}/rollout`)).body as RolloutView).overdue;

const DUE = 'follow-up-due: hanna tomek';
const LATE = 'follow-up-late: hanna tomek';

describe('a follow-up', () => {
  it('is asked for by itself on its day and once more when it is late, of the rollout’s owner and the hub', async () => {
    const idea = await inUse(polku);
    expect(await timer(idea)).toBe('2027-02-28T23:00:00.000Z');
    await at('2027-02-28T22:59:59Z');
    expect(await told(idea)).toEqual([]);
    await at('2027-02-28T23:00:00Z');
    expect([await told(idea), await timer(idea), await overdue(idea)]).toEqual([[DUE], '2027-03-15T22:59:59.999Z', false]);
    await at('2027-03-02T08:00:00Z');
    expect([await told(idea), await overdue(idea)]).toEqual([[DUE], true]);
    await at('2027-03-16T08:00:00Z');
    expect([await told(idea), await timer(idea)]).toEqual([[DUE, LATE], null]);
    await at('2028-03-16T08:00:00Z');
    expect(await told(idea)).toEqual([DUE, LATE]);
    await rolledOut(maja, idea, 3, 'followed-up', { measuredEffect: MEASURED });
    expect(await overdue(idea)).toBe(false);
  });

  it('is asked for in words, with a link to the rollout and why one is told', async () => {
    const idea = await inUse(polku);
    await at('2027-03-01T08:00:00Z');
    const tomek = await polku.as('tomek');
    const notifications = (await tomek.get('/notifications?limit=100')).body.items as NotificationView[];
    expect(notifications.find(({ number }) => number === idea.number)).toMatchObject({
      kind: 'follow-up-due',
      text: `“${idea.title}” is in use: it is time to measure its effect and to compare it with what was expected. The follow-up is due on 1 March 2027.`,
      link: `/aleksandrow/ideas/${idea.number}#rollout`,
    });
    const mailTo = async (address: string) =>
      (await polku.mailsTo(address)).find(({ text }) => text.includes(`/ideas/${idea.number}#rollout`))?.text;
    expect(await mailTo('tomek@')).toContain('You get this because you answer for the rollout of this idea.');
    expect(await mailTo('hanna@')).toContain('You get this because you belong to the innovation hub.');
  });

  it('missed altogether is asked for once, as late', async () => {
    const idea = await inUse(polku);
    await at('2027-09-01T08:00:00Z');
    expect([await told(idea), await timer(idea)]).toEqual([[LATE], null]);
  });

  it.each([
    ['followed-up', { measuredEffect: MEASURED }],
    ['withdrawn', { reason: 'The schools closed.' }],
  ])('is not asked for once the rollout is %s', async (state, more) => {
    const idea = await inUse(polku);
    await rolledOut(maja, idea, 3, state, more);
    expect(await timer(idea)).toBeNull();
    await at('2027-09-01T08:00:00Z');
    expect(await told(idea)).toEqual([]);
  });

  it('is not asked for before it is in use, and at once when its day was then past', async () => {
    const idea = await inUse(polku, { followUpOn: '2026-02-27' });
    expect(await timer(idea)).toBe('2026-02-26T23:00:00.000Z');
    await polku.poll();
    expect([await told(idea), await timer(idea)]).toEqual([[DUE], '2026-03-13T22:59:59.999Z']);
  });

  it('moves with its day, and one that was asked for is not asked for again on the same day', async () => {
    const idea = await inUse(polku);
    const plan = { ...ROLLOUT, owner: polku.founded.members.tomek, reason: 'They need more time.' };
    await at('2027-03-01T08:00:00Z');
    await rolloutPlanned(maja, idea, { version: 3, ...plan, followUpOn: '2027-05-03' });
    expect(await timer(idea)).toBe('2027-05-02T22:00:00.000Z');
    await rolloutPlanned(maja, idea, { version: 4, ...plan });
    expect(await timer(idea)).toBe('2027-03-15T22:59:59.999Z');
    await rolloutPlanned(maja, idea, { version: 5, ...plan, followUpOn: '2027-05-03' });
    await at('2027-05-03T08:00:00Z');
    expect(await told(idea)).toEqual([DUE, DUE]);
  });

  it('polled from many sides is asked for once', async () => {
    const idea = await inUse(polku);
    polku.clock.moveTo(new Date('2027-03-01T08:00:00Z'));
    const poller = polku.app.get(TimerPoller, { strict: false });
    await Promise.all(Array.from({ length: 5 }, () => poller.poll()));
    await polku.sql(`update app.timer set due = '2026-01-01' where kind = 'follow-up'`);
    await polku.poll();
    expect(await told(idea)).toEqual([DUE]);
  });
});
