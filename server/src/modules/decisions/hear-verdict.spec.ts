import type { ExperimentView } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON, moved } from '../../../test/factories.js';
import { asked, decided, examined, measured, piloting, planned, refusedFor, seen, steered, wholeCard } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

/** An idea whose experiment was measured with 40 of 200 against `before`, then amended to `after`, and concluded. */
async function amendedAfterData(before: object, after: object) {
  const maja = await polku.as('maja');
  const idea = await piloting(polku);
  const running = await steered(maja, await planned(polku, idea, before), 'running');
  const done = await measured(maja, running, 40, 200);
  const amendment = { version: done.version, card: wholeCard(polku, after), reason: 'A fifth would be enough.' };
  const amended = await maja.post(`/experiments/${running.id}/amendments`, amendment);
  expect(amended.status).toBe(201);
  const over = await steered(maja, amended.body as ExperimentView, 'measured');
  await steered(maja, over, 'concluded', { result: 'A fifth of them changed their way.', lesson: LESSON });
  return asked(polku, await seen(maja, idea), 'scale-up');
}

const YES = { outcome: 'yes', reason: 'It works.' };

describe('a card that was amended once there were data', () => {
  it('goes on speaking as it was before them: a yes against it explains itself, and is marked', async () => {
    const oskar = await polku.as('oskar');
    const decision = await amendedAfterData({ threshold: 0.3 }, { threshold: 0.1 });
    const detail = await examined(oskar, decision);
    expect(detail).toMatchObject({ verdict: { number: 1, verdict: 'met', atFirst: 'not-met' }, explanationFor: ['yes', 'stop'] });
    const bare = await oskar.post(`/decisions/${decision.id}/outcome`, YES);
    expect([refusedFor(bare), bare.body.refusals[0].params]).toMatchObject([
      [409, 'explanation-given'],
      { number: 1, verdict: 'met', atFirst: 'not-met' },
    ]);
    const made = await decided(polku, decision, 'yes', { explanation: 'A fifth is what the bus line did.' });
    expect(made.againstVerdict).toBe(true);
    expect((await examined(oskar, decision)).verdict).toMatchObject({ verdict: 'met', atFirst: 'not-met' });
  });

  it('says nothing of its own where the amendment changes nothing of what comes out', async () => {
    const decision = await amendedAfterData({ threshold: 0.1 }, { threshold: 0.12 });
    expect(await examined(await polku.as('oskar'), decision)).toMatchObject({
      verdict: { verdict: 'met', atFirst: null },
      explanationFor: ['stop'],
    });
    expect((await decided(polku, decision, 'yes')).againstVerdict).toBe(false);
  });
});

const RESULT = 'It turned out so.';

/** An experiment of an idea, measured and ended in this way. */
async function tested(idea: { number: number }, share: number, end: 'concluded' | 'stopped', card: object = {}, more: object = {}) {
  const maja = await polku.as('maja');
  const running = await steered(maja, await planned(polku, idea, card), 'running');
  await measured(maja, running, share, 200);
  const done = await steered(maja, running, 'measured');
  return steered(maja, done, end, { ...(end === 'concluded' ? { result: RESULT } : {}), lesson: LESSON, ...more });
}

/** The experiment that adapts one, measured so often as met or not, and concluded. */
async function adapted(idea: { number: number }, successes: number, total: number, card: object = {}) {
  const maja = await polku.as('maja');
  const all = (await maja.get(`/ideas/${idea.number}/experiments`)).body as { items: ExperimentView[] };
  const next = all.items.find(({ state }) => state === 'planned');
  if (!next) throw new Error('There is no experiment that adapts another.');
  const edited = await maja.patch(`/experiments/${next.id}`, { version: next.version, card: wholeCard(polku, card) });
  const running = await steered(maja, edited.body as ExperimentView, 'running');
  await measured(maja, running, successes, total);
  await steered(maja, await steered(maja, running, 'measured'), 'concluded', { result: RESULT, lesson: LESSON });
}

const explanationFor = async (idea: { number: number }) => {
  const decision = await asked(polku, await seen(await polku.as('maja'), idea), 'scale-up');
  const { verdict, explanationFor: outcomes } = await examined(await polku.as('oskar'), decision);
  return [verdict?.number, verdict?.verdict, outcomes];
};

describe('a failed experiment goes on speaking', () => {
  it('until the one that adapts it has met, not merely ended', async () => {
    const idea = await piloting(polku);
    await tested(idea, 2, 'concluded', {}, { adapt: true });
    await adapted(idea, 1, 1, { threshold: 0.5 });
    expect(await explanationFor(idea)).toEqual([1, 'not-met', ['yes']]);
  });

  it('no longer, once that one has met', async () => {
    const idea = await piloting(polku);
    await tested(idea, 2, 'concluded', {}, { adapt: true });
    await adapted(idea, 150, 200);
    expect(await explanationFor(idea)).toEqual([2, 'met', ['stop']]);
  });

  it('when it was stopped before its conclusion', async () => {
    const idea = await piloting(polku);
    await tested(idea, 2, 'stopped');
    await tested(idea, 150, 'concluded');
    expect(await explanationFor(idea)).toEqual([1, 'not-met', ['yes']]);
  });

  it('when its idea was merged into this one', async () => {
    const [hanna, other, idea] = [await polku.as('hanna'), await piloting(polku), await piloting(polku)];
    await tested(other, 2, 'concluded');
    await tested(idea, 150, 'concluded');
    await moved(hanna, await seen(hanna, other), 'merged', { reason: 'The same need.', fields: { into: idea.number } });
    expect(await explanationFor(idea)).toEqual([1, 'not-met', ['yes']]);
  });

  it('when what spoke against it was withdrawn', async () => {
    const maja = await polku.as('maja');
    const idea = await piloting(polku);
    const running = await steered(maja, await planned(polku, idea), 'running');
    await measured(maja, running, 2, 200);
    const both = await measured(maja, running, 90, 200);
    const bad = both.measurements.find(({ successes }) => successes === 2);
    const at = `/experiments/${running.id}/measurements/${bad?.id}/corrections`;
    expect((await maja.post(at, { withdrawn: true, reason: 'The wrong school.' })).status).toBe(201);
    await steered(maja, await steered(maja, running, 'measured'), 'concluded', { result: RESULT, lesson: LESSON });
    expect(await explanationFor(idea)).toEqual([1, 'met', ['yes', 'stop']]);
  });
});
