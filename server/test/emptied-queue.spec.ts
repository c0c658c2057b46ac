import { QUEUES } from '../src/platform/queues/index.js';
import { startTestApp, type TestApp } from './app.js';
import { emptyQueue } from './emptied-queue.js';

let polku: TestApp;

beforeAll(async () => {
  polku = await startTestApp();
});

afterAll(() => polku.close());

it('an emptied queue loses no timer, no notification and no mail, and nothing is told twice', async () => {
  const { waiting, told, returned, broken } = await emptyQueue(polku, {
    count: async () => (await polku.sql(`select 1 from bullmq.job`)).length,
    empty: async (queues) => {
      for (const name of QUEUES) await queues.queue(name).obliterate({ force: true });
    },
  });
  expect([waiting[0] > 0, waiting[1]]).toEqual([true, 0]);
  expect(told).toEqual([[], ['acknowledged', 'moved'], ['acknowledged', 'moved']]);
  expect(returned).toBe('submitted');
  expect(broken).toEqual([]);
  expect((await polku.mailsTo('maja@')).map(({ subject }) => subject)).toHaveLength(2);
});
