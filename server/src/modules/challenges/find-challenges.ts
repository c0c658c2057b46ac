import { Injectable } from '@nestjs/common';
import type { ChallengeRef } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { Invalid } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ChallengesRepository } from './challenges.repository.js';

/** Tells ideas of the challenges that they answer; within the transaction of who asks. */
@Injectable()
export class FindChallenges {
  constructor(
    private readonly challenges: ChallengesRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Invalid for one that is unknown, or takes no ideas today. */
  async open(id: string, { organisation }: Actor): Promise<void> {
    const found = await this.challenges.period(id, dayOf(this.clock.now(), organisation.timeZone));
    if (!found) throw Invalid.field('challenge', 'unknown-value', 'There is no such challenge.');
    if (found.state === 'open') return;
    throw Invalid.field('challenge', 'challenge-not-open', `This challenge takes ideas from ${found.opensOn} to ${found.closesOn}.`);
  }

  /** What these challenges ask, by their ids; null and unknown ids are left out. */
  async named(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, ChallengeRef>> {
    const wanted = [...new Set(ids)].filter((id) => id !== null);
    if (wanted.length === 0) return new Map();
    return new Map((await this.challenges.named(wanted)).map((it) => [it.id, it]));
  }
}
