import type { DecisionPage, IdeaView } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { moved, submitted } from '../../../test/factories.js';
import { asked, exploring, refusedFor, seen, steppedOut } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const YES = { outcome: 'yes', reason: 'The need is real.' };

/** Hanna merges one idea into another. */
async function merged(idea: { number: number }, into: { number: number }): Promise<void> {
  const hanna = await polku.as('hanna');
  await moved(hanna, await seen(hanna, idea), 'merged', { reason: 'The same need.', fields: { into: into.number } });
}

/** An idea of Oskar, the manager. */
async function ofOskar(): Promise<IdeaView> {
  return submitted(await polku.as('oskar'), { title: 'Measure air at bus stops' });
}

describe('an idea into which another was merged', () => {
  it('is decided by nobody who submitted the other', async () => {
    const maja = await polku.as('maja');
    const idea = await exploring(polku);
    await merged(await ofOskar(), idea);
    const question = { kind: 'time', decider: polku.founded.members.oskar, deadline: '2026-03-31' };
    expect(refusedFor(await maja.post(`/ideas/${idea.number}/decisions`, question))).toEqual([409, 'not-own-idea']);
    const scored = { ...question, decider: polku.founded.members.irena, panel: [polku.founded.members.oskar] };
    expect(refusedFor(await maja.post(`/ideas/${idea.number}/decisions`, scored))).toEqual([409, 'panel-impartial']);
  });

  it('is not decided by them when they were asked before, and not handed to them', async () => {
    const [oskar, irena] = [await polku.as('oskar'), await polku.as('irena')];
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time');
    const other = await ofOskar();
    const further = await submitted(await polku.as('tomek'));
    await merged(other, further);
    expect((await oskar.get(`/decisions/${decision.id}`)).body.refusals).toEqual([]);
    await merged(further, idea);
    expect(refusedFor(await oskar.post(`/decisions/${decision.id}/outcome`, YES))).toEqual([409, 'not-own-idea']);
    const next = await asked(polku, await exploring(polku), 'time', { decider: polku.founded.members.irena });
    await merged(await ofOskar(), next.idea);
    const handed = await irena.post(`/decisions/${next.id}/delegation`, { to: polku.founded.members.oskar, reason: 'You know it.' });
    expect(refusedFor(handed)).toEqual([409, 'not-own-idea']);
  });

  it('is not decided in their place by them, nor shown to them as waiting', async () => {
    const [oskar, irena] = [await polku.as('oskar'), await polku.as('irena')];
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time', { decider: polku.founded.members.irena });
    const absence = { from: '2026-03-02', until: '2026-03-20', delegate: polku.founded.members.oskar };
    expect((await irena.put('/absence', absence)).status).toBeLessThan(300);
    const waits = async () => ((await oskar.get('/decisions?mine=true&limit=100')).body as DecisionPage).items.map(({ id }) => id);
    expect(await waits()).toContain(decision.id);
    await merged(await ofOskar(), idea);
    expect(await waits()).not.toContain(decision.id);
    expect(refusedFor(await oskar.post(`/decisions/${decision.id}/outcome`, YES))).toEqual([409, 'role-in', 'not-own-idea']);
    await irena.delete('/absence');
  });

  it('is not decided by who stepped out of a panel of the other', async () => {
    const maja = await polku.as('maja');
    const [idea, other] = [await exploring(polku), await exploring(polku)];
    const decision = await asked(polku, other, 'time', { decider: polku.founded.members.irena, panel: [polku.founded.members.oskar] });
    await steppedOut(await polku.as('oskar'), decision, 'My brother sells such meters.');
    await merged(other, idea);
    const question = { kind: 'time', decider: polku.founded.members.oskar, deadline: '2026-03-31' };
    expect(refusedFor(await maja.post(`/ideas/${idea.number}/decisions`, question))).toEqual([409, 'not-stepped-out']);
  });
});

