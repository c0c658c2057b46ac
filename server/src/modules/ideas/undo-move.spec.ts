import type { BoardView, HistoryPage, IdeaView } from '#contracts';
import type { Actor } from '../../../test/actors.js';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON, moved, submitted } from '../../../test/factories.js';

let polku: TestApp;
let maja: Actor;
let hanna: Actor;

beforeAll(async () => {
  polku = await startTestApp();
  [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
});

afterAll(() => polku.close());

const undo = (who: Actor, { number, version }: { number: number; version: number }) =>
  who.post(`/ideas/${number}/transitions/undo`, { version });
const seen = async (number: number) => (await hanna.get(`/ideas/${number}`)).body as IdeaView;
const order = async () => ((await hanna.get('/boards/helsingborg')).body as BoardView).columns[0]?.cards.map((card) => card.number);
const timers = (number: number) =>
  polku.sql(`select t.kind, t.due from app.timer t join app.idea i on i.id = t.subject where i.number = $1 order by t.kind`, [number]);
const refusedFor = ({ status, body }: { status: number; body: { refusals?: { code: string }[] } }) => [status, body.refusals?.[0]?.code];

describe('taking a move back', () => {
  it('puts the idea where it stood, since when and due when it was, and keeps both moves in the history', async () => {
    const [above, idea, below] = (await Promise.all([submitted(maja), submitted(maja), submitted(maja)])).sort(
      (a, b) => b.number - a.number,
    );
    if (!above || !idea || !below) throw new Error('Three ideas were submitted.');
    const [before, stood, ticking] = [await seen(idea.number), await order(), await timers(idea.number)];
    polku.clock.advance(60_000);
    const { version } = await moved(hanna, idea, 'explore-idea', { reason: 'Worth a look.' });
    const { status, body } = await undo(hanna, { number: idea.number, version });
    expect([status, body]).toMatchObject([201, { step: 'submitted', stepSince: before.stepSince, due: before.due, version: version + 1 }]);
    expect([await order(), await timers(idea.number)]).toEqual([stood, ticking]);
    const { items } = (await hanna.get(`/ideas/${idea.number}/history`)).body as HistoryPage;
    expect(items.slice(0, 2).map(({ kind, from, to, details }) => [kind, from, to, details['undone'] ?? false])).toEqual([
      ['idea-moved', 'explore-idea', 'submitted', true],
      ['idea-moved', 'submitted', 'explore-idea', false],
    ]);
    await polku.settle();
    const { columns } = (await hanna.get('/boards/helsingborg')).body as BoardView;
    expect(columns.map(({ total }) => total)).toEqual([3, 0, 0, 0, 0, 0]);
  });

  it('parks again what was brought back, until the same day', async () => {
    const idea = await submitted(maja);
    const parked = await moved(hanna, idea, 'parked', { reason: 'Next year.', fields: { returnOn: '2099-05-06' } });
    const ticking = await timers(idea.number);
    const back = await moved(hanna, parked, 'submitted', { reason: 'Now, after all.' });
    await undo(hanna, back);
    expect([await seen(idea.number), await timers(idea.number)]).toMatchObject([{ step: 'parked', returnOn: '2099-05-06' }, ticking]);
    const again = await moved(hanna, await seen(idea.number), 'submitted', { reason: 'Now.' });
    expect(again.step).toBe('submitted');
  });

  it('goes to the top of the column when another idea has taken its place', async () => {
    const [one, other] = [await submitted(maja), await submitted(maja)];
    const [place] = await polku.sql<{ rank: string }>(`select rank from app.idea where number = $1`, [one.number]);
    const { version } = await moved(hanna, one, 'explore-idea', { reason: 'Worth a look.' });
    await polku.sql(`update app.idea set rank = $2 where number = $1`, [other.number, place?.rank]);
    expect((await undo(hanna, { number: one.number, version })).status).toBe(201);
    expect((await order())?.[0]).toBe(one.number);
  });

  it('is for who made it, once, within seconds, and before anything else happened', async () => {
    const idea = await submitted(maja);
    const made = await moved(hanna, idea, 'explore-idea', { reason: 'Worth a look.' });
    expect(refusedFor(await undo(maja, made))).toEqual([409, 'undo-over']);
    expect(refusedFor(await undo(await polku.as('piotr'), made))).toEqual([409, 'undo-over']);
    const back = (await undo(hanna, made)).body as { number: number; version: number };
    expect(refusedFor(await undo(hanna, back))).toEqual([409, 'undo-over']);
    expect((await undo(hanna, made)).body).toMatchObject({ code: 'version-conflict', current: { step: 'submitted' } });
    const again = await moved(hanna, back, 'explore-idea', { reason: 'Worth a look.' });
    await hanna.patch(`/ideas/${idea.number}`, { version: again.version, title: 'Shade' });
    expect((await undo(hanna, again)).body).toMatchObject({ code: 'version-conflict' });
    expect(refusedFor(await undo(hanna, { ...again, version: again.version + 1 }))).toEqual([409, 'undo-over']);
    const late = await moved(hanna, await seen(idea.number), 'submitted', { reason: 'Not yet.' });
    polku.clock.advance(16_000);
    expect(refusedFor(await undo(hanna, late))).toEqual([409, 'undo-over']);
    expect((await undo(hanna, { number: 999_999, version: 1 })).status).toBe(404);
  });

  it('does not take back what left a lesson', async () => {
    const ended = await moved(hanna, await submitted(maja), 'stopped', { reason: 'No money.', fields: { lesson: LESSON } });
    expect(refusedFor(await undo(hanna, ended))).toEqual([409, 'undo-over']);
  });
});
