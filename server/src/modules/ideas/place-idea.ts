import { Injectable } from '@nestjs/common';
import type { PlaceIdea as Place } from '#contracts';
import { Clock } from '../../platform/clock/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { Invalid, NotFound, Refused } from '../../platform/http/index.js';
import { EventLog } from '../../platform/outbox/index.js';
import type { Actor } from '../../platform/tenancy/index.js';
import { Timers } from '../../platform/timers/index.js';
import { isOneOf } from '../../workflow/index.js';
import { EDITORS, rolesToward } from './idea.policy.js';
import { IdeasRepository } from './ideas.repository.js';
import { LONG_RANK, rankBetween } from './rank.js';
import { withLink } from './refusal-links.js';
import { TeamRepository } from './team.repository.js';

/** Puts an idea elsewhere in its column. Its version stays: a new place never conflicts with an edit of text. */
@Injectable()
export class PlaceIdea {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ideas: IdeasRepository,
    private readonly team: TeamRepository,
    private readonly events: EventLog,
    private readonly timers: Timers,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Refused for who may not, Invalid when no neighbour that is named stands in the column. */
  place(actor: Actor, number: number, { between }: Place): Promise<void> {
    return this.work.run(actor.organisation.id, async () => {
      const idea = await this.ideas.lock({ number });
      if (!idea) throw new NotFound('This idea');
      const inTeam = (await this.team.withMember([idea.id], actor.member)).has(idea.id);
      if (!isOneOf(rolesToward(idea, actor, inTeam, []), EDITORS)) {
        throw new Refused([withLink({ code: 'role-in', params: { roles: EDITORS } }, actor.organisation.slug, number)]);
      }
      const { above, below, beside } = await this.ideas.gap(idea.pathway, idea.step, between, idea.id);
      if (!beside && between.some((neighbour) => neighbour !== null)) {
        throw Invalid.field('between', 'unknown-value', 'Neither of these ideas stands in this column.');
      }
      const rank = rankBetween(above, below);
      await this.ideas.update(idea.id, { rank });
      if (rank.length > LONG_RANK) await this.timers.set('ranks-long', idea.id, this.clock.now());
      await this.events.record({ kind: 'idea-placed', idea, member: actor.member, from: idea.step, to: idea.step });
    });
  }
}
