import type { BoardView, HistoryPage, IdeasChange, IdeasChanged, IdeaView } from '#contracts';
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

type Named = { readonly number: number; readonly version: number };
const named = (ideas: readonly Named[]) => ideas.map(({ number, version }) => ({ number, version }));
const change = async (who: Actor, ideas: readonly Named[], what: IdeasChange) =>
  (await who.post('/ideas/changes', { ideas: named(ideas), change: what })).body as IdeasChanged;
const three = () => Promise.all([submitted(maja), submitted(maja), submitted(maja)]);
const faults = ({ results }: IdeasChanged) =>
  results.map(({ problem }) => problem && [problem.code, ...problem.refusals.map(({ code }) => code)]);
const seen = async (number: number) => (await hanna.get(`/ideas/${number}`)).body as IdeaView;

describe('many ideas at once', () => {
  it('are moved each by its own rules, and each says what became of it', async () => {
    const [one, two, three_] = await three();
    const { version } = await moved(hanna, two, 'explore-idea');
    const answer = await change(
      hanna,
      [one, { number: two.number, version }, { ...three_, version: 99 }, { number: 999_999, version: 1 }],
      {
        kind: 'move',
        to: 'explore-idea',
      },
    );
    const byNumber = new Map(answer.results.map((result) => [result.number, result]));
    expect(byNumber.get(one.number)).toMatchObject({ card: { step: 'explore-idea', version: 2 }, problem: null });
    expect(byNumber.get(two.number)?.problem).toMatchObject({ code: 'refused', refusals: [{ code: 'no-transition' }] });
    expect(byNumber.get(three_.number)).toMatchObject({ card: { step: 'submitted' }, problem: { code: 'version-conflict' } });
    expect(byNumber.get(999_999)).toEqual({ number: 999_999, card: null, problem: { code: 'not-found', refusals: [] } });
  });

  it('stand in the column they were moved to as they stood before', async () => {
    const [one, two, three_] = await three();
    await hanna.put(`/ideas/${one.number}/place`, { between: [null, two.number] });
    const numbersIn = async (step: string) =>
      ((await hanna.get('/boards/helsingborg')).body as BoardView).columns
        .find((it) => it.step === step)
        ?.cards.map(({ number }) => number);
    const before = (await numbersIn('submitted'))?.filter((number) => [one, two, three_].some((idea) => idea.number === number));
    await change(hanna, [one, two, three_], { kind: 'move', to: 'explore-idea' });
    expect((await numbersIn('explore-idea'))?.slice(0, 3)).toEqual(before);
  });

  it('are parked and stopped with one reason, and not without', async () => {
    const ideas = await three();
    const park = { kind: 'move', to: 'parked', fields: { returnOn: '2026-06-01' } } as const;
    expect(faults(await change(hanna, ideas, park))).toEqual(ideas.map(() => ['refused', 'reason-given']));
    const parked = await change(hanna, ideas, { ...park, reason: 'After the budget.' });
    expect(parked.results.map(({ card }) => card?.step)).toEqual(['parked', 'parked', 'parked']);
    const cards = parked.results.flatMap(({ card }) => card ?? []);
    const stopped = await change(hanna, cards, { kind: 'move', to: 'stopped', reason: 'Tried before.', fields: { lesson: LESSON } });
    expect(faults(stopped)).toEqual([null, null, null]);
    expect((await seen(ideas[0].number)).lessons).toHaveLength(1);
  });

  it('get an owner and tags, whatever their version, and only from who may', async () => {
    const [one, two] = await three();
    const stale = [
      { number: one.number, version: 1 },
      { number: two.number, version: 77 },
    ];
    expect(faults(await change(hanna, stale, { kind: 'assign', owner: polku.founded.members.tomek }))).toEqual([null, null]);
    expect(faults(await change(hanna, stale, { kind: 'tag', tag: '  shade ' }))).toEqual([null, null]);
    await change(hanna, stale, { kind: 'tag', tag: 'shade' });
    await change(hanna, stale, { kind: 'untag', tag: 'air' });
    expect(await seen(one.number)).toMatchObject({ owner: { name: 'Tomek' }, tags: ['schools', 'shade'], version: 4 });
    const { items } = (await hanna.get(`/ideas/${two.number}/history`)).body as HistoryPage;
    expect(items.map(({ kind }) => kind)).toEqual(['idea-edited', 'idea-edited', 'idea-edited', 'idea-submitted']);
    const other = await submitted(hanna);
    expect(faults(await change(maja, [one, other], { kind: 'untag', tag: 'shade' }))).toEqual([null, ['refused', 'role-in']]);
    expect(faults(await change(hanna, [one], { kind: 'assign', owner: null }))).toEqual([null]);
  });

  it('are never merged at once, nor more than a hundred', async () => {
    const [one] = await three();
    const wrong = [
      { ideas: named([one]), change: { kind: 'move', to: 'merged', fields: { into: 1 } } },
      { ideas: [], change: { kind: 'tag', tag: 'x' } },
      { ideas: named([one]), change: { kind: 'tag', tag: ' ' } },
      { ideas: named([one]), change: { kind: 'assign', owner: 'Tomek' } },
      { ideas: Array.from({ length: 101 }, (_, at) => ({ number: at + 1, version: 1 })), change: { kind: 'tag', tag: 'x' } },
    ];
    expect(await Promise.all(wrong.map(async (body) => (await hanna.post('/ideas/changes', body)).status))).toEqual(wrong.map(() => 422));
  });

  it('are changed once by a request that comes twice, and two who change the same wait for each other', async () => {
    const ideas = await three();
    const body = { ideas: named(ideas), change: { kind: 'move', to: 'explore-idea' } };
    const [first, again] = [
      await hanna.post('/ideas/changes', body, { 'idempotency-key': 'three-ideas' }),
      await hanna.post('/ideas/changes', body, { 'idempotency-key': 'three-ideas' }),
    ];
    expect(again.body).toEqual(first.body);
    const tagged = { ideas: named(ideas.toReversed()), change: { kind: 'tag', tag: 'one' } };
    const answers = await Promise.all([
      hanna.post('/ideas/changes', tagged, { 'idempotency-key': 'tag-one' }),
      hanna.post(
        '/ideas/changes',
        { ...tagged, ideas: named(ideas), change: { kind: 'tag', tag: 'two' } },
        { 'idempotency-key': 'tag-two' },
      ),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect((await seen(ideas[2].number)).tags.toSorted()).toEqual(['air', 'one', 'schools', 'two']);
  });
});
