import { Injectable } from '@nestjs/common';
import { type JobData, type QueueName, QUEUES } from './queue-names.js';

/** Does one job. May be called again with the same job, and must then change nothing. */
export type JobHandler = (job: JobData) => Promise<void>;

/** Who does the jobs of which queue: exactly one handler each, checked at the start. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<QueueName, JobHandler>();

  /** Says who handles a queue. @throws when somebody already does. */
  handle(queue: QueueName, handler: JobHandler): void {
    if (this.handlers.has(queue)) throw new Error(`Two handlers want the queue ${queue}.`);
    this.handlers.set(queue, handler);
  }

  /** The handler of every queue. @throws when one has none. */
  all(): ReadonlyMap<QueueName, JobHandler> {
    const orphan = QUEUES.find((queue) => !this.handlers.has(queue));
    if (orphan) throw new Error(`Nobody handles the queue ${orphan}.`);
    return this.handlers;
  }
}
