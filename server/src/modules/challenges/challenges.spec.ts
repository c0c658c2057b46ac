import type { ChallengeChoices, ChallengePage, ChallengeView, HistoryPage, IdeaExport, IdeaPage, IdeaView } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { MONDAY_NOON, startTestApp, type TestApp } from '../../../test/app.js';
import { submitted } from '../../../test/factories.js';

/** The present of the tests is 2 March 2026. */
const SHADE = {
  question: 'Where does the city need shade in July?',
  about: 'In **July** the pavements are too hot to wait on.',
  criteria: '- it can stand by June',
  opensOn: '2026-02-20',
  closesOn: '2026-03-20',
};

let polku: TestApp;
let maja: Actor;
let hanna: Actor;
let open: ChallengeView;
let coming: ChallengeView;
let closed: ChallengeView;

beforeAll(async () => {
  polku = await startTestApp();
  [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
  open = await asked(SHADE);
  coming = await asked({ ...SHADE, question: 'How do we heat without gas?', opensOn: '2026-03-03', closesOn: '2026-03-03' });
  closed = await asked({ ...SHADE, question: 'Which form can go?', opensOn: '2026-01-01', closesOn: '2026-03-01', criteria: undefined });
});

afterEach(() => polku.clock.moveTo(MONDAY_NOON));

afterAll(() => polku.close());

const asked = async (challenge: object) => (await hanna.post('/challenges', challenge)).body as ChallengeView;
const listed = async (who: Actor, query = '') => (await who.get(`/challenges${query}`)).body as ChallengePage;
const questions = async (query = '') => (await listed(maja, query)).items.map(({ question }) => question);
const fault = ({ status, body }: { status: number; body: { fields?: { path: string; code: string }[] } }) => [
  status,
  body.fields?.[0]?.path,
  body.fields?.[0]?.code,
];

describe('a challenge', () => {
  it('is asked by the hub, who owns it unless somebody else is named, and read by every member', async () => {
    const { hanna: me, maja: other } = polku.founded.members;
    expect((await maja.get(`/challenges/${open.id}`)).body).toEqual({
      ...SHADE,
      ...{ id: open.id, version: 1, state: 'open', owner: expect.objectContaining({ id: me, name: 'Hanna' }), ideas: 0 },
    });
    expect(closed.criteria).toBe('');
    const given = (await hanna.patch(`/challenges/${closed.id}`, { version: 1, owner: other })).body as ChallengeView;
    expect([given.version, given.owner?.id, given.question]).toEqual([2, other, closed.question]);
    expect([(await maja.post('/challenges', SHADE)).status, (await maja.patch(`/challenges/${open.id}`, { version: 1 })).status]).toEqual([
      403, 403,
    ]);
  });

  it('is one line that says something, has a period that does not end before it begins, and an owner from here who is no guest', async () => {
    const { elin, sanna } = polku.founded.members;
    expect(fault(await hanna.post('/challenges', { ...SHADE, question: ' … ' }))).toEqual([422, 'question', 'required']);
    expect(fault(await hanna.post('/challenges', { ...SHADE, question: 'x'.repeat(201) }))).toEqual([422, 'question', 'too-long']);
    expect(fault(await hanna.post('/challenges', { ...SHADE, closesOn: '2026-02-19' }))).toEqual([422, 'closesOn', 'before-start']);
    expect(fault(await hanna.patch(`/challenges/${open.id}`, { version: 1, opensOn: '2026-03-21' }))).toEqual([
      422,
      'closesOn',
      'before-start',
    ]);
    for (const owner of [elin, sanna])
      expect(fault(await hanna.post('/challenges', { ...SHADE, owner }))).toEqual([422, 'owner', 'not-a-member']);
    expect(
      (await hanna.post('/challenges', { ...SHADE, opensOn: '2026-02-20', closesOn: '2026-02-20', question: 'One day?' })).status,
    ).toBe(201);
  });

  it('is listed by where today lies to it, open ones first, and by its period, a page at a time', async () => {
    expect(await questions('?state=open')).toEqual([SHADE.question]);
    expect(await questions('?state=coming')).toEqual([coming.question]);
    expect(await questions('?state=closed')).toEqual(['One day?', closed.question]);
    const first = await listed(maja, '?limit=3');
    expect(first.items.map(({ question }) => question)).toEqual([SHADE.question, coming.question, 'One day?']);
    expect(await questions(`?limit=3&cursor=${first.next}`)).toEqual([closed.question]);
    expect([(await maja.get('/challenges?cursor=x')).status, (await maja.get('/challenges?state=late')).status]).toEqual([422, 422]);
  });

  it('is offered to be chosen by what it asks alone, in the same order', async () => {
    const { items } = (await maja.get('/challenges/choices')).body as ChallengeChoices;
    expect(items).toEqual((await listed(maja)).items.map(({ id, question }) => ({ id, question })));
    expect((await maja.get('/challenges/choices?state=open')).body).toEqual({ items: [{ id: open.id, question: SHADE.question }] });
    expect((await maja.get('/challenges/choices?state=late')).status).toBe(422);
    expect(((await (await polku.as('elin')).get('/challenges/choices')).body as ChallengeChoices).items).toEqual([]);
  });

  it('opens and closes at midnight of its organisation', async () => {
    polku.clock.moveTo(new Date('2026-03-02T22:59:00Z'));
    expect(await questions('?state=coming')).toEqual([coming.question]);
    polku.clock.moveTo(new Date('2026-03-02T23:01:00Z'));
    expect(await questions('?state=open')).toContain(coming.question);
    polku.clock.moveTo(new Date('2026-03-03T23:01:00Z'));
    expect(await questions('?state=closed')).toContain(coming.question);
  });

  it('that somebody else has changed meanwhile is not written over', async () => {
    const { id } = await asked({ ...SHADE, question: 'What is too loud?', opensOn: '2026-01-10' });
    await hanna.patch(`/challenges/${id}`, { version: 1, criteria: '- quieter' });
    const response = await (await polku.as('piotr')).patch(`/challenges/${id}`, { version: 1, about: 'Trams.' });
    expect([response.status, response.body.code, response.body.current.criteria]).toEqual([409, 'version-conflict', '- quieter']);
  });

  it('whose owner has left can still be changed', async () => {
    const { id } = await asked({ ...SHADE, question: 'What is too dark?', opensOn: '2026-01-11', owner: polku.founded.members.irena });
    await polku.sql(`update app.membership set roles = '{}' where id = $1`, [polku.founded.members.irena]);
    expect((await hanna.patch(`/challenges/${id}`, { version: 1, about: 'Crossings.' })).body).toMatchObject({ version: 2 });
  });

  it('is not there for another organisation', async () => {
    const elin = await polku.as('elin');
    expect((await listed(elin)).items).toEqual([]);
    expect((await elin.get(`/challenges/${open.id}`)).status).toBe(404);
    expect((await elin.patch(`/challenges/${open.id}`, { version: 1, question: 'Ours?' })).status).toBe(404);
    expect(fault(await elin.post('/ideas', { title: 'A tree', need: 'Shade.', challenge: open.id }))).toEqual([
      422,
      'challenge',
      'unknown-value',
    ]);
  });
});

describe('an idea', () => {
  const numbers = async (query: string) => ((await maja.get(`/ideas?${query}`)).body as IdeaPage).items.map(({ number }) => number);

  it('answers a challenge that is open, and no other', async () => {
    const idea = await submitted(maja, { challenge: open.id });
    expect(idea.challenge).toEqual({ id: open.id, question: SHADE.question });
    expect(((await maja.get(`/challenges/${open.id}`)).body as ChallengeView).ideas).toBe(1);
    for (const { id } of [coming, closed]) {
      const response = await maja.post('/ideas', { title: 'A tree', need: 'Shade.', challenge: id });
      expect(fault(response)).toEqual([422, 'challenge', 'challenge-not-open']);
    }
    expect((await maja.post('/ideas', { title: 'A tree', need: 'Shade.', challenge: 'x' })).status).toBe(422);
  });

  it('is given another challenge by the hub, also one that is closed, and its history says which', async () => {
    const idea = await submitted(maja, { challenge: open.id });
    const refused = await maja.patch(`/ideas/${idea.number}`, { version: 1, challenge: closed.id });
    expect([refused.status, refused.body.refusals[0]]).toMatchObject([409, { code: 'role-in', params: { roles: ['hub'] } }]);
    const stale = await hanna.patch(`/ideas/${idea.number}`, { version: 9, challenge: closed.id });
    expect([stale.status, stale.body.code]).toEqual([409, 'version-conflict']);
    const changed = (await hanna.patch(`/ideas/${idea.number}`, { version: 1, challenge: closed.id })).body as IdeaView;
    expect([changed.version, changed.challenge?.question]).toEqual([2, closed.question]);
    const { items } = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(items[0]).toMatchObject({
      kind: 'idea-edited',
      details: { fields: ['challenge'], before: { challenge: SHADE.question }, after: { challenge: closed.question } },
    });
    expect(((await hanna.patch(`/ideas/${idea.number}`, { version: 2, challenge: null })).body as IdeaView).challenge).toBeNull();
    const unknown = { version: 3, challenge: polku.founded.members.maja };
    expect(fault(await hanna.patch(`/ideas/${idea.number}`, unknown))).toEqual([422, 'challenge', 'unknown-value']);
  });

  it('keeps its challenge when somebody of its team writes its text', async () => {
    const idea = await submitted(maja, { challenge: open.id });
    const edited = await maja.patch(`/ideas/${idea.number}`, { version: 1, proposal: 'Trees.', challenge: open.id });
    expect([edited.status, (edited.body as IdeaView).challenge?.id]).toEqual([200, open.id]);
  });

  it('is found by its challenge, and by having none, in the list and in a file', async () => {
    const [one, other] = [await submitted(maja, { challenge: open.id, tags: ['found'] }), await submitted(maja, { tags: ['found'] })];
    expect(await numbers(`challenge=${open.id}&tag=found`)).toEqual([one.number]);
    expect(await numbers('challenge=none&tag=found')).toEqual([other.number]);
    expect((await maja.get('/ideas?challenge=shade')).status).toBe(422);
    const exported = (await maja.get(`/exports/ideas.json?challenge=${open.id}&tag=found`)).body as IdeaExport[];
    expect(exported.map(({ number, challenge }) => [number, challenge])).toEqual([[one.number, { id: open.id, question: SHADE.question }]]);
    const { text } = await maja.get(`/exports/ideas.csv?tag=found`);
    expect([text.includes('"Challenge"') || text.includes('Challenge'), text.split(SHADE.question).length]).toEqual([true, 2]);
  });
});
