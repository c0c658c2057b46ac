import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { CONFIG, type Limits, type RunningConfig } from '../config/index.js';
import { ProblemError } from '../http/index.js';

/** What is counted. */
export type Rate = 'changes' | 'searches' | 'visits';

const A_MINUTE = 60;
const WORDS: Readonly<Record<Rate, string>> = {
  changes: 'changes of one session in a minute',
  searches: 'searches of one session in a minute',
  visits: 'requests in a minute from one address that is not signed in',
};

/** Counts requests by the minute: in Redis for all processes where there is one, else in this process. */
@Injectable()
export class RequestLimits implements OnApplicationShutdown {
  private readonly logger = new Logger(RequestLimits.name);
  private readonly redis: Redis | null;
  private readonly limits: Limits;
  private readonly limiters: Readonly<Record<Rate, RateLimiterAbstract | null>>;

  constructor(@Inject(CONFIG) { limits, redisUrl, roles }: RunningConfig) {
    this.limits = limits;
    // Only who answers requests counts them.
    this.redis = redisUrl !== null && roles.has('web') ? this.connect(redisUrl) : null;
    this.limiters = { changes: this.limiter('changes'), searches: this.limiter('searches'), visits: this.limiter('visits') };
  }

  onApplicationShutdown(): void {
    this.redis?.disconnect();
  }

  /** Counts one. @throws ProblemError 429 that says when to come again. */
  async spend(rate: Rate, key: string): Promise<void> {
    try {
      await this.limiters[rate]?.consume(key);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw new ProblemError(429, 'too-many-requests', `At most ${this.limits[rate]} ${WORDS[rate]}. Wait, then try again.`, {
        retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)),
        limit: this.limits[rate],
      });
    }
  }

  private limiter(rate: Rate): RateLimiterAbstract | null {
    const points = this.limits[rate];
    if (points === 0) return null;
    const counted = { keyPrefix: `polku_${rate}`, points, duration: A_MINUTE };
    const own = new RateLimiterMemory(counted);
    // While Redis is away each process counts for itself: a limit must not become an outage.
    return this.redis ? new RateLimiterRedis({ ...counted, storeClient: this.redis, insuranceLimiter: own }) : own;
  }

  private connect(url: string): Redis {
    const redis = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1 });
    redis.on('error', (error: Error) => this.logger.warn(`Limits: ${error.message}`));
    return redis;
  }
}
