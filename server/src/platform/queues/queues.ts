import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { Metrics } from '../metrics/index.js';
import { type Opened, openQueue, type OpenQueue } from './open-queue.js';
import { type NewJob, type QueueName, QUEUES } from './queue-names.js';

// Retries of a job that failed: after 1, 2, 4 … seconds; the rows behind the jobs are swept if all of them fail.
const JOB_OPTIONS = { attempts: 8, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: true, removeOnFail: true } as const;

/** Up to here jobs are added one by one: on PostgreSQL a bulk makes two temporary tables, which costs more than ten single jobs. */
const FEW = 10;

/** Where jobs are added. */
@Injectable()
export class Queues implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Queues.name);
  private readonly opened = new Map<QueueName, Opened<OpenQueue>>();

  constructor(
    @Inject(CONFIG) private readonly config: RunningConfig,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    for (const name of QUEUES) {
      this.opened.set(
        name,
        openQueue(this.config, name, (error) => this.logger.warn(`Queue ${name}: ${error.message}`)),
      );
    }
    // One number for the whole installation: the web processes do not repeat it.
    if (!this.config.roles.has('worker')) return;
    this.metrics.gauge(
      'polku_queue_jobs',
      'Jobs that wait, run or will be tried again.',
      () => Promise.all(QUEUES.map(async (queue) => ({ labels: { queue }, value: await this.open(queue) }))),
      'queue',
    );
  }

  async onApplicationShutdown(): Promise<void> {
    for (const { close } of this.opened.values()) await close();
  }

  /** Adds a job. */
  async add(name: QueueName, job: NewJob): Promise<void> {
    await this.addBulk(name, [job]);
  }

  /** Adds many jobs at once. */
  async addBulk(name: QueueName, jobs: readonly NewJob[]): Promise<void> {
    const queue = this.queue(name);
    const wanted = jobs.map(({ id, data }) => ({ name, data, opts: { ...JOB_OPTIONS, jobId: id } }));
    if (wanted.length > FEW) await queue.addBulk(wanted);
    else await Promise.all(wanted.map((job) => queue.add(job.name, job.data, job.opts)));
  }

  /** How many jobs wait, run or will be tried again. */
  async open(name: QueueName): Promise<number> {
    const counts = await this.queue(name).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  /** The queue itself, for what only it can do. */
  queue(name: QueueName): OpenQueue {
    const entry = this.opened.get(name);
    if (!entry) throw new Error(`The queue ${name} is not open.`);
    return entry.it;
  }
}
