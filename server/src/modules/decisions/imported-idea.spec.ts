import type { DecisionDetail, IdeaView, RolloutView } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { moved } from '../../../test/factories.js';
import { imported } from '../../../test/imported.js';
import { asked, decided, examined, exploring, refusedFor, ROLLOUT, rolloutPlanned, seen } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const question = (decider: string | undefined, more: object = {}) => ({ kind: 'time', decider, deadline: '2026-03-31', ...more });

describe('an idea that was imported in the name of somebody else', () => {
  it('is not decided by who imported it, nor scored by them', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const { hanna: importer, irena } = polku.founded.members;
    const idea = await imported(polku, hanna, 'explore-idea', 'maja@aleksandrow.example');
    expect(idea.submitter).toMatchObject({ name: 'Maja' });
    expect(refusedFor(await maja.post(`/ideas/${idea.number}/decisions`, question(importer)))).toEqual([409, 'not-own-idea']);
    const scored = await maja.post(`/ideas/${idea.number}/decisions`, question(irena, { panel: [importer] }));
    expect(refusedFor(scored)).toEqual([409, 'panel-impartial']);
    const decision = await asked(polku, idea, 'time');
    const handed = await (await polku.as('oskar')).post(`/decisions/${decision.id}/delegation`, { to: importer, reason: 'You know it.' });
    expect(refusedFor(handed)).toEqual([409, 'not-own-idea']);
    await decided(polku, decision, 'yes');
  });

  it('keeps them from the idea that it is merged into as well', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const other = await imported(polku, hanna, 'explore-idea', 'tomek@aleksandrow.example');
    const idea = await exploring(polku);
    await moved(hanna, await seen(hanna, other), 'merged', { reason: 'The same need.', fields: { into: idea.number } });
    const refused = await maja.post(`/ideas/${idea.number}/decisions`, question(polku.founded.members.hanna));
    expect(refusedFor(refused)).toEqual([409, 'not-own-idea']);
  });
});

describe('an idea that was imported onto a later step', () => {
  it('says so beside what is decided on it later', async () => {
    const hanna = await polku.as('hanna');
    const idea = await imported(polku, hanna, 'explore-idea', 'maja@aleksandrow.example');
    const decision = await asked(polku, idea, 'time');
    const detail: DecisionDetail = await examined(await polku.as('oskar'), decision);
    expect(detail.imported).toEqual({ step: 'explore-idea', stepName: 'Explore idea', at: polku.clock.now().toISOString() });
  });

  it('shows no decision on its path that was not made', async () => {
    const hanna = await polku.as('hanna');
    const gates = (idea: IdeaView) => idea.path.map(({ gate }) => gate);
    expect(gates(await imported(polku, hanna, 'pilot', 'maja@aleksandrow.example'))).toEqual([null, null, null, 'scale-up', null, null]);
    expect(gates(await exploring(polku))).toEqual([null, 'time', 'money', 'scale-up', null, null]);
  });

  it('has a rollout that nobody decided on', async () => {
    const hanna = await polku.as('hanna');
    const idea = await imported(polku, hanna, 'scale', 'maja@aleksandrow.example');
    const rollout: RolloutView = await rolloutPlanned(await polku.as('maja'), idea, ROLLOUT);
    expect(rollout.undecided).toBe(true);
    const [effect] = (await hanna.get('/effects')).body.items;
    expect(effect).toMatchObject({ idea: { number: idea.number }, undecided: true });
  });

  it.each([
    ['one that was submitted here', exploring],
    [
      'one that was imported as new',
      async (app: TestApp) => {
        const hanna = await app.as('hanna');
        const idea = await imported(app, hanna, 'submitted', 'maja@aleksandrow.example');
        await moved(hanna, idea, 'explore-idea');
        return seen(hanna, idea);
      },
    ],
  ])('is another than %s', async (_, brought) => {
    const decision = await asked(polku, await brought(polku), 'time');
    expect((await examined(await polku.as('oskar'), decision)).imported).toBeNull();
  });
});
