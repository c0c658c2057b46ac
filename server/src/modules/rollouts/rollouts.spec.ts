import type { HistoryPage } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { moved, submitted } from '../../../test/factories.js';
import {
  asked,
  decided,
  inUse,
  MEASURED,
  refusedFor,
  ROLLOUT,
  rolledOut,
  rolloutPlanned,
  scaling,
  seen,
  tested,
} from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

describe('planning a rollout', () => {
  it('needs the yes to scale-up', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    for (const idea of [await submitted(maja), await tested(polku)]) {
      expect((await maja.get(`/ideas/${idea.number}/rollout`)).status).toBe(204);
      const refused = await maja.put(`/ideas/${idea.number}/rollout`, ROLLOUT);
      expect([refused.status, refused.body.refusals]).toEqual([
        409,
        [{ code: 'scale-up-decided', params: {}, link: `/aleksandrow/ideas/${idea.number}#decisions` }],
      ]);
    }
    const back = await scaling(polku);
    await moved(hanna, back, 'pilot', { reason: 'Once more, in autumn.' });
    expect(refusedFor(await maja.put(`/ideas/${back.number}/rollout`, ROLLOUT))).toEqual([409, 'scale-up-decided']);
  });

  it('starts with what is known, and says what is missing before it may begin', async () => {
    const maja = await polku.as('maja');
    const idea = await scaling(polku);
    const rollout = await rolloutPlanned(maja, idea, { unit: 'Education' });
    expect(rollout).toMatchObject({
      version: 1,
      state: 'planned',
      unit: 'Education',
      owner: null,
      expectedEffect: null,
      milestones: [],
      followUpOn: null,
      overdue: false,
      measuredEffect: null,
      effectReached: null,
      mayEdit: true,
    });
    expect(rollout.availableTransitions.find((it) => it.to === 'under-way')?.refusals).toEqual([
      {
        code: 'rollout-complete',
        params: { fields: ['owner', 'expectedEffect', 'followUpOn'] },
        link: `/aleksandrow/ideas/${idea.number}#rollout`,
      },
    ]);
    expect((await maja.get(`/ideas/${idea.number}/rollout`)).body).toEqual(rollout);
  });

  it('is changed against the version that was seen', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await scaling(polku);
    await rolloutPlanned(maja, idea, { unit: 'Education' });
    const without = await hanna.put(`/ideas/${idea.number}/rollout`, { unit: 'Roads' });
    expect([without.status, without.body.code, without.body.current]).toMatchObject([
      409,
      'version-conflict',
      { version: 1, unit: 'Education' },
    ]);
    const changed = await rolloutPlanned(hanna, idea, { version: 1, ...ROLLOUT, owner: polku.founded.members.tomek });
    expect(changed).toMatchObject({ ...ROLLOUT, version: 2, owner: { name: 'Tomek', unit: 'Roads' } });
    expect(refusedFor(await maja.put(`/ideas/${idea.number}/rollout`, { version: 1 }))).toEqual([409]);
    const same = await rolloutPlanned(hanna, idea, { version: 2, ...ROLLOUT, owner: polku.founded.members.tomek });
    expect(same.version).toBe(2);
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items.slice(0, 2)).toMatchObject([
      { kind: 'rollout-edited', by: { name: 'Hanna' }, details: { fields: ['owner', 'expectedEffect', 'followUpOn'] } },
      { kind: 'rollout-planned', by: { name: 'Maja' }, to: 'planned' },
    ]);
  });

  it('is written once when two write it first', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await scaling(polku);
    const answers = await Promise.all([maja, hanna].map((actor) => actor.put(`/ideas/${idea.number}/rollout`, ROLLOUT)));
    expect(answers.map((it) => it.status).sort()).toEqual([200, 409]);
  });

  it('is for the team, the hub and the rollout’s owner', async () => {
    const [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
    const idea = await scaling(polku);
    expect(refusedFor(await tomek.put(`/ideas/${idea.number}/rollout`, ROLLOUT))).toEqual([409, 'role-in']);
    await rolloutPlanned(maja, idea, { ...ROLLOUT, owner: polku.founded.members.tomek });
    expect((await rolloutPlanned(tomek, idea, { version: 1, ...ROLLOUT, unit: 'Roads', owner: polku.founded.members.tomek })).unit).toBe(
      'Roads',
    );
  });

  it('needs an owner who belongs here, and fields that can be', async () => {
    const maja = await polku.as('maja');
    const idea = await scaling(polku);
    for (const owner of [polku.founded.members.elin, polku.founded.members.sanna, '019ab000-0000-7000-8000-000000000000']) {
      const response = await maja.put(`/ideas/${idea.number}/rollout`, { ...ROLLOUT, owner });
      expect([response.status, response.body.fields?.[0]]).toMatchObject([422, { path: 'owner', code: 'not-a-member' }]);
    }
    const wrong = await maja.put(`/ideas/${idea.number}/rollout`, {
      expectedEffect: { value: 'much', unit: '', by: '2027' },
      followUpOn: 'soon',
    });
    expect([wrong.status, wrong.body.fields.map((it: { path: string }) => it.path)]).toEqual([
      422,
      ['expectedEffect.value', 'expectedEffect.unit', 'expectedEffect.by', 'followUpOn'],
    ]);
    expect((await maja.put(`/ideas/${idea.number}/rollout`, { followUpOn: '0000-01-01' })).status).toBe(422);
    expect((await maja.get(`/ideas/${idea.number}/rollout`)).status).toBe(204);
  });
});

