import { createHmac } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { CONFIG, type RunningConfig } from '../../platform/config/index.js';
import { FailedSignInsRepository } from './failed-sign-ins.repository.js';

const WINDOW = 15 * 60_000;
/** Failures within a quarter of an hour after which an account, or an address, has to wait. */
export const MOST_FAILURES = { account: 10, address: 100 } as const;

/** What failed before. */
export interface Failures {
  /** Seconds to wait before the next attempt; 0 when none. */
  readonly wait: number;
  /** Whether some of this account are counted. */
  readonly ofAccount: boolean;
}

/**
 * Counts failed sign-ins by account and by network address, for all processes together: with each process more an attacker would else have
 * as many tries again. Only failures count: who knows the password never waits. Accounts and addresses are kept as keyed hashes: what
 * somebody typed as their account is nobody's business.
 */
@Injectable()
export class FailedSignIns {
  private readonly secret: string;

  constructor(
    private readonly counts: FailedSignInsRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) { secret }: RunningConfig,
  ) {
    this.secret = secret;
  }

  /** What failed of this account, and from this address. */
  async before(account: string, address: string): Promise<Failures> {
    const now = this.clock.now();
    const ofAccount = this.accountKey(account);
    const counts = await this.counts.counts([ofAccount, this.addressKey(address)], now);
    const waits = counts.map(({ key, failures, until }) => {
      const most = key.equals(ofAccount) ? MOST_FAILURES.account : MOST_FAILURES.address;
      return failures < most ? 0 : Math.ceil((until.getTime() - now.getTime()) / 1_000);
    });
    return { wait: Math.max(0, ...waits), ofAccount: counts.some(({ key }) => key.equals(ofAccount)) };
  }

  /** An attempt failed. */
  async failed(account: string, address: string): Promise<void> {
    const now = this.clock.now();
    await this.counts.add([this.accountKey(account), this.addressKey(address)], new Date(now.getTime() + WINDOW), now);
    await this.counts.forgetOld(now);
  }

  /** An attempt succeeded: the account's failures are forgotten. */
  succeeded(account: string): Promise<void> {
    return this.counts.forget(this.accountKey(account));
  }

  private accountKey(account: string): Buffer {
    return this.keyOf(`account ${account}`);
  }

  private addressKey(address: string): Buffer {
    return this.keyOf(`address ${address}`);
  }

  private keyOf(what: string): Buffer {
    return createHmac('sha256', this.secret).update(`failed-sign-in ${what}`).digest();
  }
}
