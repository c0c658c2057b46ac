import { startTestApp, TEST_SECRET, type TestApp } from '../../../test/app.js';
import { withClient } from '../../../test/database.js';
import { findBrokenInvariants } from '../../../test/invariants.js';
import { asked, examined, exploring, refusedFor, scorecard, scored } from '../../../test/path.js';
import type { CastName } from '../../../seeds/cast.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(async () => {
  await polku.settle();
  expect(await withClient(polku.database.url, (client) => findBrokenInvariants(client, TEST_SECRET))).toEqual([]);
  await polku.close();
});

const ROUNDS = [1, 2, 3, 4];

async function panelOf(...names: CastName[]) {
  const idea = await exploring(polku);
  const decision = await asked(polku, idea, 'time', { panel: names.map((name) => polku.founded.members[name]) });
  return { idea, decision, at: `/decisions/${decision.id}` };
}

const events = (decision: { id: string }, kind: string) =>
  polku.sql(`select 1 from app.domain_event where kind = $1 and data ->> 'decisionId' = $2`, [kind, decision.id]);

describe('at once', () => {
  it('two outcomes: one holds, the other is told that it is decided', async () => {
    const oskar = await polku.as('oskar');
    for (const _ of ROUNDS) {
      const { decision, at } = await panelOf();
      const answers = await Promise.all([
        oskar.post(`${at}/outcome`, { outcome: 'yes', reason: 'Go.' }),
        oskar.post(`${at}/outcome`, { outcome: 'adapt', reason: 'Not yet.', mustChange: 'The schedule.' }),
      ]);
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
      const [held, refused] = answers.toSorted((a, b) => a.status - b.status);
      expect(refused && refusedFor(refused)).toEqual([409, 'decision-undecided']);
      expect((await examined(oskar, decision)).outcome).toBe(held?.body.outcome);
      expect(await events(decision, 'decision-made')).toHaveLength(1);
    }
  });

  it('the last scorecard and the outcome: nothing is decided without it', async () => {
    const [oskar, irena] = [await polku.as('oskar'), await polku.as('irena')];
    for (const _ of ROUNDS) {
      const { decision, at } = await panelOf('irena');
      const [card, outcome] = await Promise.all([
        irena.put(`${at}/scorecard`, scorecard(2)),
        oskar.post(`${at}/outcome`, { outcome: 'yes', reason: 'Go.' }),
      ]);
      expect(card.status).toBe(200);
      if (outcome.status !== 201) expect(refusedFor(outcome)).toEqual([409, 'panel-open']);
      expect(await examined(oskar, decision)).toMatchObject({ state: outcome.status === 201 ? 'decided' : 'scoring', scored: 1 });
    }
  });

  it('a scorecard and the outcome after the deadline: the scorecard is too late', async () => {
    const [oskar, irena] = [await polku.as('oskar'), await polku.as('irena')];
    const { decision, at } = await panelOf('irena');
    const now = polku.clock.now();
    polku.clock.moveTo(new Date('2026-04-01T10:00:00Z'));
    const [card, outcome] = await Promise.all([
      irena.put(`${at}/scorecard`, scorecard(2)),
      oskar.post(`${at}/outcome`, { outcome: 'yes', reason: 'Go.' }),
    ]);
    expect(refusedFor(card)).toEqual([409, 'scoring-open']);
    expect(outcome.status).toBe(201);
    expect((await examined(oskar, decision)).scorecards).toEqual([]);
    polku.clock.moveTo(now);
  });

  it('the last two scorecards: the decider is told once', async () => {
    const [irena, hanna] = [await polku.as('irena'), await polku.as('hanna')];
    for (const _ of ROUNDS) {
      const { decision, at } = await panelOf('irena', 'hanna');
      const answers = await Promise.all([irena, hanna].map((actor) => actor.put(`${at}/scorecard`, scorecard(4))));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(await events(decision, 'scorecards-in')).toHaveLength(1);
      expect(await examined(irena, decision)).toMatchObject({ blind: false, scored: 2 });
    }
  });

  it('the last scorecard and a change of another: who has read the others changes nothing any more', async () => {
    const [irena, hanna] = [await polku.as('irena'), await polku.as('hanna')];
    for (const _ of ROUNDS) {
      const { decision, at } = await panelOf('irena', 'hanna');
      await scored(irena, decision, 1);
      const [last, change] = await Promise.all([hanna.put(`${at}/scorecard`, scorecard(5)), irena.put(`${at}/scorecard`, scorecard(3))]);
      expect(last.status).toBe(200);
      if (change.status !== 200) expect(refusedFor(change)).toEqual([409, 'scoring-open']);
      const first = (await examined(irena, decision)).scorecards?.[0]?.scores[0]?.score;
      expect(first).toBe(change.status === 200 ? 3 : 1);
    }
  });

  it('a member who scores and steps out: nothing of theirs is left', async () => {
    const irena = await polku.as('irena');
    for (const _ of ROUNDS) {
      const { decision, at } = await panelOf('irena', 'hanna');
      const [card, conflict] = await Promise.all([
        irena.put(`${at}/scorecard`, scorecard(2)),
        irena.post(`${at}/conflict`, { reason: 'My brother sells it.' }),
      ]);
      expect(conflict.status).toBe(201);
      if (card.status !== 200) expect(refusedFor(card)).toEqual([409, 'not-stepped-out']);
      expect(await examined(irena, decision)).toMatchObject({ panelState: 'conflicted', mine: null, scored: 0 });
    }
  });
});
