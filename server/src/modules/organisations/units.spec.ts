import type { UnitPage } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

describe('the units', () => {
  it('are listed by name, each once, and only those of the organisation', async () => {
    const [maja, elin] = [await polku.as('maja'), await polku.as('elin')];
    const page = (await maja.get('/units')).body as UnitPage;
    expect(page).toEqual({
      items: ['City office', 'Education', 'Finance', 'Innovation hub', 'IT', 'Roads'].map((name) => ({ id: expect.any(String), name })),
      next: null,
    });
    expect(((await elin.get('/units')).body as UnitPage).items.map(({ name }) => name)).toEqual(['Innovation', 'Network']);
  });

  it('are for members', async () => {
    const [sanna, elin] = [await polku.as('sanna'), await polku.as('elin')];
    expect((await sanna.get('/units')).status).toBe(403);
    expect((await elin.at('aleksandrow').get('/units')).status).toBe(404);
  });
});