describe('rolling out', () => {
  it('goes into use, and its owner puts the idea into use', async () => {
    const [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
    const idea = await scaling(polku);
    expect(idea.next?.checks.filter((it) => !it.met).map((it) => it.code)).toEqual(['role-in', 'rollout-in-state', 'follow-up-set']);
    await rolloutPlanned(maja, idea, { ...ROLLOUT, owner: polku.founded.members.tomek });
    expect(refusedFor(await tomek.post(`/ideas/${idea.number}/transitions`, { to: 'in-use', version: idea.version }))).toEqual([
      409,
      'rollout-in-state',
    ]);
    const begun = await rolledOut(tomek, idea, 1, 'under-way');
    expect(begun).toMatchObject({ state: 'under-way', version: 2, mayEdit: true });
    const inUse = await rolledOut(tomek, idea, 2, 'in-use');
    expect(inUse.availableTransitions.map((it) => [it.to, it.asks, it.refusals])).toEqual([
      ['followed-up', ['measuredEffect'], []],
      ['withdrawn', ['reason'], []],
    ]);
    const card = await moved(tomek, await seen(tomek, idea), 'in-use');
    expect(card.step).toBe('in-use');
    const followed = await rolledOut(maja, idea, 3, 'followed-up', { measuredEffect: MEASURED });
    expect(followed).toMatchObject({
      state: 'followed-up',
      version: 4,
      measuredEffect: MEASURED,
      effectReached: true,
      availableTransitions: [],
      mayEdit: false,
    });
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items.slice(0, 5).map((item) => [item.kind, item.from, item.to, item.by?.name])).toEqual([
      ['rollout-moved', 'in-use', 'followed-up', 'Maja'],
      ['idea-moved', 'scale', 'in-use', 'Tomek'],
      ['rollout-moved', 'under-way', 'in-use', 'Tomek'],
      ['rollout-moved', 'planned', 'under-way', 'Tomek'],
      ['rollout-planned', null, 'planned', 'Maja'],
    ]);
  });

  it('does not begin without its whole plan, and does not lose it once begun', async () => {
    const maja = await polku.as('maja');
    const idea = await scaling(polku);
    await rolloutPlanned(maja, idea, { ...ROLLOUT });
    expect(refusedFor(await maja.post(`/ideas/${idea.number}/rollout/transitions`, { to: 'under-way', version: 1 }))).toEqual([
      409,
      'rollout-complete',
    ]);
    const HALF = { title: 'Half of the schools', on: '2026-09-01', doneOn: null };
    const whole = { ...ROLLOUT, owner: polku.founded.members.maja };
    await rolloutPlanned(maja, idea, { version: 1, ...whole });
    await rolledOut(maja, idea, 2, 'under-way');
    const emptied = await maja.put(`/ideas/${idea.number}/rollout`, { version: 3, ...whole, followUpOn: null });
    expect([refusedFor(emptied), emptied.body.refusals[0].params]).toEqual([[409, 'rollout-complete'], { fields: ['followUpOn'] }]);
    expect(await rolloutPlanned(maja, idea, { version: 3, ...whole, milestones: [HALF] })).toMatchObject({
      version: 4,
      milestones: [HALF],
    });
  });

  it('is withdrawn with a reason, and its plan rests', async () => {
    const maja = await polku.as('maja');
    const idea = await scaling(polku);
    await rolloutPlanned(maja, idea, ROLLOUT);
    expect(refusedFor(await maja.post(`/ideas/${idea.number}/rollout/transitions`, { to: 'withdrawn', version: 1 }))).toEqual([
      409,
      'reason-given',
    ]);
    const withdrawn = await rolledOut(maja, idea, 1, 'withdrawn', { reason: 'The schools closed.' });
    expect(withdrawn).toMatchObject({ state: 'withdrawn', mayEdit: false });
    expect(refusedFor(await maja.put(`/ideas/${idea.number}/rollout`, { version: 2, ...ROLLOUT }))).toEqual([409, 'rollout-in-state']);
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items[0]).toMatchObject({ kind: 'rollout-moved', to: 'withdrawn', reason: 'The schools closed.' });
  });

  it('is planned again by the hub once scale-up has said yes again, and goes its way', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await scaling(polku);
    await rolloutPlanned(maja, idea, { ...ROLLOUT, owner: polku.founded.members.maja });
    await rolledOut(maja, idea, 1, 'withdrawn', { reason: 'The schools closed.' });
    await moved(hanna, idea, 'pilot', { reason: 'Once more, in autumn.' });
    const again = (actor: Actor, more: object) =>
      actor.post(`/ideas/${idea.number}/rollout/transitions`, { to: 'planned', version: 2, ...more });
    expect(refusedFor(await again(hanna, { reason: 'Too early.' }))).toEqual([409, 'idea-on-step']);
    await decided(polku, await asked(polku, idea, 'scale-up'), 'yes');
    expect(refusedFor(await again(maja, { reason: 'They open again.' }))).toEqual([409, 'role-in']);
    expect(refusedFor(await again(hanna, {}))).toEqual([409, 'reason-given']);
    const response = await again(hanna, { reason: 'They open again.' });
    expect([response.status, response.body]).toMatchObject([201, { state: 'planned', version: 3, unit: 'Education', mayEdit: true }]);
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items[0]).toMatchObject({ kind: 'rollout-moved', from: 'withdrawn', to: 'planned', reason: 'They open again.' });
    expect((await rolledOut(maja, idea, 3, 'under-way')).state).toBe('under-way');
  });

  it('refuses an old version with the present rollout, an unknown state, one that cannot be reached, and strangers', async () => {
    const [maja, tomek] = [await polku.as('maja'), await polku.as('tomek')];
    const idea = await scaling(polku);
    const send = (actor: Actor, to: string, version: number) => actor.post(`/ideas/${idea.number}/rollout/transitions`, { to, version });
    expect((await send(maja, 'under-way', 1)).status).toBe(404);
    await rolloutPlanned(maja, idea, { ...ROLLOUT, owner: polku.founded.members.maja });
    expect(refusedFor(await send(tomek, 'under-way', 1))).toEqual([409, 'role-in']);
    await rolledOut(maja, idea, 1, 'under-way');
    const stale = await send(maja, 'in-use', 1);
    expect([stale.status, stale.body.code, stale.body.current.state]).toEqual([409, 'version-conflict', 'under-way']);
    const unknown = await send(maja, 'the-moon', 2);
    expect([unknown.status, unknown.body.fields[0].code]).toEqual([422, 'unknown-step']);
    expect(refusedFor(await send(maja, 'followed-up', 2))).toEqual([409, 'no-transition']);
  });

  it('waits while the idea stands aside', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await scaling(polku);
    await rolloutPlanned(maja, idea, { ...ROLLOUT, owner: polku.founded.members.maja });
    await moved(hanna, idea, 'parked', { reason: 'After the elections.', fields: { returnOn: '2026-05-04' } });
    expect(refusedFor(await maja.post(`/ideas/${idea.number}/rollout/transitions`, { to: 'under-way', version: 1 }))).toEqual([
      409,
      'idea-on-step',
    ]);
  });
});

