import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';

const WINDOW = 15 * 60_000;
/** Failures within a quarter of an hour after which an account, or an address, has to wait. */
export const MOST_FAILURES = { account: 10, address: 100 } as const;

interface Count {
  failures: number;
  until: number;
}

/** Counts failed sign-ins by account and by network address. Only failures count: who knows the password never waits. */
@Injectable()
export class FailedSignIns {
  private readonly counts = new Map<string, Count>();

  constructor(private readonly clock: Clock) {}

  /** Seconds to wait before the next attempt; 0 when none. */
  wait(account: string, address: string): number {
    return Math.max(this.waitOf(`account ${account}`, MOST_FAILURES.account), this.waitOf(`address ${address}`, MOST_FAILURES.address));
  }

  /** An attempt failed. */
  failed(account: string, address: string): void {
    this.forgetOld();
    for (const key of [`account ${account}`, `address ${address}`]) {
      const count = this.counts.get(key);
      if (count) count.failures += 1;
      else this.counts.set(key, { failures: 1, until: this.clock.now().getTime() + WINDOW });
    }
  }

  /** An attempt succeeded: the account's failures are forgotten. */
  succeeded(account: string): void {
    this.counts.delete(`account ${account}`);
  }

  private waitOf(key: string, most: number): number {
    const count = this.counts.get(key);
    if (!count || count.failures < most) return 0;
    return Math.max(0, Math.ceil((count.until - this.clock.now().getTime()) / 1_000));
  }

  private forgetOld(): void {
    const now = this.clock.now().getTime();
    for (const [key, count] of this.counts) if (count.until <= now) this.counts.delete(key);
  }
}
