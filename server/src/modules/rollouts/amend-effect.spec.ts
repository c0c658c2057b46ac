import type { EffectPage, HistoryPage, NotificationPage, RolloutView } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { moved } from '../../../test/factories.js';
import { asked, decided, inUse, refusedFor, ROLLOUT, rolledOut, rolloutPlanned, scaling } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const LESS = { ...ROLLOUT.expectedEffect, value: 20 };
const EXPECTED = { ...ROLLOUT.expectedEffect, direction: 'at-least' };
const plan = (version: number, more: object = {}) => ({ version, ...ROLLOUT, owner: polku.founded.members.tomek, ...more });

describe('amending the expected effect of a rollout', () => {
  it('is no amendment while it is only planned', async () => {
    const maja = await polku.as('maja');
    const idea = await scaling(polku);
    await rolloutPlanned(maja, idea, ROLLOUT);
    const changed = await rolloutPlanned(maja, idea, { version: 1, ...ROLLOUT, expectedEffect: LESS });
    expect(changed).toMatchObject({ expectedEffect: LESS, amendments: [], effectLocked: false, inUseSince: null });
  });

  it.each([
    ['how much', { value: 20 }],
    ['of what', { unit: '% of schools' }],
    ['by when', { by: '2028-06-30' }],
    ['on which side', { direction: 'at-most' }],
  ])('needs a reason once it has begun: %s', async (_, change) => {
    const maja = await polku.as('maja');
    const idea = await inUse(polku);
    const expectedEffect = { ...EXPECTED, ...change };
    for (const reason of [undefined, null, ' \u200b ']) {
      const silent = await maja.put(`/ideas/${idea.number}/rollout`, plan(3, { expectedEffect, reason }));
      expect([refusedFor(silent), silent.body.refusals]).toEqual([[409, 'reason-given'], [expect.objectContaining({ params: {} })]]);
    }
    expect((await maja.get(`/ideas/${idea.number}/rollout`)).body).toMatchObject({ version: 3, expectedEffect: EXPECTED });
  });

  it('keeps what was expected at first beside it, with who, when and why', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await inUse(polku);
    await rolloutPlanned(maja, idea, plan(3, { expectedEffect: LESS, reason: 'Two schools closed.' }));
    const later = { ...LESS, by: '2028-01-31' };
    const again = await rolloutPlanned(hanna, idea, plan(4, { expectedEffect: later, unit: 'Roads', reason: 'A year more.' }));
    const at = polku.clock.now().toISOString();
    expect(again).toMatchObject({
      version: 5,
      effectLocked: true,
      inUseSince: '2026-03-02',
      expectedEffect: later,
      amendments: [
        {
          number: 1,
          at,
          by: { name: 'Maja' },
          reason: 'Two schools closed.',
          before: EXPECTED,
          after: { ...LESS, direction: 'at-least' },
        },
        { number: 2, by: { name: 'Hanna' }, reason: 'A year more.', before: { ...LESS, direction: 'at-least' }, after: later },
      ],
    });
    expect((await maja.get(`/ideas/${idea.number}/rollout`)).body.amendments).toEqual(again.amendments);
    const list = (await maja.get('/effects')).body as EffectPage;
    expect(list.items.find((it) => it.idea.number === idea.number)?.amendments).toEqual(again.amendments);
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items.slice(0, 2)).toMatchObject([
      { kind: 'rollout-amended', by: { name: 'Hanna' }, reason: 'A year more.', details: { before: { by: LESS.by }, after: later } },
      { kind: 'rollout-amended', by: { name: 'Maja' }, reason: 'Two schools closed.' },
    ]);
  });

  it.each([
    ['the receiving unit', { unit: 'Roads' }],
    ['the day of follow-up', { followUpOn: '2028-03-01' }],
  ])('keeps %s of the promise as well', async (_, change) => {
    const maja = await polku.as('maja');
    const idea = await inUse(polku);
    expect(refusedFor(await maja.put(`/ideas/${idea.number}/rollout`, plan(3, change)))).toEqual([409, 'reason-given']);
    const changed = await rolloutPlanned(maja, idea, plan(3, { ...change, reason: 'It is theirs now.' }));
    const kept = { followUpOn: ROLLOUT.followUpOn, receivingUnit: ROLLOUT.unit };
    expect(changed.amendments).toMatchObject([
      {
        reason: 'It is theirs now.',
        before: { ...EXPECTED, ...kept },
        after: { followUpOn: changed.followUpOn, receivingUnit: changed.unit },
      },
    ]);
  });

  it('asks no reason of what is no promise, keeps none for it, and says in the history what became of it', async () => {
    const maja = await polku.as('maja');
    const idea = await inUse(polku);
    const milestones = [{ title: 'Half of the city', on: '2026-09-01', doneOn: null }];
    const changed = await rolloutPlanned(maja, idea, plan(3, { milestones, reason: 'It is theirs.' }));
    expect(changed).toMatchObject({ version: 4, amendments: [] });
    const history = (await maja.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(history.items[0]).toMatchObject({ kind: 'rollout-edited', details: { fields: ['milestones'], after: { milestones } } });
    expect(history.items[0]?.details['before']).toHaveProperty('milestones');
  });

  it('is told to those at work and to who answers for the rollout, not to who amended it', async () => {
    const [maja, tomek, oskar] = [await polku.as('maja'), await polku.as('tomek'), await polku.as('oskar')];
    const idea = await inUse(polku);
    await rolloutPlanned(maja, idea, plan(3, { expectedEffect: LESS, reason: 'Two schools closed.' }));
    await polku.settle();
    for (const actor of [tomek, oskar]) {
      const [latest] = ((await actor.get('/notifications')).body as NotificationPage).items;
      expect(latest).toMatchObject({ kind: 'rollout-amended', reason: 'Two schools closed.' });
      expect(latest?.text).toContain(idea.title);
    }
    expect(((await maja.get('/notifications')).body as NotificationPage).items[0]?.kind).not.toBe('rollout-amended');
  });

  it('stays an amendment when the rollout is planned again, and cannot empty it', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await inUse(polku);
    await rolledOut(maja, idea, 3, 'withdrawn', { reason: 'The schools closed.' });
    const again: RolloutView = await rolledOut(hanna, idea, 4, 'planned', { reason: 'They open again.' });
    expect([again.effectLocked, again.inUseSince]).toEqual([true, null]);
    expect(refusedFor(await maja.put(`/ideas/${idea.number}/rollout`, plan(5, { expectedEffect: LESS })))).toEqual([409, 'reason-given']);
    const emptied = await maja.put(`/ideas/${idea.number}/rollout`, plan(5, { expectedEffect: null, reason: 'Nothing.' }));
    expect([refusedFor(emptied), emptied.body.refusals[0].params]).toEqual([[409, 'rollout-complete'], { fields: ['expectedEffect'] }]);
    const amended = await rolloutPlanned(maja, idea, plan(5, { expectedEffect: LESS, reason: 'Half are left.' }));
    expect(amended.amendments).toMatchObject([{ reason: 'Half are left.', before: EXPECTED }]);
  });

  it('was only planned when it was withdrawn before it began: then it is free', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await scaling(polku);
    await rolloutPlanned(maja, idea, { ...ROLLOUT, owner: polku.founded.members.tomek });
    await rolledOut(maja, idea, 1, 'withdrawn', { reason: 'The schools closed.' });
    await rolledOut(hanna, idea, 2, 'planned', { reason: 'They open again.' });
    expect(await rolloutPlanned(maja, idea, plan(3, { expectedEffect: LESS }))).toMatchObject({ amendments: [], effectLocked: false });
  });
});

