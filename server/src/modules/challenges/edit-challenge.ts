import { Injectable } from '@nestjs/common';
import type { ChallengeView, EditChallenge as Edit } from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, VersionConflict } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { ChallengesRepository } from './challenges.repository.js';
import { CheckChallenge } from './check-challenge.js';
import { ReadChallenges } from './read-challenges.js';

/** Changes what a challenge asks and when, against the version its writer has seen. */
@Injectable()
export class EditChallenge {
  constructor(
    private readonly work: UnitOfWork,
    private readonly challenges: ChallengesRepository,
    private readonly checking: CheckChallenge,
    private readonly reading: ReadChallenges,
    private readonly clock: Clock,
  ) {}

  /** Gives the challenge as it is now. @throws NotFound, VersionConflict with the current one, Invalid as for a new one. */
  edit(actor: Actor, id: string, { version, owner, ...texts }: Edit): Promise<ChallengeView> {
    return this.work.run(actor.organisation.id, async () => {
      await this.challenges.lock(id);
      const found = await this.challenges.find(id, dayOf(this.clock.now(), actor.organisation.timeZone));
      if (!found) throw new NotFound('This challenge');
      if (found.version !== version) throw new VersionConflict(await this.reading.within(actor, id));
      const changes = { ...texts, ...(owner === undefined ? {} : { ownerId: owner }) };
      this.checking.period({ ...found, ...changes });
      if (owner !== undefined) await this.checking.owner(owner);
      await this.challenges.update(id, { ...changes, version: version + 1 });
      return this.reading.within(actor, id);
    });
  }
}
