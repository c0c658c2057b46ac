import type { ExperimentView } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON } from '../../../test/factories.js';
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
    expect(detail).toMatchObject({ verdict: { number: 1, verdict: 'met', beforeData: 'not-met' }, explanationFor: ['yes', 'stop'] });
    const bare = await oskar.post(`/decisions/${decision.id}/outcome`, YES);
    expect([refusedFor(bare), bare.body.refusals[0].params]).toMatchObject([
      [409, 'explanation-given'],
      { number: 1, verdict: 'met', beforeData: 'not-met' },
    ]);
    const made = await decided(polku, decision, 'yes', { explanation: 'A fifth is what the bus line did.' });
    expect(made.againstVerdict).toBe(true);
    expect((await examined(oskar, decision)).verdict).toMatchObject({ verdict: 'met', beforeData: 'not-met' });
  });

  it('says nothing of its own where the amendment changes nothing of what comes out', async () => {
    const decision = await amendedAfterData({ threshold: 0.1 }, { threshold: 0.12 });
    expect(await examined(await polku.as('oskar'), decision)).toMatchObject({
      verdict: { verdict: 'met', beforeData: null },
      explanationFor: ['stop'],
    });
    expect((await decided(polku, decision, 'yes')).againstVerdict).toBe(false);
  });
});
