import type { ExperimentPage, ExperimentView, HistoryPage } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON } from '../../../test/factories.js';
import { measured, piloting, planned, refusedFor, seen, steered, wholeCard } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

describe('adapting an experiment', () => {
  it('plans another with the same card, less its dates, in the same breath', async () => {
    const maja = await polku.as('maja');
    const idea = await piloting(polku);
    const first = await steered(maja, await planned(polku, idea), 'running');
    const saved = { amount: 1_500, currency: 'EUR' };
    const stopped = await steered(maja, first, 'stopped', { lesson: { ...LESSON, saved }, adapt: true, reason: 'Too early in the day.' });
    const page = (await maja.get(`/ideas/${idea.number}/experiments`)).body as ExperimentPage;
    const [before, after] = page.items;
    expect(before).toEqual(stopped);
    expect(stopped).toMatchObject({
      state: 'stopped',
      basedOn: null,
      successor: { id: after?.id, number: 2 },
      lesson: { ...LESSON, saved },
    });
    expect(after).toMatchObject({
      number: 2,
      state: 'planned',
      version: 1,
      title: first.title,
      card: { ...first.card, startsOn: null, endsOn: null },
      basedOn: { id: first.id, number: 1 },
      successor: null,
      lockedAt: null,
      measurements: [],
      mayEdit: true,
    });
    expect((await seen(maja, idea)).lessons).toEqual([expect.objectContaining({ saved })]);
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items.slice(0, 2).map((item) => [item.kind, item.details['basedOn'] ?? null])).toEqual([
      ['experiment-planned', first.id],
      ['experiment-moved', null],
    ]);
  });

  it('takes the card as it was amended, and can follow a conclusion', async () => {
    const maja = await polku.as('maja');
    const running = await steered(maja, await planned(polku, await piloting(polku)), 'running');
    const card = wholeCard(polku, { place: 'School 12 alone' });
    await maja.post(`/experiments/${running.id}/amendments`, { version: running.version, card, reason: 'School 40 left.' });
    await measured(maja, running, 60, 150);
    const done = await steered(maja, { id: running.id, version: running.version + 1 }, 'measured');
    const concluded = await steered(maja, done, 'concluded', { result: 'Open.', lesson: LESSON, adapt: true });
    const successor = (await maja.get(`/experiments/${concluded.successor?.id}`)).body as ExperimentView;
    expect(successor).toMatchObject({ card: { place: 'School 12 alone', endsOn: null }, original: null, amendments: [] });
    expect(concluded.lesson?.saved).toBeNull();
  });

  it('is only for an experiment that ends, and plans nothing when the end is refused', async () => {
    const maja = await polku.as('maja');
    const idea = await piloting(polku);
    const experiment = await planned(polku, idea);
    const start = await maja.post(`/experiments/${experiment.id}/transitions`, { to: 'running', version: 1, adapt: true });
    expect([start.status, start.body.fields[0]]).toMatchObject([422, { path: 'adapt', code: 'unknown-value' }]);
    const bare = await maja.post(`/experiments/${experiment.id}/transitions`, { to: 'stopped', version: 1, adapt: true });
    expect(refusedFor(bare)).toEqual([409, 'lesson-written']);
    const page = (await maja.get(`/ideas/${idea.number}/experiments`)).body as ExperimentPage;
    expect(page.items).toEqual([experiment]);
  });
});