describe('following up', () => {
  const followUp = (version: number, on: string) => ({ to: 'followed-up', version, measuredEffect: { value: 34, on } });

  it('measures nothing before it was in use, and nothing to come', async () => {
    const maja = await polku.as('maja');
    const idea = await inUse(polku);
    const path = `/ideas/${idea.number}/rollout/transitions`;
    for (const on of ['2026-03-01', '2000-01-01']) {
      const early = await maja.post(path, followUp(3, on));
      expect([early.status, early.body.fields]).toMatchObject([422, [{ path: 'measuredEffect.on', code: 'before-in-use' }]]);
    }
    const late = await maja.post(path, followUp(3, '2026-03-03'));
    expect([late.status, late.body.fields]).toMatchObject([422, [{ path: 'measuredEffect.on', code: 'in-the-future' }]]);
    expect((await maja.post(path, followUp(3, '2026-03-02'))).status).toBe(201);
  });

  it('waits while the idea has been moved back', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const idea = await scaling(polku);
    await rolloutPlanned(maja, idea, { ...ROLLOUT, owner: polku.founded.members.tomek });
    await rolledOut(maja, idea, 1, 'under-way');
    await rolledOut(maja, idea, 2, 'in-use');
    await moved(hanna, idea, 'pilot', { reason: 'Once more, in autumn.' });
    const refused = await maja.post(`/ideas/${idea.number}/rollout/transitions`, followUp(3, '2026-03-02'));
    expect([refusedFor(refused), refused.body.refusals[0].params]).toEqual([[409, 'idea-on-step'], { steps: ['scale', 'in-use'] }]);
    await decided(polku, await asked(polku, idea, 'scale-up'), 'yes');
    expect((await maja.post(`/ideas/${idea.number}/rollout/transitions`, followUp(3, '2026-03-02'))).status).toBe(201);
  });
});