describe('milestones', () => {
  const milestones = [
    { title: 'Half of the schools', on: '2026-06-01' },
    { title: 'Everybody has been shown how', on: '2026-03-02', doneOn: '2026-03-01' },
    { title: 'The first school', on: '2026-03-02' },
  ];

  it('stand in the order of their days, and are overdue until they are reached or the rollout has ended', async () => {
    const maja = await polku.as('maja');
    const idea = await scaling(polku);
    const before = polku.clock.now();
    const { milestones: shown } = await rolloutPlanned(maja, idea, { ...ROLLOUT, milestones });
    expect(shown.map((it) => [it.title, it.on, it.doneOn, it.overdue])).toEqual([
      ['Everybody has been shown how', '2026-03-02', '2026-03-01', false],
      ['The first school', '2026-03-02', null, false],
      ['Half of the schools', '2026-06-01', null, false],
    ]);
    polku.clock.moveTo(new Date('2026-03-03T08:00:00Z'));
    const read = async () => ((await maja.get(`/ideas/${idea.number}/rollout`)).body as { milestones: { overdue: boolean }[] }).milestones;
    expect((await read()).map((it) => it.overdue)).toEqual([false, true, false]);
    await rolledOut(maja, idea, 1, 'withdrawn', { reason: 'The schools closed.' });
    expect((await read()).map((it) => it.overdue)).toEqual([false, false, false]);
    polku.clock.moveTo(before);
  });

  it('that stay the same are no change, and a changed one is', async () => {
    const maja = await polku.as('maja');
    const idea = await scaling(polku);
    await rolloutPlanned(maja, idea, { ...ROLLOUT, milestones });
    expect((await rolloutPlanned(maja, idea, { version: 1, ...ROLLOUT, milestones })).version).toBe(1);
    const [first, ...others] = milestones;
    expect(
      (await rolloutPlanned(maja, idea, { version: 1, ...ROLLOUT, milestones: [{ ...first, on: '2026-07-01' }, ...others] })).version,
    ).toBe(2);
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items[0]).toMatchObject({ kind: 'rollout-edited', details: { fields: ['milestones'] } });
  });

  it('are at most twenty, have a title, and are not reached tomorrow', async () => {
    const maja = await polku.as('maja');
    const idea = await scaling(polku);
    const faults = async (wrong: object[]) => {
      const { status, body } = await maja.put(`/ideas/${idea.number}/rollout`, { ...ROLLOUT, milestones: wrong });
      return [status, ...(body.fields as { path: string; code: string }[]).map(({ path, code }) => `${path} ${code}`)];
    };
    expect(await faults([{ title: 'Soon', on: '2026-03-10', doneOn: '2026-03-03' }])).toEqual([422, 'milestones.0.doneOn in-the-future']);
    expect(await faults([{ title: ' ', on: 'soon' }])).toEqual([422, 'milestones.0.title required', 'milestones.0.on not-a-date']);
    expect(await faults(Array.from({ length: 21 }, () => ({ title: 'Again', on: '2026-05-01' })))).toEqual([422, 'milestones too-long']);
  });
});

