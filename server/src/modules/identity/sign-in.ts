import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { SignIn as SignInInput } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { ProblemError } from '../../platform/http/index.js';
import { deviceOf } from './device.js';
import { FailedSignIns, type Failures } from './failed-sign-ins.js';
import { passwordFits } from './passwords.js';
import { PeopleRepository } from './people.repository.js';
import { newToken, SESSION_LENGTH, tokenHash } from './session-token.js';
import { SessionsRepository } from './sessions.repository.js';

/** Signs somebody in: a new session each time, so that a token from before the sign-in is worth nothing. */
@Injectable()
export class SignIn {
  constructor(
    private readonly people: PeopleRepository,
    private readonly sessions: SessionsRepository,
    private readonly failures: FailedSignIns,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the person and the new session's token.
   * @throws ProblemError 401 when e-mail and password do not fit, 429 after too many failures.
   */
  async signIn({ email, password }: SignInInput, address: string, userAgent = ''): Promise<{ person: string; token: string }> {
    const account = email.toLowerCase();
    // Asked at the same time, and in one round trip each.
    const [before, person] = await Promise.all([
      this.failures.before(account, address),
      email.includes('\0') ? null : this.people.byEmail(email),
    ]);
    refuseWaiting(before);
    const fits = await passwordFits(person?.passwordHash ?? null, password);
    if (!person || !fits) {
      await this.failures.failed(account, address);
      throw new ProblemError(401, 'sign-in-failed', 'E-mail and password do not fit together.');
    }
    const now = this.clock.now();
    // Once more: of many guesses sent at the same moment, the one that fits must not come through after too many have failed.
    const [meanwhile] = await Promise.all([this.failures.before(account, address), this.sessions.forgetExpired(person.id, now)]);
    refuseWaiting(meanwhile);
    if (meanwhile.ofAccount) await this.failures.succeeded(account);
    const token = newToken();
    await this.sessions.add({
      id: uuid(),
      tokenHash: tokenHash(token),
      personId: person.id,
      createdAt: now,
      expiresAt: new Date(now.getTime() + SESSION_LENGTH),
      lastSeenAt: now,
      ...deviceOf(userAgent),
    });
    return { person: person.id, token };
  }
}

function refuseWaiting({ wait }: Failures): void {
  if (wait === 0) return;
  throw new ProblemError(429, 'too-many-requests', 'Too many failed sign-ins. Wait a while, then try again.', { retryAfter: wait });
}
