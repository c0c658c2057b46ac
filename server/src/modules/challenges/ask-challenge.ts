import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import type { AskChallenge as Asked, ChallengeView } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ChallengesRepository } from './challenges.repository.js';
import { CheckChallenge } from './check-challenge.js';
import { ReadChallenges } from './read-challenges.js';

/** Asks a question for a while. */
@Injectable()
export class AskChallenge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly challenges: ChallengesRepository,
    private readonly checking: CheckChallenge,
    private readonly reading: ReadChallenges,
    private readonly clock: Clock,
  ) {}

  /** @throws Invalid for an unknown owner, or a last day before the first. */
  ask(actor: Actor, { owner, ...asked }: Asked): Promise<ChallengeView> {
    return this.work.run(actor.organisation.id, async () => {
      const challenge = {
        ...asked,
        id: uuid(),
        organisationId: actor.organisation.id,
        version: 1,
        ownerId: owner ?? actor.member,
        createdAt: this.clock.now(),
      };
      this.checking.period(challenge);
      await this.checking.owner(challenge.ownerId);
      await this.challenges.insert(challenge);
      return this.reading.within(actor, challenge.id);
    });
  }
}