describe('following a rollout up', () => {
  it('needs what was measured, on a day that has come', async () => {
    const maja = await polku.as('maja');
    const idea = await inUse(polku);
    const path = `/ideas/${idea.number}/rollout/transitions`;
    expect(refusedFor(await maja.post(path, { to: 'followed-up', version: 3 }))).toEqual([409, 'effect-measured']);
    const early = await maja.post(path, { to: 'followed-up', version: 3, measuredEffect: { ...MEASURED, on: '2026-03-03' } });
    expect([early.status, early.body.fields]).toMatchObject([422, [{ path: 'measuredEffect.on', code: 'in-the-future' }]]);
    const wrong = await maja.post(path, { to: 'followed-up', version: 3, measuredEffect: { value: 'much' } });
    expect([wrong.status, wrong.body.fields.map((it: { path: string }) => it.path)]).toEqual([
      422,
      ['measuredEffect.value', 'measuredEffect.on'],
    ]);
    const elsewhere = await rolledOut(maja, idea, 3, 'withdrawn', { reason: 'The schools closed.', measuredEffect: MEASURED });
    expect(elsewhere).toMatchObject({ measuredEffect: null, effectReached: null });
  });

  it.each([
    ['at-least', 30, true],
    ['at-least', 29.9, false],
    ['at-most', 30, true],
    ['at-most', 30.1, false],
  ] as const)('says whether the effect is reached: %s 30, measured %d', async (direction, value, reached) => {
    const maja = await polku.as('maja');
    const idea = await inUse(polku, { expectedEffect: { ...ROLLOUT.expectedEffect, direction } });
    const followed = await rolledOut(maja, idea, 3, 'followed-up', { measuredEffect: { value, on: '2026-03-02' } });
    expect(followed).toMatchObject({ measuredEffect: { value, on: '2026-03-02', note: null }, effectReached: reached });
    expect((await maja.get(`/ideas/${idea.number}/rollout`)).body).toEqual(followed);
  });
});

describe('who sees rollouts', () => {
  it('nobody of another organisation, and no resident', async () => {
    const [maja, elin, sanna] = [await polku.as('maja'), await polku.as('elin'), await polku.as('sanna')];
    const idea = await scaling(polku);
    await rolloutPlanned(maja, idea, ROLLOUT);
    const path = `/ideas/${idea.number}/rollout`;
    for (const actor of [elin, elin.at('aleksandrow')]) {
      expect((await actor.get(path)).status).toBe(404);
      expect((await actor.put(path, { version: 1 })).status).toBe(404);
      expect((await actor.post(`${path}/transitions`, { to: 'withdrawn', version: 1, reason: 'Ours.' })).status).toBe(404);
    }
    expect((await sanna.get(path)).status).toBe(403);
    expect((await sanna.put(path, ROLLOUT)).status).toBe(403);
    expect((await maja.get('/ideas/first/rollout')).status).toBe(404);
  });
});
