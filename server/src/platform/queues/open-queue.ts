import { createPostgresBackend, Queue, Worker, type WorkerOptions } from 'bullmq';
import { Redis } from 'ioredis';
import type { RunningConfig } from '../config/index.js';
import { QUEUE_ROLE, QUEUE_SCHEMA } from '../database/index.js';
import type { JobHandler } from './job-handlers.js';
import type { JobData, QueueName } from './queue-names.js';

/** What Polku needs of a BullMQ queue, whatever it stands on. */
export type OpenQueue = Pick<Queue<JobData>, 'add' | 'addBulk' | 'getJobCounts' | 'obliterate' | 'pause' | 'resume'>;

/** Something open, and how it is closed. */
export interface Opened<T> {
  readonly it: T;
  readonly close: () => Promise<void>;
}

type Complain = (error: Error) => void;

/** Opens a queue: on Redis with `REDIS_URL`, else on the database, as the queue's own role. */
export function openQueue(config: RunningConfig, name: QueueName, complain: Complain): Opened<OpenQueue> {
  if (config.redisUrl === null) {
    const queue = new Queue(name, { connection: postgres(config) }, createPostgresBackend);
    const open = untilClosed(complain);
    queue.on('error', open.complain);
    return { it: queue, close: () => queue.close().finally(open.closed) };
  }
  const redis = openRedis(config.redisUrl, complain);
  const queue = new Queue(name, { connection: redis });
  queue.on('error', complain);
  return { it: queue, close: () => queue.close().finally(() => redis.disconnect()) };
}

/** Starts a worker of a queue. `failed` hears of every attempt that failed. */
export function openWorker(
  config: RunningConfig,
  name: QueueName,
  handler: JobHandler,
  options: Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount'>,
  complain: Complain,
  failed: (job: string, error: Error) => void,
): Opened<{ close(): Promise<void> }> {
  const process = (job: { data: JobData }) => handler(job.data);
  if (config.redisUrl === null) {
    const worker = new Worker(name, process, { ...options, connection: postgres(config) }, createPostgresBackend);
    const open = untilClosed(complain);
    worker.on('error', open.complain);
    worker.on('failed', (job, error) => failed(job?.id ?? '', error));
    return { it: worker, close: () => worker.close().finally(open.closed) };
  }
  const redis = openRedis(config.redisUrl, complain);
  const worker = new Worker(name, process, { ...options, connection: redis });
  worker.on('error', complain);
  worker.on('failed', (job, error) => failed(job?.id ?? '', error));
  return { it: worker, close: () => worker.close().finally(() => redis.disconnect()) };
}

/** A connection that says goodbye while the database is being stopped hears that it is cut off; once all is closed that is no news. */
function untilClosed(complain: Complain): { readonly complain: Complain; readonly closed: () => void } {
  let isOpen = true;
  return { complain: (error) => isOpen && complain(error), closed: () => (isOpen = false) };
}

function postgres(config: RunningConfig) {
  return { connectionString: config.databaseUrl, schema: QUEUE_SCHEMA, migrate: false, max: 3, options: `-c role=${QUEUE_ROLE}` };
}

function openRedis(url: string, complain: Complain): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  redis.on('error', complain);
  return redis;
}
