import type { HistoryPage } from '#contracts';
import { startTestApp, type TestApp } from '../../../test/app.js';
import { LESSON } from '../../../test/factories.js';
import { measured, piloting, planned, refusedFor, steered } from '../../../test/path.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

describe('observing', () => {
  it('writes down in words what was seen, while the experiment is under way', async () => {
    const [maja, hanna, tomek, elin] = [await polku.as('maja'), await polku.as('hanna'), await polku.as('tomek'), await polku.as('elin')];
    const plan = await planned(polku, await piloting(polku));
    const path = `/experiments/${plan.id}/observations`;
    const words = { on: '2026-03-02', text: 'Grandparents ask for the map on paper.' };
    const early = await maja.post(path, words);
    expect([refusedFor(early), early.body.refusals[0].params]).toEqual([[409, 'experiment-under-way'], { state: 'planned' }]);
    const running = await steered(maja, plan, 'running');
    expect(refusedFor(await tomek.post(path, words))).toEqual([409, 'role-in']);
    expect((await elin.post(path, words)).status).toBe(404);
    await maja.post(path, words);
    const second = await hanna.post(path, { on: '2026-03-01', text: 'Rain.' });
    expect([second.status, second.body.observations]).toEqual([
      201,
      [
        expect.objectContaining({ on: '2026-03-01', text: 'Rain.', by: expect.objectContaining({ name: 'Hanna' }) as unknown }),
        expect.objectContaining({ ...words, by: expect.objectContaining({ name: 'Maja' }) as unknown }),
      ],
    ]);
    await measured(maja, running, 1, 2);
    const done = await steered(maja, running, 'measured');
    expect((await maja.post(path, words)).status).toBe(201);
    await steered(maja, done, 'concluded', { result: 'Yes.', lesson: LESSON });
    expect(refusedFor(await maja.post(path, words))).toEqual([409, 'experiment-under-way']);
    const history = (await maja.get(`/ideas/${plan.idea.number}/history`)).body as HistoryPage;
    expect(history.items[1]).toMatchObject({ kind: 'observation-recorded', details: { experimentNumber: 1 } });
  });

  it('says what is wrong with it', async () => {
    const maja = await polku.as('maja');
    const running = await steered(maja, await planned(polku, await piloting(polku)), 'running');
    const path = `/experiments/${running.id}/observations`;
    const faults = async (body: object) => {
      const response = await maja.post(path, body);
      return [response.status, response.body.fields[0].path, response.body.fields[0].code];
    };
    expect(await faults({ on: '2026-03-02', text: ' ' })).toEqual([422, 'text', 'required']);
    expect(await faults({ on: '2026-03-03', text: 'Rain.' })).toEqual([422, 'on', 'in-the-future']);
    await polku.sql(
      `insert into app.observation (id, organisation_id, experiment_id, observed_on, text, member_id, at)
       select gen_random_uuid(), organisation_id, id, '2026-03-01', 'Rain', created_by, now() from app.experiment, generate_series(1, 1000) where id = $1`,
      [running.id],
    );
    expect(await faults({ on: '2026-03-02', text: 'Rain.' })).toEqual([422, 'body', 'too-many']);
  });
});
