import type { HistoryPage, IdeaView } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { submitted } from '../../../test/factories.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

describe('editing an idea', () => {
  it('changes only what was sent, raises the version and remembers what it was', async () => {
    const maja = await polku.as('maja');
    const idea = await submitted(maja, { proposal: 'Six sensors.' });
    const edited = (await maja.patch(`/ideas/${idea.number}`, { version: 1, proposal: 'Eight sensors.', effectGoal: 'We know.' }))
      .body as IdeaView;
    expect(edited).toMatchObject({ version: 2, proposal: 'Eight sensors.', effectGoal: 'We know.', need: idea.need });
    const { items } = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(items[0]).toMatchObject({
      kind: 'idea-edited',
      details: { fields: ['proposal', 'effectGoal'], before: { proposal: 'Six sensors.', effectGoal: null } },
    });
  });

  it('refuses an old version with the present idea, so that nothing typed is lost', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await submitted(maja);
    await hanna.patch(`/ideas/${idea.number}`, { version: 1, title: 'Shorter' });
    const response = await maja.patch(`/ideas/${idea.number}`, { version: 1, title: 'Longer' });
    expect([response.status, response.body.code, response.body.current.title]).toEqual([409, 'version-conflict', 'Shorter']);
  });

  it('gives it to no owner from elsewhere, and to no resident, who is a guest', async () => {
    const hanna = await polku.as('hanna');
    const idea = await submitted(await polku.as('maja'));
    for (const name of ['elin', 'sanna'] as const) {
      const response = await hanna.patch(`/ideas/${idea.number}`, { version: 1, owner: polku.founded.members[name] });
      expect([name, response.status, response.body.fields?.[0]]).toMatchObject([name, 422, { path: 'owner', code: 'not-a-member' }]);
    }
    expect((await hanna.get(`/ideas/${idea.number}`)).body.version).toBe(1);
  });

  it('changes nothing, not even the version, when everything is as it was', async () => {
    const maja = await polku.as('maja');
    const idea = await submitted(maja);
    expect((await maja.patch(`/ideas/${idea.number}`, { version: 1, title: idea.title })).body.version).toBe(1);
  });

  it('is for the team and the hub', async () => {
    const [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
    const idea = await submitted(maja);
    const refused = await tomek.patch(`/ideas/${idea.number}`, { version: 1, title: 'Mine' });
    expect([refused.status, refused.body.refusals[0].code]).toEqual([409, 'role-in']);
    await tomek.put(`/ideas/${idea.number}/team/${polku.founded.members.tomek}`);
    expect((await tomek.patch(`/ideas/${idea.number}`, { version: 1, title: 'Ours' })).status).toBe(200);
  });

  it('names an owner, who joins the team and cannot be taken out of it', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await submitted(maja);
    const { tomek, elin } = polku.founded.members;
    const foreign = await hanna.patch(`/ideas/${idea.number}`, { version: 1, owner: elin });
    expect([foreign.status, foreign.body.fields[0].code]).toEqual([422, 'not-a-member']);
    const owned = (await hanna.patch(`/ideas/${idea.number}`, { version: 1, owner: tomek })).body as IdeaView;
    expect([owned.owner?.name, owned.team.map((person) => person.name)]).toEqual(['Tomek', ['Maja', 'Tomek']]);
    const leaving = await hanna.delete(`/ideas/${idea.number}/team/${tomek}`);
    expect([leaving.status, leaving.body.refusals[0].code]).toEqual([409, 'not-owner']);
  });
});

describe('the team', () => {
  it('is joined by oneself or added to by the team, never with a stranger or a resident', async () => {
    const [maja, tomek, oskar] = [await polku.as('maja'), await polku.as('tomek'), await polku.as('oskar')];
    const idea = await submitted(maja);
    const { members } = polku.founded;
    expect((await oskar.put(`/ideas/${idea.number}/team/${members.tomek}`)).body.refusals[0].code).toBe('role-in');
    expect((await tomek.put(`/ideas/${idea.number}/team/${members.tomek}`)).body.name).toBe('Tomek');
    expect((await tomek.put(`/ideas/${idea.number}/team/${members.oskar}`)).status).toBe(200);
    for (const nobody of [members.elin, members.sanna]) {
      expect((await maja.put(`/ideas/${idea.number}/team/${nobody}`)).body.fields[0].code).toBe('not-a-member');
    }
    expect((await maja.get(`/ideas/${idea.number}/team/${members.tomek}`)).status).toBe(200);
    expect((await tomek.delete(`/ideas/${idea.number}/team/${members.tomek}`)).status).toBe(204);
    expect((await maja.get(`/ideas/${idea.number}/team/${members.tomek}`)).status).toBe(404);
  });

  it('starts without a submitter who declines', async () => {
    const maja = await polku.as('maja');
    expect((await submitted(maja, { joinTeam: false })).team).toEqual([]);
  });
});

describe('a broken promise', () => {
  it('is said once, when the day has passed, and not when the idea has moved on', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const [late, answered] = [await submitted(maja), await submitted(maja)];
    await hanna.post(`/ideas/${answered.number}/transitions`, { to: 'explore-idea', version: 1 });
    polku.clock.moveTo(new Date('2026-03-09T22:59:59.000Z'));
    await polku.poll();
    expect((await maja.get(`/ideas/${late.number}`)).body.overdue).toBe(false);
    polku.clock.moveTo(new Date('2026-03-09T23:00:00.000Z'));
    await polku.poll();
    await polku.poll();
    const kinds = async (number: number) =>
      ((await maja.get(`/ideas/${number}/history`)).body as HistoryPage).items.map((item) => item.kind);
    expect((await maja.get(`/ideas/${late.number}`)).body.overdue).toBe(true);
    expect(await kinds(late.number)).toEqual(['step-overdue', 'idea-submitted']);
    expect(await kinds(answered.number)).toEqual(['idea-moved', 'idea-submitted']);
  });
});
