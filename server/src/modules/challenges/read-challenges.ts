import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  CHALLENGE_STATES,
  type ChallengeChoices,
  type ChallengePage,
  type ChallengeState,
  type ChallengeView,
  day,
  LIMITS,
  type ListChallenges,
} from '#contracts';
import { Clock, dayOf } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { NotFound, pageOf, readCursor } from '../../platform/http/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { MembersRepository } from '../organisations/index.js';
import { ChallengesRepository } from './challenges.repository.js';
import { viewOf } from './challenge.view.js';

const placeKey = z.tuple([z.enum(CHALLENGE_STATES), day, z.uuid()]);

/** Shows challenges: one, and a page of them. */
@Injectable()
export class ReadChallenges {
  constructor(
    private readonly work: UnitOfWork,
    private readonly challenges: ChallengesRepository,
    private readonly members: MembersRepository,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { state, cursor, limit }: ListChallenges): Promise<ChallengePage> {
    return this.work.run(actor.organisation.id, async () => {
      const part = { state: state ?? null, after: readCursor(cursor, placeKey), limit: limit + 1 };
      const found = await this.challenges.list(this.today(actor), part);
      const { items, next } = pageOf(found, limit, (row) => [row.state, row.opensOn, row.id]);
      const people = await this.members.people(
        items.map(({ ownerId }) => ownerId),
        actor.language,
      );
      return { items: items.map((row) => viewOf(row, people)), next };
    });
  }

  /** As many as fit on a page, to choose one from; in this state alone, unless it is null. */
  async choices(actor: Actor, state: ChallengeState | null): Promise<ChallengeChoices> {
    return { items: await this.work.run(actor.organisation.id, () => this.challenges.choices(this.today(actor), state, LIMITS.page)) };
  }

  /** @throws NotFound */
  one(actor: Actor, id: string): Promise<ChallengeView> {
    return this.work.run(actor.organisation.id, () => this.within(actor, id));
  }

  /** The same within the transaction under way. @throws NotFound */
  async within(actor: Actor, id: string): Promise<ChallengeView> {
    const row = await this.challenges.find(id, this.today(actor));
    if (!row) throw new NotFound('This challenge');
    return viewOf(row, await this.members.people([row.ownerId], actor.language));
  }

  private today({ organisation }: Actor): string {
    return dayOf(this.clock.now(), organisation.timeZone);
  }
}
