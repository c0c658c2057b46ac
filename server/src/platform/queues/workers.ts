import { Inject, Injectable, Logger, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { CONFIG, type RunningConfig } from '../config/index.js';
import { inSpan } from '../tracing/index.js';
import { JobHandlers } from './job-handlers.js';
import { openWorker } from './open-queue.js';
import type { QueueName } from './queue-names.js';

const CONCURRENCY: Record<QueueName, number> = { notify: 4, deliver: 4, import: 1 };

// A job whose worker was killed is taken up by another within seconds, however often that happens: handlers are idempotent.
const RECOVERY = { lockDuration: 10_000, stalledInterval: 5_000, maxStalledCount: 1_000 } as const;

/** Runs the jobs of all queues in processes with the role `worker`. */
@Injectable()
export class Workers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Workers.name);
  private readonly closers: (() => Promise<void>)[] = [];

  constructor(
    private readonly handlers: JobHandlers,
    @Inject(CONFIG) private readonly config: RunningConfig,
  ) {}

  onApplicationBootstrap(): void {
    const handlers = this.handlers.all();
    if (!this.config.roles.has('worker')) return;
    for (const [name, handler] of handlers) {
      const { close } = openWorker(
        this.config,
        name,
        (job) => inSpan(`job ${name}`, () => handler(job)),
        { concurrency: CONCURRENCY[name], ...RECOVERY },
        (error) => this.logger.warn(`Worker ${name}: ${error.message}`),
        (job, error) => this.logger.error(`Job ${name} ${job} failed: ${error.stack ?? error.message}`),
      );
      this.closers.push(close);
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.closers.map((close) => close()));
  }
}
