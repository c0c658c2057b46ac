import type { LoggerService } from '@nestjs/common';
import { isPassingTrouble } from '../database/passing-trouble.js';

const MOST_WAIT = 2_000;

/** What is tried again and again says once that it does not work, and once that it works again; meanwhile it tries less often. */
export class Outage {
  private said: string | null = null;
  private failures = 0;

  /** @param what begins the sentence that is logged, as "The relay could not hand on events" */
  constructor(
    private readonly logger: Pick<LoggerService, 'error' | 'warn'>,
    private readonly what: string,
  ) {}

  /** It failed. A database that is away says so in several ways, which are one outage; any other fault is said when it is a new one. */
  failed(error: unknown): void {
    const text = error instanceof Error ? error.message : String(error);
    const isNew = this.said === null || (text !== this.said && !isPassingTrouble(error));
    if (isNew) {
      this.logger.error(`${this.what}: ${text}`);
      this.said = text;
    }
    this.failures += 1;
  }

  /** It worked. */
  worked(): void {
    if (this.said !== null) this.logger.warn(`${this.what}: that is over after ${this.failures} attempts.`);
    this.said = null;
    this.failures = 0;
  }

  /** How long to wait before the next attempt, where `usual` is the wait when all is well, in milliseconds. */
  wait(usual: number): number {
    return Math.max(usual, Math.min(usual * 2 ** Math.min(this.failures, 10), MOST_WAIT));
  }
}
