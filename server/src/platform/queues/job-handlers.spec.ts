import { JobHandlers } from './job-handlers.js';
import { QUEUES } from './queue-names.js';

const nothing = () => Promise.resolve();

describe('job handlers', () => {
  it('refuse to start while a queue has nobody', () => {
    const handlers = new JobHandlers();
    handlers.handle('notify', nothing);
    expect(() => handlers.all()).toThrow('Nobody handles the queue deliver');
  });

  it('refuse a second one for the same queue', () => {
    const handlers = new JobHandlers();
    for (const queue of QUEUES) handlers.handle(queue, nothing);
    expect(handlers.all().size).toBe(QUEUES.length);
    expect(() => handlers.handle('notify', nothing)).toThrow('Two handlers');
  });
});
