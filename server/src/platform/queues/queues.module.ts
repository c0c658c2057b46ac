import { Global, Module } from '@nestjs/common';
import { JobHandlers } from './job-handlers.js';
import { Queues } from './queues.js';
import { Workers } from './workers.js';

/** Jobs: added by whoever needs them done, done by workers. */
@Global()
@Module({ providers: [Queues, JobHandlers, Workers], exports: [Queues, JobHandlers] })
export class QueuesModule {}
