import type { ExperimentView, IdeaView, NotificationView } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { MONDAY_NOON, startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON } from '../../../test/factories.js';
import { asked, measured, piloting, planned, refusedFor, seen, steered } from '../../../test/path.js';
import type { CastName } from '../../../seeds/cast.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Relay } from '../../platform/outbox/index.js';
import { Queues } from '../../platform/queues/index.js';
import { TimerPoller, Timers } from '../../platform/timers/index.js';
import type { Experiment } from './experiment.entity.js';
import { WatchExperiment } from './watch-experiment.js';

let polku: TestApp;
let maja: Actor;
let hanna: Actor;

/** A pilot of Maja's, with Tomek in its team, in which an experiment runs until Friday, 10 April. */
async function running(card: object = {}): Promise<{ idea: IdeaView; experiment: ExperimentView }> {
  const idea = await piloting(polku);
  await hanna.put(`/ideas/${idea.number}/team/${polku.founded.members.tomek}`);
  const experiment = await steered(maja, await planned(polku, idea, card), 'running');
  return { idea, experiment };
}

async function at(moment: string): Promise<void> {
  polku.clock.moveTo(new Date(moment));
  await polku.poll();
}

/** What was told of an idea's experiments, as `kind: names`, in the order in which it happened. */
async function told(idea: IdeaView): Promise<string[]> {
  await polku.settle();
  const rows = await polku.sql<{ kind: string; members: string[] }>(
    `select n.kind, array_agg(n.member_id::text) as members from app.notification n join app.domain_event e on e.id = n.event_id
     join app.idea i on i.id = n.idea_id where i.number = $1 and i.organisation_id = $2 and n.kind like 'experiment-%'
     group by e.seq, n.kind order by e.seq`,
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

async function timer(experiment: { id: string }): Promise<string | null> {
  const [row] = await polku.sql<{ due: Date }>(`select due from app.timer where kind = 'experiment-watch' and subject = $1`, [
    experiment.id,
  ]);
  return row?.due.toISOString() ?? null;
}

async function events(experiment: { id: string }): Promise<string[]> {
  const rows = await polku.sql<{ kind: string; stage: number | null }>(
    `select kind, (data ->> 'stage')::int as stage from app.domain_event
     where data ->> 'experiment' = $1 and kind in ('experiment-ends-soon', 'experiment-ended', 'experiment-late') order by seq`,
    [experiment.id],
  );
  return rows.map(({ kind, stage }) => (stage === null ? kind : `${kind} ${stage}`));
}

beforeAll(async () => {
  polku = await startTestApp();
  [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
});

afterAll(() => polku.close());

// Each test has an idea and an April of its own.
beforeEach(async () => {
  await polku.sql(`delete from app.timer`);
  polku.clock.moveTo(MONDAY_NOON);
});

const STARTED = 'experiment-started: oskar tomek';
const SOON = 'experiment-ends-soon: maja oskar tomek';
const ENDED = 'experiment-ended: maja oskar tomek';
const LATE = 'experiment-late: hanna';
const LATER = 'experiment-late: hanna piotr';

describe('the end of an experiment', () => {
  it('is said before it comes and when it has come, then to the hub, then to the administrators too, each once', async () => {
    const { idea, experiment } = await running();
    expect([await timer(experiment), await told(idea)]).toEqual(['2026-04-06T22:00:00.000Z', [STARTED]]);
    await at('2026-04-06T21:59:59Z');
    expect(await told(idea)).toEqual([STARTED]);
    await at('2026-04-06T22:00:00Z');
    expect([await timer(experiment), await told(idea)]).toEqual(['2026-04-10T22:00:00.000Z', [STARTED, SOON]]);
    await at('2026-04-10T21:59:59.999Z');
    expect((await maja.get(`/experiments/${experiment.id}`)).body.overdue).toBe(false);
    await at('2026-04-10T22:00:00Z');
    expect([await timer(experiment), await told(idea)]).toEqual(['2026-04-17T21:59:59.999Z', [STARTED, SOON, ENDED]]);
    expect((await maja.get(`/experiments/${experiment.id}`)).body.overdue).toBe(true);
    await at('2026-04-18T08:00:00Z');
    expect([await timer(experiment), await told(idea)]).toEqual(['2026-04-24T21:59:59.999Z', [STARTED, SOON, ENDED, LATE]]);
    await at('2026-04-25T08:00:00Z');
    expect([await timer(experiment), await told(idea)]).toEqual([null, [STARTED, SOON, ENDED, LATE, LATER]]);
    await at('2026-09-01T08:00:00Z');
    expect(await told(idea)).toHaveLength(5);
  });

  it('is told in words, by mail and on the screen, with a link to the experiment', async () => {
    const { idea, experiment } = await running();
    await at('2026-04-11T08:00:00Z');
    const latest = async (who: Actor) =>
      ((await who.get('/notifications?limit=100')).body.items as NotificationView[]).find(({ number }) => number === idea.number);
    expect(await latest(maja)).toMatchObject({
      kind: 'experiment-ended',
      text: `“${idea.title}”: experiment 1 ended on 10 April 2026. Now say what follows: scale, adapt or stop.`,
      link: `/aleksandrow/experiments/${experiment.id}`,
    });
    await at('2026-05-11T08:00:00Z');
    expect((await latest(await polku.as('piotr')))?.text).toBe(
      `“${idea.title}”: experiment 1 ended on 10 April 2026, and nobody has said what follows: scale, adapt or stop.`,
    );
    const reasons = async (address: string) =>
      (await polku.mailsTo(address)).find(({ text }) => text.includes(`/experiments/${experiment.id}`))?.text ?? '';
    expect(await reasons('oskar@')).toContain('You get this because you were asked to decide on this idea.');
    expect(await reasons('tomek@')).toContain('You get this because you are in the team of this idea.');
    expect(await reasons('hanna@')).toContain('You get this because you belong to the innovation hub.');
    expect(await reasons('piotr@')).toContain('You get this because you administer this organisation.');
  });

  it.each(['concluded', 'stopped'])('is no longer watched once it is %s', async (state) => {
    const { idea, experiment } = await running();
    await measured(maja, experiment, 90, 200);
    const over = await steered(maja, experiment, 'measured');
    expect(await timer(experiment)).not.toBeNull();
    await steered(maja, over, state, { result: 'Half of them.', lesson: LESSON });
    expect(await timer(experiment)).toBeNull();
    await at('2026-09-01T08:00:00Z');
    expect([await told(idea), await events(experiment)]).toEqual([[STARTED], []]);
  });

  it('is watched on while the measuring is finished, and nothing is said twice', async () => {
    const { idea, experiment } = await running();
    await measured(maja, experiment, 90, 200);
    await at('2026-04-11T08:00:00Z');
    await steered(maja, experiment, 'measured');
    expect(await timer(experiment)).toBe('2026-04-17T21:59:59.999Z');
    await polku.poll();
    expect(await told(idea)).toEqual([STARTED, ENDED]);
    await at('2026-04-20T08:00:00Z');
    expect(await told(idea)).toEqual([STARTED, ENDED, LATE]);
  });
});

describe('a clock that jumps', () => {
  it('over several stages says only the most severe, to those too who should have heard of the end', async () => {
    const { idea, experiment } = await running();
    await at('2026-04-20T08:00:00Z');
    expect([await told(idea), await events(experiment)]).toEqual([
      [STARTED, 'experiment-late: hanna maja oskar tomek'],
      ['experiment-late 1'],
    ]);
    await at('2027-01-01T08:00:00Z');
    expect([await told(idea), await events(experiment)]).toEqual([
      [STARTED, 'experiment-late: hanna maja oskar tomek', LATER],
      ['experiment-late 1', 'experiment-late 2'],
    ]);
  });

  it('over all of them says the last alone', async () => {
    const { idea, experiment } = await running();
    await at('2027-01-01T08:00:00Z');
    expect([await told(idea), await events(experiment), await timer(experiment)]).toEqual([
      [STARTED, 'experiment-late: hanna maja oskar piotr tomek'],
      ['experiment-late 2'],
      null,
    ]);
  });

  it('polled from many sides, or with its timer set again by hand, says each stage once', async () => {
    const { experiment } = await running();
    polku.clock.moveTo(new Date('2026-04-11T08:00:00Z'));
    const poller = polku.app.get(TimerPoller, { strict: false });
    await Promise.all(Array.from({ length: 5 }, () => poller.poll()));
    await polku.sql(`update app.timer set due = '2026-01-01' where kind = 'experiment-watch'`);
    await polku.poll();
    expect([await events(experiment), await timer(experiment)]).toEqual([['experiment-ended'], '2026-04-17T21:59:59.999Z']);
  });

  it('loses nothing when the queue is emptied: what was recorded is told', async () => {
    const { idea } = await running();
    const queues = polku.app.get(Queues, { strict: false });
    const poller = polku.app.get(TimerPoller, { strict: false });
    const addBulk = queues.addBulk.bind(queues);
    queues.addBulk = async () => undefined;
    polku.clock.moveTo(new Date('2026-04-11T08:00:00Z'));
    await poller.poll();
    await polku.app.get(Relay, { strict: false }).round();
    queues.addBulk = addBulk;
    polku.clock.advance(2 * 60_000);
    await poller.sweepAll();
    expect(await told(idea)).toEqual([STARTED, ENDED]);
  });
});

describe('a moved end', () => {
  /** As an amendment does it. */
  async function movedTo(experiment: ExperimentView, endsOn: string): Promise<void> {
    const organisation = polku.founded.organisations.aleksandrow;
    await polku.app.get(UnitOfWork, { strict: false }).run(organisation, async () => {
      await polku.sql(`update app.experiment set card = card || jsonb_build_object('endsOn', $2::text) where id = $1`, [
        experiment.id,
        endsOn,
      ]);
      const [row] = await polku.sql<Experiment & { idea: string }>(
        `select id, state, card, locked_at as "lockedAt", idea_id as idea from app.experiment where id = $1`,
        [experiment.id],
      );
      if (!row) throw new Error('The experiment is gone.');
      await polku.app.get(WatchExperiment, { strict: false }).set(row, { id: row.idea }, { timeZone: 'Europe/Warsaw', holidays: [] });
    });
  }

  it('to a later day is watched anew from its first stage on', async () => {
    const { idea, experiment } = await running();
    await at('2026-04-11T08:00:00Z');
    await movedTo(experiment, '2026-05-15');
    expect(await timer(experiment)).toBe('2026-05-11T22:00:00.000Z');
    expect((await maja.get(`/experiments/${experiment.id}`)).body.overdue).toBe(false);
    await at('2026-05-12T08:00:00Z');
    await at('2026-05-16T08:00:00Z');
    expect(await told(idea)).toEqual([STARTED, ENDED, SOON, ENDED]);
  });

  it('and back again says nothing a second time', async () => {
    const { idea, experiment } = await running();
    await at('2026-04-07T08:00:00Z');
    await movedTo(experiment, '2026-05-15');
    await movedTo(experiment, '2026-04-10');
    expect(await timer(experiment)).toBe('2026-04-10T22:00:00.000Z');
    await polku.poll();
    expect(await told(idea)).toEqual([STARTED, SOON]);
  });
});

describe('an experiment that has ended without a conclusion', () => {
  it('blocks the next step of its idea, also after another was concluded, until it is concluded or stopped', async () => {
    const { idea, experiment } = await running();
    const check = async () => (await seen(maja, idea)).next?.checks.find((it) => it.code === 'experiment-concluded');
    expect(await check()).toMatchObject({ met: false, params: { state: 'running', number: 1 } });
    const second = await steered(maja, await planned(polku, idea, { endsOn: '2026-05-15' }), 'running');
    await measured(maja, second, 90, 200);
    const done = await steered(maja, second, 'measured');
    expect(await check()).toMatchObject({ met: false, params: { state: 'measured', number: 2 } });
    await steered(maja, done, 'concluded', { result: 'Half of them.', lesson: LESSON });
    expect(await check()).toMatchObject({ met: true });

    await at('2026-04-11T08:00:00Z');
    expect(await check()).toMatchObject({
      met: false,
      params: { state: 'overdue', number: 1 },
      link: `/aleksandrow/ideas/${idea.number}#experiments`,
    });
    expect((await seen(maja, idea)).marks).toMatchObject([{ kind: 'experiment', state: 'running', endsOn: '2026-04-10', overdue: true }]);
    const refused = await maja.post(`/ideas/${idea.number}/decisions`, {
      kind: 'scale-up',
      decider: polku.founded.members.oskar,
      deadline: '2026-05-01',
    });
    expect(refusedFor(refused)).toEqual([409, 'experiment-concluded']);
    await steered(maja, experiment, 'stopped', { lesson: LESSON });
    expect(await check()).toMatchObject({ met: true });
    expect((await seen(maja, idea)).marks).toMatchObject([{ state: 'concluded', overdue: false }]);
    await asked(polku, idea, 'scale-up', { deadline: '2026-05-01' });
  });

  it('that was only planned blocks nothing', async () => {
    const idea = await piloting(polku);
    const experiment = await planned(polku, idea);
    await at('2026-06-01T08:00:00Z');
    expect((await maja.get(`/experiments/${experiment.id}`)).body.overdue).toBe(false);
    expect((await seen(maja, idea)).next?.checks.find((it) => it.code === 'experiment-concluded')?.params).toEqual({
      state: 'planned',
      number: 1,
    });
    expect(await events(experiment)).toEqual([]);
  });

  it('has no timer that nobody handles', () => {
    expect(polku.app.get(Timers, { strict: false }).handlers.has('experiment-watch')).toBe(true);
  });
});
