import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { SignIn as SignInInput } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { ProblemError } from '../../platform/http/index.js';
import { deviceOf } from './device.js';
import { FailedSignIns } from './failed-sign-ins.js';
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
    const wait = this.failures.wait(account, address);
    if (wait > 0) {
      throw new ProblemError(429, 'too-many-requests', 'Too many failed sign-ins. Wait a while, then try again.', { retryAfter: wait });
    }
    const person = email.includes('\0') ? null : await this.people.byEmail(email);
    const fits = await passwordFits(person?.passwordHash ?? null, password);
    if (!person || !fits) {
      this.failures.failed(account, address);
      throw new ProblemError(401, 'sign-in-failed', 'E-mail and password do not fit together.');
    }
    this.failures.succeeded(account);
    const now = this.clock.now();
    await this.sessions.forgetExpired(person.id, now);
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
