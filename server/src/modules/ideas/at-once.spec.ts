import type { BoardColumn, IdeaView } from '#contracts';
import { moved, submitted } from '../../../test/factories.js';
import { startTestApp, type TestApp } from '../../../test/app.js';

/** More than the pool has connections. */
const MANY = 60;

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

const column = async (step: string): Promise<BoardColumn | undefined> => {
  const maja = await polku.as('maja');
  return (await maja.get('/boards/helsingborg?limit=50')).body.columns.find((it: BoardColumn) => it.step === step);
};

describe('many at once', () => {
  it('submit their ideas, and none is lost', async () => {
    const maja = await polku.as('maja');
    const responses = await Promise.all(Array.from({ length: MANY }, (_, n) => maja.post('/ideas', { title: `Idea ${n}`, need: 'Room.' })));
    expect(responses.map((response) => response.status)).toEqual(responses.map(() => 201));
    await polku.settle();
    expect((await column('submitted'))?.total).toBe(MANY);
  });

  it('put their cards into the same gap, and the column has one order', async () => {
    const [maja, hanna] = [await polku.as('maja'), await polku.as('hanna')];
    const ideas: IdeaView[] = [];
    for (let n = 0; n < 20; n += 1) ideas.push(await submitted(maja));
    const [top, bottom, ...others] = ideas;
    if (!top || !bottom) throw new Error('There are no ideas.');
    await moved(hanna, bottom, 'explore-idea');
    await moved(hanna, top, 'explore-idea', { between: [null, bottom.number] });
    const responses = await Promise.all([
      ...others.map(({ number }) =>
        hanna.post(`/ideas/${number}/transitions`, { to: 'explore-idea', version: 1, between: [top.number, bottom.number] }),
      ),
    ]);
    expect(responses.map((response) => response.status)).toEqual(others.map(() => 201));
    const again = await Promise.all(others.map(({ number }) => hanna.put(`/ideas/${number}/place`, { between: [top.number, null] })));
    expect(again.map((response) => response.status)).toEqual(others.map(() => 204));
    const numbers = (await column('explore-idea'))?.cards.map((card) => card.number) ?? [];
    expect([numbers[0], numbers.at(-1), new Set(numbers).size]).toEqual([top.number, bottom.number, ideas.length]);
  });

  it('merge two ideas into each other, and one of them stays', async () => {
    const [maja, hanna, piotr] = [await polku.as('maja'), await polku.as('hanna'), await polku.as('piotr')];
    for (let round = 0; round < 5; round += 1) {
      const [one, other] = [await submitted(maja), await submitted(maja)];
      const responses = await Promise.all([
        hanna.post(`/ideas/${one.number}/transitions`, { to: 'merged', version: 1, fields: { into: other.number } }),
        piotr.post(`/ideas/${other.number}/transitions`, { to: 'merged', version: 1, fields: { into: one.number } }),
      ]);
      expect(responses.map((response) => response.status).sort()).toEqual([201, 409]);
    }
  });
});