describe('who asks for a decision', () => {
  it('does not make it', async () => {
    const hanna = await polku.as('hanna');
    const idea = await exploring(polku);
    const question = { kind: 'time', decider: polku.founded.members.hanna, deadline: '2026-03-31' };
    expect(refusedFor(await hanna.post(`/ideas/${idea.number}/decisions`, question))).toEqual([409, 'not-asker']);
    const asking = await hanna.post(`/ideas/${idea.number}/decisions`, { ...question, decider: polku.founded.members.oskar });
    const oskar = await polku.as('oskar');
    const handing = { to: polku.founded.members.hanna, reason: 'You know it.' };
    expect(refusedFor(await oskar.post(`/decisions/${asking.body.id}/delegation`, handing))).toEqual([409, 'not-asker']);
  });

  it('does not stand in for who makes it', async () => {
    const [hanna, irena] = [await polku.as('hanna'), await polku.as('irena')];
    const idea = await exploring(polku);
    const asking = await hanna.post(`/ideas/${idea.number}/decisions`, {
      kind: 'time',
      decider: polku.founded.members.irena,
      deadline: '2026-03-31',
    });
    await irena.put('/absence', { from: '2026-03-02', until: '2026-03-20', delegate: polku.founded.members.hanna });
    expect((await irena.get(`/decisions/${asking.body.id}`)).body.away).toMatchObject({ delegate: null });
    expect(refusedFor(await hanna.post(`/decisions/${asking.body.id}/outcome`, YES))).toEqual([409, 'role-in', 'not-asker']);
    await irena.delete('/absence');
  });
});

describe('a decider who came to own the idea', () => {
  it('does not choose who decides instead, nor does the delegate of their absence decide', async () => {
    const [oskar, irena, hanna] = [await polku.as('oskar'), await polku.as('irena'), await polku.as('hanna')];
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time');
    await hanna.patch(`/ideas/${idea.number}`, { version: idea.version, owner: polku.founded.members.oskar });
    const handing = { to: polku.founded.members.irena, reason: 'It is mine now.' };
    expect(refusedFor(await oskar.post(`/decisions/${decision.id}/delegation`, handing))).toEqual([409, 'not-own-idea']);
    await oskar.put('/absence', { from: '2026-03-02', until: '2026-03-20', delegate: polku.founded.members.irena });
    expect(refusedFor(await irena.post(`/decisions/${decision.id}/outcome`, YES))).toEqual([409, 'role-in']);
    await oskar.delete('/absence');
    expect((await hanna.post(`/decisions/${decision.id}/delegation`, handing)).body.decider).toMatchObject({ name: 'Irena' });
  });
});

describe('a decider who has stepped out', () => {
  it('does not choose who decides instead: the hub does', async () => {
    const [oskar, hanna] = [await polku.as('oskar'), await polku.as('hanna')];
    const idea = await exploring(polku);
    const decision = await asked(polku, idea, 'time', { panel: [polku.founded.members.oskar] });
    await steppedOut(oskar, decision, 'My brother sells such meters.');
    const handing = { to: polku.founded.members.irena, reason: 'I cannot.' };
    expect((await oskar.get(`/decisions/${decision.id}`)).body.mayDelegate).toBe(false);
    expect(refusedFor(await oskar.post(`/decisions/${decision.id}/delegation`, handing))).toEqual([409, 'not-stepped-out']);
    expect((await hanna.post(`/decisions/${decision.id}/delegation`, handing)).body.decider).toMatchObject({ name: 'Irena' });
  });

  it('has no stand-in either', async () => {
    const [oskar, irena] = [await polku.as('oskar'), await polku.as('irena')];
    const decision = await asked(polku, await exploring(polku), 'time', { panel: [polku.founded.members.oskar] });
    await steppedOut(oskar, decision, 'My brother sells such meters.');
    await oskar.put('/absence', { from: '2026-03-02', until: '2026-03-20', delegate: polku.founded.members.irena });
    expect((await oskar.get(`/decisions/${decision.id}`)).body.away).toMatchObject({ delegate: null });
    expect(refusedFor(await irena.post(`/decisions/${decision.id}/outcome`, YES))).toEqual([409, 'role-in']);
    await oskar.delete('/absence');
  });
});
